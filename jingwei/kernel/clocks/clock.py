"""A clock: a limit that runs from a day, in working days, calendar days, natural days or months.

Civil Code: the first day is not counted (art. 201); months end on the day of the same number, or the month's
last day (art. 202); a last day that is no working day moves to the next one (art. 203). Natural days (自然日)
do not move. Suspended days do not count; an extension adds to the limit.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jingwei.kernel.errors import InputError
from jingwei.kernel.periods import add_months
from jingwei.kernel.text import Text


class Unit(StrEnum):
    """How a limit is counted."""

    WORKDAY = "workday"  # 工作日
    DAY = "day"  # 日 of the statutes: every day counts, the last one moves off holidays
    NATURAL = "natural"  # 自然日: every day counts, nothing moves
    MONTH = "month"
    COUNT = "count"  # no time at all: times or persons, for dated limits only


UNIT_TEXTS = {
    Unit.WORKDAY: Text(zh="个工作日", en="working days"),
    Unit.DAY: Text(zh="日", en="days"),
    Unit.NATURAL: Text(zh="个自然日", en="natural days"),
    Unit.MONTH: Text(zh="个月", en="months"),
    Unit.COUNT: Text(zh="", en=""),
}
LONGEST = {Unit.WORKDAY: 10_000, Unit.DAY: 20_000, Unit.NATURAL: 20_000, Unit.MONTH: 600}


def length_text(length: int, unit: Unit) -> Text:
    """A length in words: 20个工作日, 1 working day."""
    words = UNIT_TEXTS[unit]
    english = words.en.removesuffix("s") if length == 1 else words.en
    return Text(zh=f"{length}{words.zh}", en=f"{length} {english}".strip())


@dataclass(frozen=True)
class Suspension:
    """Days that do not count, from `first` to `last`, both included; `last` None: still suspended."""

    first: date
    last: date | None
    reason: Text

    def __post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise InputError(
                Text(
                    zh=f"中止期间的终止日{self.last}早于起始日{self.first}。",
                    en=f"The suspension ends on {self.last}, before it starts on {self.first}.",
                )
            )

    def covers(self, day: date) -> bool:
        """Whether `day` is suspended by it."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class Extension:
    """What is added to the limit, in the unit of the clock, and why."""

    length: int
    reason: Text


@dataclass(frozen=True)
class Clock:
    """A limit of `limit` units from `start`, which is not counted itself."""

    start: date
    limit: int
    unit: Unit
    suspensions: tuple[Suspension, ...] = ()
    extensions: tuple[Extension, ...] = ()

    def __post_init__(self) -> None:
        if self.unit is Unit.COUNT:
            raise ValueError("a number of times or persons is no length of time")
        lengths = (self.limit, *(extension.length for extension in self.extensions))
        if min(lengths) < 0 or sum(lengths) > LONGEST[self.unit]:
            longest = length_text(LONGEST[self.unit], self.unit)
            raise InputError(
                Text(
                    zh=f"期限应在0至{longest.zh}之间。",
                    en=f"A limit must lie between 0 and {longest.en}.",
                )
            )

    @property
    def total(self) -> int:
        """The limit with its extensions."""
        return self.limit + sum(extension.length for extension in self.extensions)

    @property
    def needed(self) -> int:
        """How many counted days the limit is: months are the days up to their end."""
        if self.unit is Unit.MONTH:
            return (add_months(self.start, self.total) - self.start).days
        return self.total

    def length(self) -> Text:
        """The limit in words, with what it was extended by: 40个工作日（含延长20个工作日）."""
        whole = length_text(self.total, self.unit)
        if self.total == self.limit:
            return whole
        added = length_text(self.total - self.limit, self.unit)
        return Text(zh=f"{whole.zh}（含延长{added.zh}）", en=f"{whole.en} (extended by {added.en})")

    def suspension_on(self, day: date) -> Suspension | None:
        """What suspends the clock on `day`, if anything."""
        return next((suspension for suspension in self.suspensions if suspension.covers(day)), None)
