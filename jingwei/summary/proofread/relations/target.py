"""Targets: what was aimed at, what was reached, and the per cent or surplus said of it.

Genre: “技术合同成交额1.32亿元,完成年度目标1.2亿元的110%”; “完成312件,超额52件”; “超额完成年度任务50家”.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from jingwei.kernel.text import Text
from jingwei.summary.proofread.arithmetic import span
from jingwei.summary.proofread.intervals import Interval
from jingwei.summary.proofread.lexicon import aims, units
from jingwei.summary.proofread.relations import near
from jingwei.summary.proofread.relations.near import is_quantity
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
WHY = Text(
    "以“{goal}”为目标、“{reached}”为完成数",
    "“{goal}” is taken for the target, “{reached}” for what was reached",
)

MOST_READINGS = 4  # figures that may have been reached
_BESIDE = 2  # figures away from a bracket in which its target is meant


def relations(outline: Outline, roles: Roles) -> Iterator[Relation]:
    """A relation for every completion, surplus, and claim of a surplus."""
    for slot in outline.slots.values():
        role = roles[slot.index].role
        if role in {Role.COMPLETION, Role.EXCESS_RATE, Role.EXCESS}:
            yield _judge(slot, role, roles, outline)
        elif role is Role.GOAL:
            short = _falls_short(slot, roles, outline)
            if short is not None:
                yield short


def _judge(slot: Slot, role: Role, roles: Roles, outline: Outline) -> Relation:
    readings = list(islice(_readings(slot, role, roles, outline), MOST_READINGS))
    if not readings:
        return Relation(Kind.TARGET, Status.NOT_ASSESSABLE, None, (), rate=slot.index, explanation=NO_GOAL)
    first, *others = readings
    if first.status is Status.FAIL and any(one.status is Status.PASS for one in others):
        return replace(first, status=Status.UNCERTAIN, explanation=OTHER)
    return first


def _readings(slot: Slot, role: Role, roles: Roles, outline: Outline) -> Iterator[Relation]:
    """What each figure gives that may have been reached, the most likely first; none without a target."""
    goal = _goal(slot, roles, outline)
    if goal is not None:
        yield from (_read(one, goal, slot, role) for one in _reached(slot, goal, roles, outline))


def _read(reached: Slot, goal: Slot, slot: Slot, role: Role) -> Relation:
    """What one reading of 'reached' gives."""
    found = _found(reached.figure.true, _aim(goal), role)
    unit = slot.unit if role is Role.EXCESS else "%"
    sign = "−" if role is Role.EXCESS else "÷"
    result = span(found, unit) if found else "—"
    shown = f"{reached.figure.text} {sign} {goal.figure.text} = {result} ; {slot.figure.text}"
    if found is None or _fits(found, slot, role):
        return _said(Status.PASS, goal, reached, slot, shown, HOLDS)
    # more than what was reached is the surplus of another figure
    status = Status.UNCERTAIN if role is Role.EXCESS and found.low < 0 else Status.FAIL
    text = FAILS.format(found=span(found, unit), printed=slot.figure.text)
    return _said(status, goal, reached, slot, shown, text)


def _found(reached: Interval, aim: Interval, role: Role) -> Interval | None:
    """The surplus in units, or the completion or surplus in per cent."""
    if role is Role.EXCESS:
        return reached.minus(aim)
    quotient = reached.over(aim)
    if quotient is None:
        return None
    completed = quotient.scaled(100)
    return completed.shifted(-100) if role is Role.EXCESS_RATE else completed


def _fits(found: Interval, slot: Slot, role: Role) -> bool:
    """超额120% is said for 20% more as well as for 120% reached."""
    printed = slot.figure.true
    return found.meets(printed) or (role is Role.EXCESS_RATE and found.shifted(100).meets(printed))


def _aim(goal: Slot) -> Interval:
    """A target is set, not counted: exactly what is printed."""
    return goal.figure.true if goal.figure.hedge or goal.figure.is_range else Interval.exact(goal.figure.low)


def _around(slot: Slot) -> Iterator[Slot]:
    """Before, then behind in the same clause group."""
    yield from near.before(slot)
    yield from slot.group.slots[slot.place + 1 : slot.place + near.REACH]


def _goal(slot: Slot, roles: Roles, outline: Outline) -> Slot | None:
    """The target: in a bracket beside the slot, around it, or the only one of the sentence before."""
    beside = (
        one for group in slot.group.inner for one in group.slots if abs(one.index - slot.index) <= _BESIDE
    )
    for one in (*beside, *_around(slot)):
        if roles[one.index].role is Role.GOAL:
            return one
    earlier = outline.earlier(slot.group.sentence)
    if earlier is None or earlier.plan_from is not None:
        return None
    goals = [one for one in earlier.slots if roles[one.index].role is Role.GOAL]
    return goals[-1] if len(goals) == 1 else None


def _reached(slot: Slot, goal: Slot, roles: Roles, outline: Outline) -> Iterator[Slot]:
    """What may have been reached, the most likely first."""
    stated = (one for one in near.on_from(goal) if one.index < slot.index and is_quantity(one, roles))
    yield from (one for one in stated if units.may_add(one.unit, goal.unit))
    first = min(slot, goal, key=lambda one: one.index) if goal.group is slot.group else slot
    before = [one for one in near.quantities_before(first, roles) if units.may_add(one.unit, goal.unit)]
    last = max(slot.index, goal.index) + 1
    around = sorted(_around(first), key=lambda one: one.index)
    behind = (one for one in around if first.index < one.index <= last and is_quantity(one, roles))
    others = before or (*behind, *near.earlier_quantities(first, roles, outline, 1))
    yield from (one for one in others if units.may_add(one.unit, goal.unit))


def _claims_surplus(goal: Slot, reached: Slot) -> bool:
    """超额 before the target, or right behind what was reached: 目标50家,实际46家,超额完成."""
    following = max(goal, reached, key=lambda one: one.index).after()
    rest = following.between if following else goal.group.words[-1]
    return bool(aims.CLAIMS_SURPLUS.search(goal.lead) or aims.CLAIMED_BEHIND.match(rest))


def _falls_short(goal: Slot, roles: Roles, outline: Outline) -> Relation | None:
    """超额完成 with a target above what was reached."""
    reached = None if goal.is_planned else next(_reached(goal, goal, roles, outline), None)
    if reached is None or not _claims_surplus(goal, reached) or not _aim(goal).exceeds(reached.figure.true):
        return None
    return _said(Status.FAIL, goal, reached, None, f"{reached.figure.text} < {goal.figure.text}", SHORT)


def _said(status: Status, goal: Slot, reached: Slot, slot: Slot | None, shown: str, text: Text) -> Relation:
    return Relation(
        Kind.TARGET,
        status,
        goal.index,
        (reached.index,),
        rate=slot.index if slot else None,
        arithmetic=shown,
        explanation=text,
        reasons=(WHY.format(goal=goal.figure.text, reached=reached.figure.text),),
    )
