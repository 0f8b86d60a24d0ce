"""Django's entry to this package."""

from django.apps import AppConfig


class FiguresConfig(AppConfig):
    """Django's name for this package."""

    name = "jingwei.figures"
    label = "figures"
    default_auto_field = "django.db.models.BigAutoField"
