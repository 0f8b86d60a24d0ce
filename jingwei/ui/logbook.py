"""What the shell shows of the log and of clocks: size and signature, the page of an entry, the strip of days."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

ENTRY_VIEW = "registry:entry"


@dataclass(frozen=True)
class LogState:
    """How many entries the log holds and when its head was last signed."""

    size: int
    signed_at: datetime | None = None


def log_state() -> LogState | None:
    """Size and last signature of the log; None while it has no entry."""
    return None


def entry_url(index: int) -> str | None:
    """The page of a log entry, where the bureau has one."""
    try:
        return reverse(ENTRY_VIEW, args=[index])
    except NoReverseMatch:
        return None


def day_cells(reckoning: Any, today: date | None = None) -> Sequence[Any]:
    """The days of a reckoning as cells of the strip."""
    days: Iterable[Any] = getattr(reckoning, "days", ())
    return [(day, _("counted"), today) for day in days]
