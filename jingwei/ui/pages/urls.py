"""URLs of `ui`."""

from django.urls import URLPattern, URLResolver, path

from jingwei.ui.pages import home, kit, search

app_name = "ui"
urlpatterns: list[URLPattern | URLResolver] = [
    path("home/", home.home, name="home"),
    path("search/", search.search, name="search"),
    path("accessibility/", home.accessibility, name="accessibility"),
    path("kit/", kit.kit, name="kit"),
]
