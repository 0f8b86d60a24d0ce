"""The ledger as Django knows it."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """Django's name for this package."""

    name = "jingwei.ledger"
    label = "ledger"
    default_auto_field = "django.db.models.BigAutoField"
