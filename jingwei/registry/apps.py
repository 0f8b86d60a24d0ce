from django.apps import AppConfig


class RegistryConfig(AppConfig):
    """Django's name for this package."""

    name = "jingwei.registry"
    label = "registry"
    default_auto_field = "django.db.models.BigAutoField"
