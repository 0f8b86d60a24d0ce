"""Reckoning a clock against a calendar: the due day, and for every day on the way whether it counted and why.

A pure function of clock and calendar: when a holiday notice comes late, reckon again and take the
`difference`.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from jingwei.kernel.clocks.calendar import Calendar, CalendarDay
from jingwei.kernel.clocks.clock import Clock, Unit
from jingwei.kernel.clocks.names import DayKind
from jingwei.kernel.errors import InputError
from jingwei.kernel.periods import day_label
from jingwei.kernel.text import Text

_ONE_DAY = timedelta(days=1)


class Part(StrEnum):
    """What a day does on the way to the deadline."""

    START = "start"  # the day it runs from, not counted
    COUNTED = "counted"
    OFF = "off"  # weekend or holiday in a limit of working days
    SUSPENDED = "suspended"
    MOVED = "moved"  # the last day fell on a day off: one more day


@dataclass(frozen=True)
class ReckonedDay:
    """One day on the way. `ordinal`: which counted day it is (None where it does not count)."""

    calendar_day: CalendarDay
    part: Part
    ordinal: int | None
    why: Text

    @property
    def day(self) -> date:
        """The date."""
        return self.calendar_day.day

    @property
    def kind(self) -> DayKind:
        """What the calendar says of it."""
        return self.calendar_day.kind

    @property
    def name(self) -> str:
        """The holiday it belongs to (Chinese), or empty."""
        return self.calendar_day.name

    @property
    def counts(self) -> bool:
        """Whether it uses up the limit."""
        return self.part is Part.COUNTED


@dataclass(frozen=True)
class Reckoning:
    """A clock reckoned. `due` is the last day in time; None while it is suspended without an end.

    `is_provisional`: the result rests on days the calendar does not know yet.
    """

    clock: Clock
    due: date | None
    is_provisional: bool
    days: tuple[ReckonedDay, ...]

    @property
    def moved_from(self) -> date | None:
        """The day off on which it would have ended, where the end was moved."""
        moved = [day.day for day in self.days if day.part is Part.MOVED]
        return moved[0] - _ONE_DAY if moved else None

    def tally(self) -> dict[Text, int]:
        """How many days did not count, by reason, in the order they are met."""
        return dict(Counter(day.why for day in self.days if day.part in (Part.OFF, Part.SUSPENDED)))

    def explanation(self) -> Text:
        """The result in one sentence: limit, start, due day, and what did not count."""
        start, limit = day_label(self.clock.start), self.clock.length()
        if self.due is None:
            end = Text(zh="中止中，届满日未定", en="suspended, no due day yet")
        else:
            due = day_label(self.due)
            end = Text(zh=f"{due.zh}届满", en=f"due {due.en}")
        left_out = self.tally()
        zh = "、".join(f"{why.zh}{number}日" for why, number in left_out.items())
        en = ", ".join(f"{why.en}: {number}" for why, number in left_out.items())
        provisional = Text(zh="；节假日安排未公布，结果暂定", en="; provisional, holidays not announced yet")
        tail = provisional if self.is_provisional else Text("", "")
        return Text(
            zh=f"自{start.zh}起{limit.zh}，{end.zh}{f'；不计入：{zh}' if zh else ''}{tail.zh}。",
            en=f"{limit.en} from {start.en}, {end.en}{f'; not counted: {en}' if en else ''}{tail.en}.",
        )


def reckon(clock: Clock, calendar: Calendar) -> Reckoning:
    """The due day of `clock` by `calendar`, with every day on the way. `InputError` past the year 9999."""
    try:
        return _reckon(clock, calendar)
    except OverflowError:
        raise InputError(
            Text(
                zh=f"自{clock.start}起的期限超出日历范围。",
                en=f"The limit from {clock.start} leaves the calendar.",
            )
        ) from None


def _reckon(clock: Clock, calendar: Calendar) -> Reckoning:
    first = Text(zh="起算日不计入", en="first day, not counted")
    days = [ReckonedDay(calendar.on(clock.start), Part.START, None, first)]
    days.extend(_walk(clock, calendar))
    if clock.unit in (Unit.DAY, Unit.MONTH) and days[-1].part is not Part.SUSPENDED:
        days.extend(_moved(clock, calendar, days[-1]))
    # a walk only ever ends on a suspended day where the suspension has no end
    due = None if days[-1].part is Part.SUSPENDED else days[-1].day
    return Reckoning(clock, due, _is_provisional(clock, days), tuple(days))


def _walk(clock: Clock, calendar: Calendar) -> Iterator[ReckonedDay]:
    """Day by day until enough have counted, or a suspension without end begins."""
    day, ordinal, needed = clock.start, 0, clock.needed
    while ordinal < needed:
        day += _ONE_DAY
        what = calendar.on(day)
        suspension = clock.suspension_on(day)
        if suspension is not None:
            yield ReckonedDay(what, Part.SUSPENDED, None, suspension.reason)
            if suspension.last is None:
                return
        elif clock.unit is Unit.WORKDAY and not what.is_working:
            yield ReckonedDay(what, Part.OFF, None, what.label())
        else:
            ordinal += 1
            yield ReckonedDay(what, Part.COUNTED, ordinal, _counted(clock.unit, what))


def _counted(unit: Unit, what: CalendarDay) -> Text:
    if unit is Unit.WORKDAY:
        return what.label()
    return Text(zh="计入", en="counted")


def _moved(clock: Clock, calendar: Calendar, last: ReckonedDay) -> Iterator[ReckonedDay]:
    """The days after a last day off, up to and including the next working day that is not suspended."""
    what, suspension = last.calendar_day, None
    while not what.is_working or suspension is not None:
        off = what.label()
        why = Text(zh=f"前一日为{off.zh}，顺延", en=f"moved on: the day before is {off.en}")
        what = calendar.on(what.day + _ONE_DAY)
        after, suspension = suspension, clock.suspension_on(what.day)
        if suspension is not None:
            yield ReckonedDay(what, Part.SUSPENDED, None, suspension.reason)
            if suspension.last is None:
                return
        else:
            resumed = Text(zh="中止结束，顺延", en="moved on: the suspension has ended")
            yield ReckonedDay(what, Part.MOVED, None, resumed if after else why)


def _is_provisional(clock: Clock, days: list[ReckonedDay]) -> bool:
    """Only days whose kind bears on the result: all for working days, else the end."""
    if clock.unit is Unit.NATURAL:
        return False
    if clock.unit is Unit.WORKDAY:
        return any(not day.calendar_day.is_known for day in days if day.part in (Part.COUNTED, Part.OFF))
    end = [day for day in days if day.part is Part.MOVED] + [
        day for day in days if day.part is not Part.MOVED
    ][-1:]
    return any(not day.calendar_day.is_known for day in end)
