"""States of a project."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ProjectStatus(TextChoices):
    """Where a listed project stands."""

    RUNNING = "running", _("Running")
    ACCEPTED = "accepted", _("Accepted")
    CLOSED = "closed", _("Closed without acceptance")
    TERMINATED = "terminated", _("Terminated")
    REVOKED = "revoked", _("Revoked")
