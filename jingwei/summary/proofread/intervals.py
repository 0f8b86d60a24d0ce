"""Closed intervals of exact fractions: what a rounded, hedged number leaves possible.

A printed number stands for every value that rounds to it, so 13.8% is [13.75, 13.85]. Sums, differences and
quotients of such intervals tell whether an equation *can* hold; only one that cannot is wrong. `None` is infinity.
"""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Interval:
    """All values from `low` to `high`; `high` None: no upper end."""

    low: Fraction
    high: Fraction | None

    @classmethod
    def exact(cls, value: Fraction | int) -> "Interval":
        """The one value."""
        return cls(Fraction(value), Fraction(value))

    def __add__(self, other: "Interval") -> "Interval":
        """Sum of any two values."""
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(self.low + other.low, high)

    def minus(self, other: "Interval") -> "Interval | None":
        """Difference of any two values; None where `other` has no upper end."""
        if other.high is None:
            return None
        return Interval(self.low - other.high, None if self.high is None else self.high - other.low)

    def over(self, other: "Interval") -> "Interval | None":
        """Quotient of two intervals, the divisor being positive; None where it may be nought."""
        if other.low <= 0:
            return None
        low = Fraction(0) if other.high is None else self.low / (other.high if self.low >= 0 else other.low)
        return Interval(low, None if self.high is None else self.high / other.low)

    def scaled(self, factor: Fraction | int) -> "Interval":
        """Every value times a positive factor."""
        return Interval(self.low * factor, None if self.high is None else self.high * factor)

    def shifted(self, by: Fraction | int) -> "Interval":
        """Every value plus `by`."""
        return Interval(self.low + by, None if self.high is None else self.high + by)

    def meets(self, other: "Interval") -> bool:
        """Whether a value lies in both."""
        below = self.high is None or other.low <= self.high
        return below and (other.high is None or self.low <= other.high)

    def exceeds(self, other: "Interval") -> bool:
        """Whether every value here is larger than every value there."""
        return other.high is not None and self.low > other.high

    def holds_whole_number(self) -> bool:
        """Whether a whole number lies within."""
        return self.high is None or self.high.__floor__() >= self.low

    @property
    def width(self) -> Fraction | None:
        """Distance of the ends; None where there is no upper end."""
        return None if self.high is None else self.high - self.low


def total_of(parts: list[Interval]) -> Interval:
    """Sum of all `parts`; nought for none."""
    total = Interval.exact(0)
    for part in parts:
        total = total + part
    return total
