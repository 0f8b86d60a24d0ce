"""Hedges: words such as 近 or 多 that bound a rounded number, and when the true value satisfies them."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from jingwei.kernel.rounding import Exact

ABOUT_TOLERANCE = Fraction(1, 20)


class Bound(StrEnum):
    """What a hedge promises about the true value v against the number said s."""

    BELOW = "below"  # 近, 不足: v < s
    ABOUT = "about"  # 约: within a twentieth of s
    ABOVE = "above"  # 超, 逾, 多: v > s
    AT_LEAST = "at least"  # 以上: v >= s


@dataclass(frozen=True)
class Hedge:
    """One word: what it promises, and where it stands: before the number, after it, or after the unit."""

    word: str
    bound: Bound
    place: str


BEFORE, INSIDE, AFTER = "before", "inside", "after"
HEDGES = {
    hedge.word: hedge
    for hedge in (
        Hedge("近", Bound.BELOW, BEFORE),
        Hedge("不足", Bound.BELOW, BEFORE),
        Hedge("约", Bound.ABOUT, BEFORE),
        Hedge("超", Bound.ABOVE, BEFORE),
        Hedge("逾", Bound.ABOVE, BEFORE),
        Hedge("多", Bound.ABOVE, INSIDE),
        Hedge("余", Bound.ABOVE, INSIDE),
        Hedge("以上", Bound.AT_LEAST, AFTER),
        Hedge("nearly", Bound.BELOW, BEFORE),
        Hedge("under", Bound.BELOW, BEFORE),
        Hedge("about", Bound.ABOUT, BEFORE),
        Hedge("over", Bound.ABOVE, BEFORE),
        Hedge("more than", Bound.ABOVE, BEFORE),
        Hedge("at least", Bound.AT_LEAST, BEFORE),
    )
}


def step_of(said: Decimal) -> Fraction:
    """One unit in the last digit of `said` that is not nought: 2100 gives 100, 1.5 gives 0.1."""
    exponent = said.normalize().as_tuple().exponent
    return Fraction(10) ** exponent if isinstance(exponent, int) else Fraction(1)


def satisfied(bound: Bound, said: Decimal, value: Exact) -> bool:
    """Whether `value` keeps what the hedge promises, within one step (see `step_of`) of the number said.

    2,100多 holds for 2,134 and neither for 2,100 (that is no 多) nor for 2,250 (that would be 2,200多).
    """
    step, number, true = step_of(said), Fraction(said), Fraction(value)
    match bound:
        case Bound.BELOW:
            return number - step < true < number
        case Bound.ABOUT:
            return abs(true - number) <= abs(number) * ABOUT_TOLERANCE
        case Bound.ABOVE:
            return number < true < number + step
        case Bound.AT_LEAST:
            return number <= true < number + step
