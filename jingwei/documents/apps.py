"""How Django finds this app."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Django's name for this package."""

    name = "jingwei.documents"
    label = "documents"
    default_auto_field = "django.db.models.BigAutoField"
