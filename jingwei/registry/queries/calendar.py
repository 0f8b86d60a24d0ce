"""The bureau's calendar and dated rules as the kernel's clocks want them."""

from dataclasses import dataclass
from datetime import date
from threading import Lock

from django.db.models import Count, Max, QuerySet

from jingwei.kernel.clocks.calendar import Calendar
from jingwei.kernel.clocks.calendar import CalendarDay as KernelDay
from jingwei.kernel.clocks.clock import Clock, Unit
from jingwei.kernel.clocks.limits import DatedLimit, limit_on
from jingwei.kernel.clocks.names import DayKind
from jingwei.kernel.clocks.reckoning import Reckoning, reckon
from jingwei.registry.models import CalendarDay, DatedRule

Mark = tuple[int, int]


@dataclass
class _Kept:
    """The calendar last read by this process, and the state of the table it was read from."""

    mark: Mark | None = None
    calendar: Calendar | None = None


_kept = _Kept()
_lock = Lock()


def bureau_calendar() -> Calendar:
    """The calendar as the bureau keeps it; one small query tells whether another process has changed it since."""
    mark = _mark()
    with _lock:
        if _kept.calendar is None or _kept.mark != mark:
            _kept.calendar = Calendar(_kernel_days(CalendarDay.objects.all()))
            _kept.mark = mark
        return _kept.calendar


def _mark() -> Mark:
    """Grows with every change: days are never removed, and each write gives its row the next version."""
    found = CalendarDay.objects.aggregate(days=Count("pk"), version=Max("version"))
    return found["days"], found["version"] or 0


def _kernel_days(rows: QuerySet[CalendarDay]) -> list[KernelDay]:
    fields = rows.values_list("day", "kind", "name", "source")
    return [KernelDay(day, DayKind(kind), name, source) for day, kind, name, source in fields]


def next_version() -> int:
    """The version the next write to the calendar carries; call it inside the writing transaction."""
    return int(CalendarDay.objects.aggregate(last=Max("version"))["last"] or 0) + 1


def limits() -> list[DatedLimit]:
    """All dated rules."""
    return [as_limit(row) for row in DatedRule.objects.all()]


def as_limit(row: DatedRule) -> DatedLimit:
    """A row of the table as the kernel's limit."""
    return DatedLimit(
        row.rule,
        row.jurisdiction,
        row.valid_from,
        row.valid_to,
        row.value,
        Unit(row.unit),
        row.source,
        row.is_verified,
    )


def limit_for(rule: str, region: str, day: date) -> DatedLimit:
    """The limit that `rule` set in the region with that code on `day`: the smallest region's row prevails.

    Raises InputError where no row, or more than one of the same region, is in force.
    """
    rows = DatedRule.objects.filter(rule=rule)
    return limit_on([as_limit(row) for row in rows], rule, region, day)


def reckon_by_rule(rule: str, region: str, start: date) -> Reckoning:
    """The deadline of a limit that begins on `start`, by the rule in force there and then, explained day by day."""
    return reckon(limit_for(rule, region, start).clock(start), bureau_calendar())


def reckon_clock(clock: Clock) -> Reckoning:
    """Any clock by the bureau's calendar."""
    return reckon(clock, bureau_calendar())


def chosen_rules() -> list[tuple[str, str]]:
    """Key and label of every rule that is a length of time, each once, by label."""
    rows = DatedRule.objects.exclude(unit=Unit.COUNT.value)
    return sorted({row.rule: row.words for row in rows}.items(), key=lambda pair: pair[1])


def years() -> list[int]:
    """The years the calendar knows, at least in part."""
    return [day.year for day in CalendarDay.objects.dates("day", "year")]
