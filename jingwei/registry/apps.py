"""Django's name for this package."""

from importlib import import_module

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    """Listens to signing in once the models exist."""

    name = "jingwei.registry"
    label = "registry"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect the receivers."""
        import_module("jingwei.registry.signals")
