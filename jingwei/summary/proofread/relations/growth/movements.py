"""A rate of growth with the value it belongs to, and what else is printed of the movement."""

from dataclasses import dataclass

from jingwei.summary.proofread.lexicon.units import Family
from jingwei.summary.proofread.relations import near
from jingwei.summary.proofread.relations.growth.respectively import values_of_run
from jingwei.summary.proofread.relations.growth.values import base_of, increment_of, levels_of, previous_of
from jingwei.summary.proofread.roles import Role, Roles
from jingwei.summary.proofread.structure import Outline, Slot


@dataclass(frozen=True)
class Movement:
    """A rate, the present value it speaks of, the one before, and the difference; as far as they are printed."""

    rate: Slot
    falls: bool
    is_multiple: bool  # 是上年的2倍, not 增长2倍
    base: Slot | None = None
    previous: Slot | None = None
    increment: Slot | None = None


def movement_of(rate: Slot, roles: Roles, outline: Outline) -> Movement:
    """The movement of a rate of growth."""
    part = roles[rate.index]
    base, previous, increment = _values(rate, roles, outline)
    return Movement(rate, part.falls, part.role is Role.MULTIPLE, base, previous, increment)


def _values(rate: Slot, roles: Roles, outline: Outline) -> tuple[Slot | None, Slot | None, Slot | None]:
    if rate.family is Family.POINTS:
        return _of_points(rate, roles)
    run = near.run_of(rate, roles)
    if len(run) > 1:
        return *values_of_run(run, rate, roles, outline), None
    base = base_of(rate, roles)
    if base is not None:
        return base, previous_of(rate, base, roles), increment_of(rate, base, roles)
    level, previous = levels_of(rate)
    return (level, previous, None) if previous is not None else (None, None, None)


def _of_points(rate: Slot, roles: Roles) -> tuple[Slot | None, Slot | None, Slot | None]:
    """Two percentages, or by mistake two amounts."""
    level, previous = levels_of(rate)
    if level is not None:
        return level, previous, None
    base = base_of(rate, roles)
    return base, previous_of(rate, base, roles) if base else None, None
