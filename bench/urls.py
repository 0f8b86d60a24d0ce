"""The site's URLs and, beside them, the admin that is compared with."""

from django.contrib import admin
from django.urls import path

from jingwei.projects.models import Project
from jingwei.site.urls import urlpatterns as pages


@admin.register(Project)
class ProjectAdmin(admin.ModelAdmin):
    """The same columns and filters as our register."""

    list_display = ("number", "name", "programme", "undertaker", "town", "listed_on", "grant_fen", "status")
    list_filter = ("programme", "status")
    list_select_related = ("programme", "undertaker", "town")
    list_per_page = 50


urlpatterns = [path("admin/", admin.site.urls), *pages]
