"""URLs of `ui`."""

from django.urls import URLPattern, URLResolver, path

from jingwei.ui.pages import home, imports, kit, search

app_name = "ui"
urlpatterns: list[URLPattern | URLResolver] = [
    path("home/", home.home, name="home"),
    path("search/", search.search, name="search"),
    path("accessibility/", home.accessibility, name="accessibility"),
    path("import/", imports.choose, name="import-list"),
    path("import/<slug:sheet_id>/", imports.upload, name="import-sheet"),
    path("import/<slug:sheet_id>/template.xlsx", imports.template, name="import-template"),
    path("import/<slug:sheet_id>/<int:pk>/", imports.run, name="import-run"),
    path("kit/", kit.kit, name="kit"),
]
