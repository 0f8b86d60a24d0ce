"""URLs of `titles`."""

from django.urls import URLPattern, URLResolver, path

from jingwei.titles.pages import counter, desk, public

app_name = "titles"
urlpatterns: list[URLPattern | URLResolver] = [
    path("desk/titles/", desk.Titles.as_view(), name="titles"),
    path("desk/titles/due/", desk.Due.as_view(), name="due"),
    path("desk/titles/add/", desk.add, name="add"),
    path("desk/titles/<int:pk>/edit/", desk.edit, name="edit"),
    path("desk/titles/<int:pk>/renew/", desk.renew, name="renew"),
    path("desk/titles/<int:pk>/revoke/", desk.revoke, name="revoke"),
    path("mine/titles/", counter.MyTitles.as_view(), name="mine"),
    path("titles/", public.PublicTitles.as_view(), name="public"),
    path("titles/<int:pk>/", public.title, name="title"),
]
