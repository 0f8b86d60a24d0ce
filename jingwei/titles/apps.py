"""How Django knows `titles`."""

from django.apps import AppConfig


class TitlesConfig(AppConfig):
    """Django's name for this package."""

    name = "jingwei.titles"
    label = "titles"
    default_auto_field = "django.db.models.BigAutoField"
