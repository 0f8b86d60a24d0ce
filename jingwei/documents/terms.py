"""Enumerations of imports."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportState(models.TextChoices):
    """Where an import stands."""

    READING = "reading", _("being read")
    READY = "ready", _("ready to store")
    STORED = "stored", _("stored")
    REFUSED = "refused", _("file refused")
    ABANDONED = "abandoned", _("abandoned")
