"""By what the previous value was multiplied: 增长4.3% by 1.043, 增长2倍 by 3, 是上年的2倍 by 2, 翻一番 by 2."""

from fractions import Fraction

from jingwei.summary.proofread.intervals import Interval
from jingwei.summary.proofread.lexicon import movements
from jingwei.summary.proofread.lexicon.units import Family
from jingwei.summary.proofread.relations.growth.movements import Movement

_PER_CENT = Fraction(1, 100)
# 翻一番 is said from just under twice the value to three times; more is 翻一番多
DOUBLED_AT_LEAST, DOUBLED_AT_MOST = Fraction(39, 40), Fraction(3, 2)


def factor_of(movement: Movement) -> Interval:
    """The factor a rate says, as an interval."""
    rate, true = movement.rate, movement.rate.figure.true
    if movement.is_multiple:
        return true if rate.family is Family.TIMES else true.scaled(_PER_CENT)
    if rate.family is Family.DOUBLINGS:
        return _of_doublings(movement)
    if rate.family is Family.TIMES:
        return true.shifted(1)
    moved = true.scaled(_PER_CENT)
    return _fallen_by(moved) if movement.falls else moved.shifted(1)


def _fallen_by(moved: Interval) -> Interval:
    low = Fraction(0) if moved.high is None else max(Fraction(0), 1 - moved.high)
    return Interval(low, 1 - moved.low)


def _of_doublings(movement: Movement) -> Interval:
    doubled = Fraction(2) ** int(movement.rate.figure.low)
    is_open = movement.rate.tail.startswith(movements.MANY_OVER)
    return Interval(doubled * DOUBLED_AT_LEAST, None if is_open else doubled * DOUBLED_AT_MOST)
