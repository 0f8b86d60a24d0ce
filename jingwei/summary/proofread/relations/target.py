"""Targets: what was aimed at, what was reached, and the per cent or surplus said of it.

Genre: “技术合同成交额1.32亿元,完成年度目标1.2亿元的110%”; “完成312件,超额52件”; “超额完成年度任务50家”.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from fractions import Fraction

from jingwei.kernel.text import Text
from jingwei.summary.proofread.arithmetic import span
from jingwei.summary.proofread.intervals import Interval
from jingwei.summary.proofread.lexicon import units
from jingwei.summary.proofread.relations import near
from jingwei.summary.proofread.relations.lists import is_quantity
from jingwei.summary.proofread.roles import Role, Roles
from jingwei.summary.proofread.shapes import Kind, Relation, Status
from jingwei.summary.proofread.structure import Outline, Slot

HOLDS = Text("完成数与目标相符", "reached and aimed at fit what is said of them")
FAILS = Text(
    "按完成数与目标推得 {found}，文中为 {printed}",
    "reached and aimed at give {found}; the text says {printed}",
)
SHORT = Text("文中说超额，完成数却小于目标", "said to exceed the target, yet less than it")
OTHER = Text(
    "按最近的完成数不符，按更前的一个相符", "does not fit the nearest figure reached, fits one before it"
)
NO_GOAL = Text("文中没有目标数，无从核对", "no target is printed; nothing to check against")

MOST_READINGS = 4


def relations(outline: Outline, roles: Roles) -> Iterator[Relation]:
    """A relation for every completion, surplus, and claim of a surplus."""
    for slot in outline.slots.values():
        role = roles[slot.index].role
        if role in {Role.COMPLETION, Role.EXCESS_RATE, Role.EXCESS}:
            yield _judge(slot, role, roles, outline)
        elif role is Role.GOAL:
            short = _claimed(slot, roles, outline)
            if short is not None:
                yield short


def _judge(slot: Slot, role: Role, roles: Roles, outline: Outline) -> Relation:
    goal = _goal(slot, roles, outline)
    reached = list(islice(_reached(slot, goal, roles, outline), MOST_READINGS))
    if goal is None or not reached:
        return Relation(Kind.TARGET, Status.NOT_ASSESSABLE, None, (), rate=slot.index, explanation=NO_GOAL)
    readings = [_read(one, goal, slot, role) for one in reached]
    if readings[0].status is Status.FAIL and any(one.status is Status.PASS for one in readings[1:]):
        return replace(readings[0], status=Status.UNCERTAIN, explanation=OTHER)
    return readings[0]


def _read(reached: Slot, goal: Slot, slot: Slot, role: Role) -> Relation:
    """What one reading of 'reached' gives."""
    true, aim = reached.figure.true, _aim(goal)
    quotient = true.over(aim)
    if role is Role.EXCESS:
        found, unit = true.minus(aim), slot.unit
    else:
        found, unit = None if quotient is None else quotient.scaled(100), "%"
        if role is Role.EXCESS_RATE and found is not None:
            found = found.shifted(-100)
    sign = "−" if role is Role.EXCESS else "÷"
    shown = f"{reached.figure.text} {sign} {goal.figure.text} = {span(found, unit) if found else '—'} ; {slot.figure.text}"
    parts = (reached.index,)
    if found is None or found.meets(slot.figure.true):
        return _said(Status.PASS, goal, parts, slot, shown, HOLDS)
    if role is Role.EXCESS_RATE and found.shifted(100).meets(slot.figure.true):
        return _said(Status.PASS, goal, parts, slot, shown, HOLDS)
    text = FAILS.format(found=span(found, unit), printed=slot.figure.text)
    status = Status.UNCERTAIN if role is Role.EXCESS and found.low < 0 else Status.FAIL
    return _said(status, goal, parts, slot, shown, text)


def _aim(goal: Slot) -> Interval:
    """A target is set, not counted: exactly what is printed."""
    return goal.figure.true if goal.figure.hedge or goal.figure.is_range else Interval.exact(goal.figure.low)


def _said(
    status: Status, goal: Slot, parts: tuple[int, ...], slot: Slot | None, shown: str, text: Text
) -> Relation:
    rate = slot.index if slot else None
    return Relation(Kind.TARGET, status, goal.index, parts, rate=rate, arithmetic=shown, explanation=text)


def _around(slot: Slot) -> Iterator[Slot]:
    """Before, then behind in the same clause group."""
    yield from near.before(slot)
    yield from slot.group.slots[slot.place + 1 : slot.place + near.REACH]


def _goal(slot: Slot, roles: Roles, outline: Outline) -> Slot | None:
    inside = [one for group in slot.group.inner for one in group.slots if abs(one.index - slot.index) <= 2]
    for one in (*inside, *_around(slot)):
        if roles[one.index].role is Role.GOAL:
            return one
    earlier = outline.earlier(slot.group.sentence)
    if earlier is not None and not earlier.is_plan:
        goals = [one for one in earlier.slots if roles[one.index].role is Role.GOAL]
        return goals[-1] if len(goals) == 1 else None
    return None


def _reached(slot: Slot, goal: Slot | None, roles: Roles, outline: Outline) -> Iterator[Slot]:
    """What may have been reached, the most likely first."""
    if goal is None:
        return
    first = min(slot, goal, key=lambda one: one.index) if goal.group is slot.group else slot
    between = sorted(_around(first), key=lambda one: one.index)
    behind = [one for one in between if first.index < one.index <= max(slot.index, goal.index) + 1]
    earlier = near.earlier_quantities(first, roles, outline, 1)
    before = [one for one in near.quantities_before(first, roles) if units.may_add(one.unit, goal.unit)]
    others = before or [one for one in (*behind, *earlier) if is_quantity(one, roles)]
    yield from (one for one in others if units.may_add(one.unit, goal.unit))


def _claimed(goal: Slot, roles: Roles, outline: Outline) -> Relation | None:
    """超额完成 with a target above what was reached."""
    if not re.search(r"超额|超过|提前超", goal.lead) or goal.group.sentence.is_plan:
        return None
    reached = next(_reached(goal, goal, roles, outline), None)
    if reached is None or not _aim(goal).exceeds(reached.figure.true):
        return None
    shown = f"{reached.figure.text} < {goal.figure.text}"
    return _said(Status.FAIL, goal, (reached.index,), None, shown, SHORT)
