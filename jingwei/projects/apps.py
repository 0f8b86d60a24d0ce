"""How Django knows `projects`."""

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    """Django's name for this package."""

    name = "jingwei.projects"
    label = "projects"
    default_auto_field = "django.db.models.BigAutoField"
