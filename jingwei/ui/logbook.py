"""What the shell shows of the log and of clocks: size and signature, the page of an entry, the strip of days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from jingwei.kernel.clocks.names import DayKind
from jingwei.kernel.clocks.reckoning import Part, ReckonedDay, Reckoning
from jingwei.ledger.models import Checkpoint, Entry

ENTRY_VIEW = "portal:check_entry"
FOLDED = 3


@dataclass(frozen=True)
class LogState:
    """How many entries the log holds and when its head was last signed."""

    size: int
    signed_at: datetime | None = None


def log_state() -> LogState | None:
    """Size and last signature of the log; None while it has no entry."""
    last = Entry.objects.order_by("-index").values_list("index", flat=True).first()
    if last is None:
        return None
    signed = Checkpoint.objects.order_by("-size").values_list("signed_at", flat=True).first()
    return LogState(last + 1, signed)


def entry_url(index: int) -> str | None:
    """The page of a log entry, where the bureau has one."""
    try:
        return reverse(ENTRY_VIEW, args=[index])
    except NoReverseMatch:
        return None


@dataclass(frozen=True)
class DayCell:
    """One cell of the strip of days."""

    weekday: str
    day: str
    note: str
    mark: str
    classes: str
    title: str


def day_cells(reckoning: Reckoning, today: date | None = None) -> Sequence[DayCell]:
    """The days of a reckoning as cells; three and more days off in a row are folded into one."""
    cells: list[DayCell] = []
    run: list[ReckonedDay] = []
    for day in reckoning.days:
        if day.part in (Part.OFF, Part.SUSPENDED) and day.day != today:
            run.append(day)
            continue
        cells.extend(_folded(run, reckoning, today))
        run = []
        cells.append(_cell(day, reckoning, today))
    cells.extend(_folded(run, reckoning, today))
    return cells


def _folded(run: list[ReckonedDay], reckoning: Reckoning, today: date | None) -> Iterator[DayCell]:
    if len(run) < FOLDED:
        yield from (_cell(day, reckoning, today) for day in run)
        return
    first, last = run[0], run[-1]
    named = next((day for day in run if day.name), first)
    why = named.why.in_language(get_language())
    span = f"{_short(first.day)}—{_short(last.day)}"
    number = _("%(why)s, %(n)s days") % {"why": why, "n": len(run)}
    yield DayCell(span, number, _("not counted"), "", "off run", number)


def _cell(day: ReckonedDay, reckoning: Reckoning, today: date | None) -> DayCell:
    why = day.why.in_language(get_language())
    return DayCell(
        weekday=_weekday(day.day), day=str(day.day.day), note=_note(day), mark=_mark(day, reckoning, today),
        classes=_classes(day, reckoning, today), title=f"{day.day.isoformat()} {why}",
    )  # fmt: skip


def _note(day: ReckonedDay) -> str:
    if day.part is Part.COUNTED:
        return _("day %(n)s") % {"n": day.ordinal}
    return {Part.START: _("start"), Part.MOVED: _("moved"), Part.SUSPENDED: _("paused")}.get(
        day.part, _("not counted")
    )


def _mark(day: ReckonedDay, reckoning: Reckoning, today: date | None) -> str:
    if day.day == reckoning.due:
        return pgettext("mark on a day", "due")
    if day.day == today:
        return pgettext("mark on a day", "now")
    return pgettext("mark on a day", "work") if day.kind is DayKind.MAKEUP else ""


def _classes(day: ReckonedDay, reckoning: Reckoning, today: date | None) -> str:
    known = {
        "past": today is not None and day.day < today,
        "today": day.day == today,
        "off": day.part in (Part.OFF, Part.SUSPENDED),
        "extra": day.kind is DayKind.MAKEUP,
        "end": day.day == reckoning.due,
    }
    return " ".join(name for name, holds in known.items() if holds)


def _weekday(day: date) -> str:
    names = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
    return names[day.weekday()]


def _short(day: date) -> str:
    return f"{day.month}-{day.day}"
