"""The words in which a movement is told."""

from jingwei.kernel.text import Text
from jingwei.summary.proofread.arithmetic import span
from jingwei.summary.proofread.intervals import Interval
from jingwei.summary.proofread.relations.growth.movements import Movement
from jingwei.summary.proofread.shapes import Kind, Relation, Status

HOLDS = Text("按印出的各数可以推得", "follows from the figures as printed")
FAILS = Text(
    "按印出的各数推得 {found}，文中为 {printed}",
    "the figures as printed give {found}; the text says {printed}",
)
NOTHING = Text("文中没有上年数，无从核对", "no previous value is printed; nothing to check against")
WHY_BASE = Text("以“{figure}”为本期数", "“{figure}” is taken for the present value")
WHY_PREVIOUS = Text("以“{figure}”为上期数", "“{figure}” is taken for the previous value")
WHY_INCREMENT = Text("以“{figure}”为增减数", "“{figure}” is taken for the difference")


def said(
    movement: Movement, status: Status, text: Text, shown: str = "", kind: Kind = Kind.GROWTH
) -> Relation:
    """What was found out about a movement."""
    base, previous, increment = movement.base, movement.previous, movement.increment
    taken = ((WHY_BASE, base), (WHY_PREVIOUS, previous), (WHY_INCREMENT, increment))
    return Relation(
        kind,
        status,
        base.index if base else None,
        (increment.index,) if increment else (),
        rate=movement.rate.index,
        previous=previous.index if previous else None,
        arithmetic=shown,
        explanation=text,
        reasons=tuple(why.format(figure=one.figure.text) for why, one in taken if one),
    )


def rate_shown(quotient: Interval) -> str:
    """The growth in per cent that a quotient of two values amounts to."""
    return span(quotient.shifted(-1).scaled(100), "%")
