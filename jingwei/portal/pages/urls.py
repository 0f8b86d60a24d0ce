"""URLs of `portal`."""

from django.urls import URLPattern, URLResolver, path

from jingwei.portal.pages import public

app_name = "portal"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", public.home, name="home"),
    path("check/", public.check, name="check"),
    path("check/<int:index>/", public.check_entry, name="check_entry"),
    path("check/<int:index>/receipt/", public.receipt, name="receipt"),
]
