"""What a late holiday notice, a suspension or an extension changed in a deadline."""

from dataclasses import dataclass
from datetime import date

from jingwei.kernel.clocks.reckoning import ReckonedDay, Reckoning
from jingwei.kernel.periods import day_label
from jingwei.kernel.text import Text


@dataclass(frozen=True)
class ChangedDay:
    """A day that is told otherwise than before; None: it was, or is, not on the way."""

    day: date
    old: ReckonedDay | None
    new: ReckonedDay | None


@dataclass(frozen=True)
class Difference:
    """How two reckonings differ: due days, and the days that changed, in order."""

    old_due: date | None
    new_due: date | None
    days: tuple[ChangedDay, ...]

    @property
    def is_moved(self) -> bool:
        """Whether the due day is another."""
        return self.old_due != self.new_due

    @property
    def moved_by(self) -> int | None:
        """By how many days the due day moved (later is positive); None where one of them is not fixed."""
        if self.old_due is None or self.new_due is None:
            return None
        return (self.new_due - self.old_due).days

    def text(self) -> Text:
        """In words: 届满日由…改为…."""
        if not self.is_moved:
            return Text(zh="届满日不变。", en="The due day stays the same.")
        old, new = (_due(day) for day in (self.old_due, self.new_due))
        return Text(
            zh=f"届满日由{old.zh}改为{new.zh}。", en=f"The due day changes from {old.en} to {new.en}."
        )


def difference(old: Reckoning, new: Reckoning) -> Difference:
    """What changed from `old` to `new`, day by day."""
    before, after = ({day.day: day for day in reckoning.days} for reckoning in (old, new))
    changed = (
        ChangedDay(day, before.get(day), after.get(day))
        for day in sorted(before.keys() | after.keys())
        if before.get(day) != after.get(day)
    )
    return Difference(old.due, new.due, tuple(changed))


def _due(day: date | None) -> Text:
    return Text(zh="未定", en="undecided") if day is None else day_label(day)
