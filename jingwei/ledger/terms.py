"""The words of the log itself."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class LedgerKind(TextChoices):
    """Entries the log writes about itself; all other kinds belong to the registers."""

    KEY = "ledger.key", _("signing key announced")
    ERASURE = "ledger.erasure", _("opening erased")
