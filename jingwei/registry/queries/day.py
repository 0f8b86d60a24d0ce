"""The day against which things are due."""

from datetime import date

from django.conf import settings
from django.utils import timezone

LAST_DAY_OF_DEMONSTRATION = date(2013, 12, 31)


def day_in_hand() -> date:
    """Today; in a demonstration the last day of its year, so that its deadlines and titles mean something."""
    return LAST_DAY_OF_DEMONSTRATION if settings.IS_DEMO else timezone.localdate()
