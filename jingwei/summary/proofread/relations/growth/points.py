"""百分点 against %: the difference of two percentages is in points, the growth of an amount in per cent."""

from jingwei.kernel.text import Text
from jingwei.summary.proofread.arithmetic import span
from jingwei.summary.proofread.intervals import Interval
from jingwei.summary.proofread.lexicon.units import Family
from jingwei.summary.proofread.relations.growth.movements import Movement
from jingwei.summary.proofread.relations.growth.saying import FAILS, HOLDS, said
from jingwei.summary.proofread.shapes import Kind, Relation, Status
from jingwei.summary.proofread.structure import Slot

POINTS_NOT_RATE = Text(
    "两个百分数相差应以百分点计，文中写作 %",
    "the difference of two percentages is in percentage points, not per cent",
)
RATE_NOT_POINTS = Text(
    "增长的是比率，应以 % 计，文中写作百分点", "this is a rate of growth in per cent, not percentage points"
)


def judged_points(movement: Movement, base: Slot, previous: Slot) -> Relation:
    """由20.4%提高到21.6%,提高1.2个百分点 holds; 提高1.2% is the wrong unit; so are points for two amounts."""
    now, then = base.figure.true, previous.figure.true
    larger, smaller = (then, now) if movement.falls else (now, then)
    difference, grown = larger.minus(smaller), _per_cent(larger, smaller, falls=movement.falls)
    printed, rate = movement.rate.figure.true, movement.rate
    is_difference = base.is_rate and difference is not None and difference.meets(printed)
    is_growth = grown is not None and grown.meets(printed)
    says_points = rate.family is Family.POINTS
    shown = f"{base.figure.text} − {previous.figure.text} ; {rate.figure.text}"
    if is_difference if says_points else is_growth:
        return said(movement, Status.PASS, HOLDS, shown)
    if is_difference:
        return said(movement, Status.FAIL, POINTS_NOT_RATE, shown, Kind.UNIT)
    if is_growth:
        return said(movement, Status.FAIL, RATE_NOT_POINTS, shown, Kind.UNIT)
    found = "—" if difference is None else span(difference, "个百分点" if base.is_rate else "")
    return said(movement, Status.FAIL, FAILS.format(found=found, printed=rate.figure.text), shown)


def _per_cent(larger: Interval, smaller: Interval, *, falls: bool) -> Interval | None:
    """By how much per cent a value rose or fell."""
    if not falls:
        quotient = larger.over(smaller)
        return quotient and quotient.shifted(-1).scaled(100)
    quotient = smaller.over(larger)
    if smaller.low <= 0 or quotient is None or quotient.high is None:
        return None
    return Interval(100 - quotient.high * 100, 100 - quotient.low * 100)
