"""How a figure stands against the even pace to its target."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

SLIGHTLY = Fraction(2, 100)
SCALE = Fraction(3, 10)  # the bar runs from once to 1.3 times the base


class Standing(StrEnum):
    """Whether the pace is kept."""

    AHEAD = "ahead"
    SLIGHTLY_BEHIND = "slightly_behind"
    BEHIND = "behind"


@dataclass(frozen=True)
class Pace:
    """`times` the base now, and `due` at an even yearly rate (八倍增: 2012 is 1, 2017 is 2: 1.149 times a year)."""

    times: Fraction
    due: float

    @property
    def standing(self) -> Standing:
        """Ahead, behind by less than 0.02 of the base, or behind."""
        if self.times >= self.due:
            return Standing.AHEAD
        return Standing.SLIGHTLY_BEHIND if self.times + SLIGHTLY >= self.due else Standing.BEHIND

    @property
    def bar(self) -> float:
        """Where the bar ends, 0 to 1."""
        return _on_scale(float(self.times))

    @property
    def mark(self) -> float:
        """Where the mark of the due value stands, 0 to 1."""
        return _on_scale(self.due)


def pace(base: int, now: int, target: int, base_year: int, year: int, target_year: int) -> Pace | None:
    """The pace of a figure that is to grow from `base` to `target`; None where that cannot be told.

    The even pace is the constant yearly rate that leads from base to target (provincial campaign of 2013: double the
    value of 2012 by 2017).
    """
    if base <= 0 or target <= 0 or target_year <= base_year or not base_year <= year:
        return None
    share = min(year, target_year) - base_year
    due = (target / base) ** (share / (target_year - base_year))
    return Pace(Fraction(now, base), due)


def _on_scale(times: float) -> float:
    return max(0.0, min(1.0, (times - 1) / float(SCALE)))
