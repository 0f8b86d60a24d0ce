"""URLs of `summary`."""

from django.urls import URLPattern, URLResolver

app_name = "summary"
urlpatterns: list[URLPattern | URLResolver] = []
