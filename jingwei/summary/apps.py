"""The app `summary` as Django knows it."""

from django.apps import AppConfig


class SummaryConfig(AppConfig):
    """Django's name for this package."""

    name = "jingwei.summary"
    label = "summary"
    default_auto_field = "django.db.models.BigAutoField"
