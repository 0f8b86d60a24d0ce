"""The calendar of working days: what is known of each day, and what is assumed beyond."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Self

from jingwei.kernel.clocks.names import KIND_TEXTS, DayKind, holiday_text
from jingwei.kernel.text import Text


@dataclass(frozen=True)
class CalendarDay:
    """One day: its kind, its holiday (Chinese name, or empty), by which notice. `is_known`: not assumed."""

    day: date
    kind: DayKind
    name: str = ""
    source: str = ""
    is_known: bool = True

    @property
    def is_working(self) -> bool:
        """Whether offices are open."""
        return self.kind.is_working

    def label(self) -> Text:
        """How the day is named: 周末, 春节, 国庆节（调休上班）."""
        kind = KIND_TEXTS[self.kind]
        if not self.name:
            return kind
        name = holiday_text(self.name)
        if self.kind is DayKind.HOLIDAY:
            return name
        return Text(zh=f"{name.zh}（{kind.zh}）", en=f"{name.en} ({kind.en})")


class Calendar:
    """What each day is. A day without a row is not known: Monday to Friday are then taken for working days.

    Coverage is the days given, normally whole years; `first` and `last` are its ends (None for an empty
    calendar).
    """

    def __init__(self, days: Iterable[CalendarDay] = ()) -> None:
        self._days: Mapping[date, CalendarDay] = MappingProxyType({day.day: day for day in days})
        self.first: date | None = min(self._days, default=None)
        self.last: date | None = max(self._days, default=None)

    def on(self, day: date) -> CalendarDay:
        """What `day` is; assumed (`is_known` false) where nothing is known."""
        known = self._days.get(day)
        if known is not None:
            return known
        kind = DayKind.WEEKEND if day.weekday() >= 5 else DayKind.WORKDAY
        return CalendarDay(day, kind, is_known=False)

    def is_working(self, day: date) -> bool:
        """Whether offices are open on `day`, as far as known."""
        return self.on(day).is_working

    def with_days(self, days: Iterable[CalendarDay]) -> Self:
        """A calendar in which `days` replace or add to what was known, as after a late holiday notice."""
        return type(self)([*self._days.values(), *days])

    def __len__(self) -> int:
        return len(self._days)
