"""URLs of `titles`."""

from django.urls import URLPattern, URLResolver

app_name = "titles"
urlpatterns: list[URLPattern | URLResolver] = []
