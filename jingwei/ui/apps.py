"""Django's handle on this package."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Django's name for this package."""

    name = "jingwei.ui"
    label = "ui"
    default_auto_field = "django.db.models.BigAutoField"
