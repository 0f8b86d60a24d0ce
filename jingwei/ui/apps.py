"""Django's handle on this package."""

from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class UiConfig(AppConfig):
    """Django's name for this package."""

    name = "jingwei.ui"
    label = "ui"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Registers are searched by indexes that are looked after whenever the tables changed."""
        post_migrate.connect(import_module("jingwei.ui.register.trigrams").keep, dispatch_uid="ui.trigrams")
