"""Differences: 增加15项 beside a printed previous and present value."""

from collections.abc import Iterator

from jingwei.summary.proofread.arithmetic import number
from jingwei.summary.proofread.lexicon import movements, units
from jingwei.summary.proofread.relations import near
from jingwei.summary.proofread.relations.growth.saying import FAILS, HOLDS, WHY_BASE, WHY_PREVIOUS
from jingwei.summary.proofread.relations.growth.values import previous_of
from jingwei.summary.proofread.roles import Roles
from jingwei.summary.proofread.shapes import Kind, Relation, Status
from jingwei.summary.proofread.structure import Slot


def judged_difference(slot: Slot, roles: Roles) -> Iterator[Relation]:
    """“申报110项,上年95项,增加15项”: the present value less the previous one; nothing where one is missing."""
    base = next(near.quantities_before(slot, roles), None)
    if base is None or not units.may_add(base.unit, slot.unit):
        return
    previous = previous_of(slot, base, roles)
    if previous is not None and movements.OPENS_A_DIFFERENCE.match(slot.between.strip()):
        yield _judged(slot, base, previous, falls=roles[slot.index].falls)


def _judged(slot: Slot, base: Slot, previous: Slot, *, falls: bool) -> Relation:
    now, then = base.figure.true, previous.figure.true
    difference = then.minus(now) if falls else now.minus(then)
    status, text = Status.PASS, HOLDS
    if difference is not None and not difference.meets(slot.figure.true):
        found = number(difference.low, slot.unit)
        status, text = Status.FAIL, FAILS.format(found=found, printed=slot.figure.text)
    return Relation(
        Kind.GROWTH,
        status,
        base.index,
        (slot.index,),
        previous=previous.index,
        arithmetic=f"{base.figure.text} − {previous.figure.text} ; {slot.figure.text}",
        explanation=text,
        reasons=(
            WHY_BASE.format(figure=base.figure.text),
            WHY_PREVIOUS.format(figure=previous.figure.text),
        ),
    )
