"""The app `portal` as Django knows it."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Django's name for this package."""

    name = "jingwei.portal"
    label = "portal"
    default_auto_field = "django.db.models.BigAutoField"
