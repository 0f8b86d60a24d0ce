"""Judges a rate of growth against the previous value that is printed, follows from a difference, or is implied."""

from fractions import Fraction

from jingwei.kernel.text import Text
from jingwei.summary.proofread.arithmetic import span
from jingwei.summary.proofread.intervals import Interval
from jingwei.summary.proofread.lexicon import movements, times, units
from jingwei.summary.proofread.lexicon.units import Family
from jingwei.summary.proofread.relations.growth.factors import factor_of
from jingwei.summary.proofread.relations.growth.movements import Movement
from jingwei.summary.proofread.relations.growth.points import judged_points
from jingwei.summary.proofread.relations.growth.saying import FAILS, HOLDS, NOTHING, rate_shown, said
from jingwei.summary.proofread.shapes import Relation, Status
from jingwei.summary.proofread.structure import Slot

ALL = 100  # per cent
BELOW_NOTHING = Text("下降不可能超过 100%", "a fall of more than 100 % is impossible")
WHOLE = Text("推回上年可以是整数", "the implied previous count can be a whole number")
NO_WHOLE = Text("没有一个整数的上年值能得出这个增长率", "no whole previous count gives this rate")
LOOSE = Text("“增长 N 倍”按“为上年的 N 倍”理解才成立", "holds only if “grew N-fold” is read as “is N times”")
OTHER_SCOPE = Text("增长率的口径与两数不同，无从核对", "the rate is on another scope than the two values")


def judged(movement: Movement) -> Relation:
    """The relation of a rate with the values it speaks of."""
    base, previous, rate = movement.base, movement.previous, movement.rate
    if movement.falls and rate.family is Family.RATE and rate.figure.true.low > ALL:
        return said(movement, Status.FAIL, BELOW_NOTHING, f"{rate.figure.text} > 100%")
    if base is None or (base.is_rate and previous is None):
        return said(movement, Status.NOT_ASSESSABLE, NOTHING)
    if _is_on_another_scope(movement.rate):
        return said(movement, Status.NOT_ASSESSABLE, OTHER_SCOPE)
    if previous is not None and (base.is_rate or movement.rate.family is Family.POINTS):
        return judged_points(movement, base, previous)
    if previous is not None:
        return _against(movement, base, previous.figure.true, f"{base.figure.text} ÷ {previous.figure.text}")
    if movement.increment is not None:
        return _against_difference(movement, base, movement.increment)
    return _implied(movement, base)


def _is_on_another_scope(rate: Slot) -> bool:
    is_other = movements.ON_ANOTHER_SCOPE.search(rate.between) or movements.ON_ANOTHER_SCOPE.search(rate.tail)
    return bool(is_other or times.OF_ANOTHER_PERIOD.search(rate.lead))


def _against_difference(movement: Movement, base: Slot, increment: Slot) -> Relation:
    """比上年增加460万元,增长19.2%: the previous value is the present one less the difference."""
    moved, now = increment.figure.true, base.figure.true
    before = now + moved if movement.falls else now.minus(moved)
    if before is None or before.low <= 0:
        return said(movement, Status.NOT_ASSESSABLE, NOTHING)
    sign = "+" if movement.falls else "−"
    left = f"{base.figure.text} ÷ ({base.figure.text} {sign} {increment.figure.text})"
    return _against(movement, base, before, left)


def _against(movement: Movement, base: Slot, before: Interval, left: str) -> Relation:
    """A rate against two values; `left` shows their quotient."""
    quotient, rate = base.figure.true.over(before), movement.rate
    if quotient is None:
        return said(movement, Status.NOT_ASSESSABLE, NOTHING)
    shown = f"{left} = {span(quotient, places=4)} → {rate_shown(quotient)} ; {rate.figure.text}"
    if quotient.meets(factor_of(movement)):
        return said(movement, Status.PASS, HOLDS, shown)
    if rate.family is Family.TIMES and not movement.is_multiple and quotient.meets(rate.figure.true):
        return said(movement, Status.UNCERTAIN, LOOSE, shown)
    status = Status.FAIL if _is_sure(movement, base) else Status.UNCERTAIN
    text = FAILS.format(found=rate_shown(quotient), printed=rate.figure.text)
    return said(movement, status, text, shown)


def _is_sure(movement: Movement, base: Slot) -> bool:
    """净增4家 may speak of a total said elsewhere; 比上年增加4家 behind a value speaks of that value."""
    if movement.increment is None or movements.COMPARED_AT_ALL.search(movement.increment.lead):
        return True
    return bool(movements.SAYS_THE_TOTAL.search(base.lead))


def _implied(movement: Movement, base: Slot) -> Relation:
    """97件,增长4.3%: some whole number must have grown to 97 by 4.3 %."""
    figure = base.figure
    before = figure.true.over(factor_of(movement)) if _is_plain(movement, base) else None
    if before is None or before.width is None or before.width >= 1:
        return said(movement, Status.NOT_ASSESSABLE, NOTHING)
    shown = f"{figure.text} ÷ {span(factor_of(movement), places=4)} = {span(before, places=1)}"
    least = Fraction(-(-before.low // 1))
    if before.holds_whole_number() and before.high is not None and before.high >= 1:
        return said(movement, Status.PASS, WHOLE, f"{shown} → {least}")
    return said(movement, Status.FAIL, NO_WHOLE, shown)


def _is_plain(movement: Movement, base: Slot) -> bool:
    """Whether a count and its rate were both printed without hedge, the count to the last one."""
    figure, rate = base.figure, movement.rate
    is_count = base.family in units.COUNTS and figure.true.width == 0 and figure.low > 0
    is_rate = rate.family in {Family.RATE, Family.TIMES}
    return is_count and is_rate and figure.hedge is None and rate.figure.hedge is None
