"""Where a clock stands on a day: how much is left, or how far it is overdue."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from jingwei.kernel.clocks.calendar import Calendar
from jingwei.kernel.clocks.clock import Unit, length_text
from jingwei.kernel.clocks.reckoning import Part, Reckoning
from jingwei.kernel.text import Text


class State(StrEnum):
    """How a deadline stands."""

    RUNNING = "running"
    DUE_TODAY = "due_today"
    OVERDUE = "overdue"
    SUSPENDED = "suspended"


@dataclass(frozen=True)
class Standing:
    """How a deadline stands: `days` left or overdue, in working days (`unit`) or days."""

    state: State
    days: int
    unit: Unit

    def label(self) -> Text:
        """In words: 剩余3个工作日, 今日届满, 已超期2日, 中止中."""
        length = length_text(self.days, self.unit)
        return {
            State.RUNNING: Text(zh=f"剩余{length.zh}", en=f"{length.en} left"),
            State.DUE_TODAY: Text(zh="今日届满", en="due today"),
            State.OVERDUE: Text(zh=f"已超期{length.zh}", en=f"{length.en} overdue"),
            State.SUSPENDED: Text(zh="中止中", en="suspended"),
        }[self.state]


def standing(reckoning: Reckoning, calendar: Calendar, today: date) -> Standing:
    """Where it stands at the end of `today`: the due day itself is still in time."""
    unit = Unit.WORKDAY if reckoning.clock.unit is Unit.WORKDAY else Unit.DAY
    suspended = reckoning.clock.suspension_on(today)
    if reckoning.due is None or (suspended is not None and today <= reckoning.due):
        return Standing(State.SUSPENDED, remaining(reckoning, today), unit)
    if today == reckoning.due:
        return Standing(State.DUE_TODAY, 0, unit)
    if today < reckoning.due:
        return Standing(State.RUNNING, remaining(reckoning, today), unit)
    return Standing(State.OVERDUE, overdue(reckoning, calendar, today), unit)


def remaining(reckoning: Reckoning, today: date) -> int:
    """Days left after `today` that count or were added by moving the end; 0 on the due day and after.

    While suspended without an end: what was left when it was suspended.
    """
    left = sum(1 for day in reckoning.days if day.day > today and day.part in (Part.COUNTED, Part.MOVED))
    if reckoning.due is not None:
        return left
    return left + reckoning.clock.needed - sum(day.counts for day in reckoning.days)


def overdue(reckoning: Reckoning, calendar: Calendar, today: date) -> int:
    """Days after the due day up to and including `today`: working days where the limit is in working days."""
    if reckoning.due is None or today <= reckoning.due:
        return 0
    past = (today - reckoning.due).days
    if reckoning.clock.unit is not Unit.WORKDAY:
        return past
    return sum(calendar.is_working(reckoning.due + timedelta(days=number)) for number in range(1, past + 1))
