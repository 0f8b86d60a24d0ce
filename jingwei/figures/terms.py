"""Kinds of snapshots and of targets."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SnapshotKind(TextChoices):
    """Why a snapshot was taken."""

    LIVE = "live", _("Working snapshot")
    FROZEN = "frozen", _("Frozen snapshot")


class TargetKind(TextChoices):
    """What a target belongs to."""

    ANNUAL = "annual", _("Annual target")
    DOUBLING = "doubling", _("To double by 2017")
    RAISING = "raising", _("To raise by 2017")
