"""Averages: a total, a count, and what falls to each.

Genre: “8家骨干企业…研发投入合计1.32亿元,户均1650万元”. An average off by a power of ten proves a slip of units; any
other gap may be an average over other members, so it is left to the reader.
"""

from collections.abc import Iterator
from fractions import Fraction

from jingwei.kernel.text import Text
from jingwei.summary.proofread.arithmetic import span
from jingwei.summary.proofread.intervals import Interval
from jingwei.summary.proofread.lexicon import units
from jingwei.summary.proofread.relations import near
from jingwei.summary.proofread.roles import Role, Roles
from jingwei.summary.proofread.shapes import Kind, Relation, Status
from jingwei.summary.proofread.structure import Outline, Slot

HOLDS = Text("总数、户数与平均数相符", "total, number and average fit")
SLIP = Text(
    "总数与平均数相差 {factor} 倍，疑为单位之误", "total and average are off by {factor}: a slip of units"
)
OTHER = Text(
    "平均数与总数、个数不符，也可能另有口径",
    "the average does not fit total and number, unless it is over others",
)
WHY = Text("以“{total}”为总数、“{count}”为个数", "“{total}” is taken for the total, “{count}” for the number")
_POWERS = [Fraction(10) ** power for power in (1, 2, 3, 4, 8, -1, -2, -3, -4, -8)]


def relations(outline: Outline, roles: Roles) -> Iterator[Relation]:
    """A relation for every average with a total and a number near by."""
    for slot in outline.slots.values():
        if roles[slot.index].role is not Role.AVERAGE or slot.is_rate:
            continue
        total, count = _total_and_count(slot, roles)
        if total is not None and count is not None and count.figure.low > 0:
            yield _judge(slot, total, count)


def _total_and_count(slot: Slot, roles: Roles) -> tuple[Slot | None, Slot | None]:
    """The nearest figure in the unit of the average, and the nearest other count before it."""
    total = count = None
    for one in near.quantities_before(slot, roles):
        if total is None and one.unit == slot.unit:
            total = one
        elif count is None and one.family in units.COUNTS and one.unit != slot.unit:
            count = one
    return total, count


def _judge(slot: Slot, total: Slot, count: Slot) -> Relation:
    found = total.figure.true.over(count.figure.true)
    quotient = span(found, slot.unit) if found else "—"
    status, text = _verdict(found, slot.figure.true)
    return Relation(
        Kind.UNIT,
        status,
        total.index,
        (count.index,),
        rate=slot.index,
        arithmetic=f"{total.figure.text} ÷ {count.figure.text} = {quotient} ; {slot.figure.text}",
        explanation=text,
        reasons=(WHY.format(total=total.figure.text, count=count.figure.text),),
    )


def _verdict(found: Interval | None, printed: Interval) -> tuple[Status, Text]:
    if found is None or found.meets(printed):
        return Status.PASS, HOLDS
    slips = [power for power in _POWERS if found.scaled(power).meets(printed)]
    return (Status.FAIL, SLIP.format(factor=slips[-1])) if slips else (Status.UNCERTAIN, OTHER)
