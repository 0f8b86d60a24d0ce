"""States of a project and families of programmes."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ProjectStatus(TextChoices):
    """Where a listed project stands."""

    RUNNING = "running", _("Running")
    ACCEPTED = "accepted", _("Accepted")
    CLOSED = "closed", _("Closed without acceptance")
    TERMINATED = "terminated", _("Terminated")
    REVOKED = "revoked", _("Revoked")


class ProgrammeFamily(TextChoices):
    """Families of programmes: they part the projects of a year without rest or overlap.

    New-product trials are listed by the province in a plan of their own, so they stand beside its other programmes.
    """

    NATIONAL = "national", _("National programmes")
    PROVINCIAL = "provincial", _("Provincial programmes")
    TRIAL = "trial", _("Provincial new-product trials")
    CITY = "city", _("City programmes")
    DISTRICT = "district", _("District programmes")


# 省级以上: what the provincial government or a higher one has listed.
UPPER_FAMILIES = (ProgrammeFamily.NATIONAL, ProgrammeFamily.PROVINCIAL, ProgrammeFamily.TRIAL)
LOCAL_FAMILIES = (ProgrammeFamily.CITY, ProgrammeFamily.DISTRICT)
