"""Running totals: what stood before, what this year added, and what it comes to.

Genre: “至2012年底累计完成2.64亿元,今年完成1.86亿元,至年末累计完成4.50亿元”; “今年新建47处,累计达到359处”;
“三年累计6.44亿元”. What was taken away in between (注销, 迁出, 核减) makes the equation unsure.
"""

from collections.abc import Iterator

from jingwei.kernel.text import Text
from jingwei.summary.proofread.arithmetic import number, span
from jingwei.summary.proofread.lexicon import running, times, units
from jingwei.summary.proofread.relations import near
from jingwei.summary.proofread.relations.near import is_quantity
from jingwei.summary.proofread.relations.wording import words_shared
from jingwei.summary.proofread.roles import Role, Roles
from jingwei.summary.proofread.shapes import Kind, Relation, Status
from jingwei.summary.proofread.structure import Outline, Slot, clauses_of
from jingwei.summary.proofread.subjects import subject_of

HOLDS = Text("上年数加本年数等于累计数", "previous and this year make the running total")
FAILS = Text(
    "上年数加本年数为 {found}，文中累计 {printed}",
    "previous and this year make {found}; the text says {printed}",
)
LEFT = Text("其间有减少，无从核对", "some were taken away in between; nothing to check")
LESS = Text("累计数小于本年数", "the running total is less than this year alone")
MORE = Text("累计数不小于本年数", "the running total is not less than this year's")
WHY_PREVIOUS = Text("以“{figure}”为上年末数", "“{figure}” is taken for what stood before")
WHY_ADDED = Text("以“{figure}”为本年数", "“{figure}” is taken for what this year added")
_SPOKEN_UNITS = {"元", "平方米"}


def relations(outline: Outline, roles: Roles) -> Iterator[Relation]:
    """A relation for every running total that stands beside what it is made of."""
    for slot in outline.slots.values():
        if not is_quantity(slot, roles) or slot.is_planned:
            continue
        if running.MAY_RUN.search(slot.lead):
            found = _of_three(slot, roles, outline) or _of_two(slot, roles)
            if found is not None:
                yield found


def _of_three(slot: Slot, roles: Roles, outline: Outline) -> Relation | None:
    """previous + this year = running total."""
    is_earlier = times.COUNTED_EARLIER.search(slot.lead)
    if is_earlier and not times.BY_THE_END_OF_THE_YEAR.search(slot.lead):
        return None
    previous, added = _previous_and_added(slot, roles, outline)
    if previous is None or added is None or not _may_make(slot, previous, added):
        return None
    whole = previous.figure.true + added.figure.true
    made = number(previous.figure.high + added.figure.high, slot.unit if slot.unit in _SPOKEN_UNITS else "")
    shown = f"{previous.figure.text} + {added.figure.text} = {made} ; {slot.figure.text}"
    if whole.meets(slot.figure.true):
        return _said(Status.PASS, slot, added, previous, shown, HOLDS)
    words = outline.text[previous.figure.start : slot.figure.end]
    if running.TAKEN.search(words) or _others_between(slot, previous, added):
        return _said(Status.NOT_ASSESSABLE, slot, added, previous, shown, LEFT)
    text = FAILS.format(found=span(whole, slot.unit), printed=slot.figure.text)
    return _said(Status.FAIL, slot, added, previous, shown, text)


def _previous_and_added(slot: Slot, roles: Roles, outline: Outline) -> tuple[Slot | None, Slot | None]:
    """The nearest stock of an earlier year, and the nearest addition of this one, of the same thing."""
    previous = added = None
    for one in _candidates(slot, roles, outline):
        if previous is None and _stood_before(one, roles) and _is_same_thing(one, slot):
            previous = one
        elif added is None and one is not previous and _was_added(one, roles) and _is_same_thing(one, slot):
            added = one
        if previous is not None and added is not None:
            break
        if one is not previous and _is_other_total(one, slot, roles):
            break
    return previous, added


def _may_make(slot: Slot, previous: Slot, added: Slot) -> bool:
    """Not two counts of one year, nor a total that stands between them."""
    year = _year_of(slot)
    if year is not None and _year_of(previous) == year:
        return False
    return not previous.index < slot.index < added.index


def _others_between(slot: Slot, previous: Slot, added: Slot) -> bool:
    """Whether another count in the same unit stands among the three: it may have come or gone as well."""
    return any(
        one.unit == slot.unit
        and previous.index < one.index < slot.index
        and one is not added
        and not one.is_rate
        for one in slot.group.slots
    )


def _is_other_total(one: Slot, slot: Slot, roles: Roles) -> bool:
    """Another running total in the same unit: what stands before it belongs to it."""
    runs = is_quantity(one, roles) and one.unit == slot.unit and running.RUNS.search(one.lead)
    return bool(runs) and not _stood_before(one, roles)


def _candidates(slot: Slot, roles: Roles, outline: Outline) -> Iterator[Slot]:
    """What may have stood before or been added, the nearest first."""
    for one in near.before(slot):
        yield one
        yield from (inner for group in one.group.inner if group.anchor is one for inner in group.slots)
    after = slot.after()
    if after is not None and roles[after.index].role is Role.PREVIOUS:
        yield after
    earlier = outline.earlier(slot.group.sentence)
    if earlier is not None:
        yield from near.last_of(earlier.main.slots)


def _stood_before(one: Slot, roles: Roles) -> bool:
    if one.is_rate or roles[one.index].role not in {Role.QUANTITY, Role.PREVIOUS}:
        return False
    words = _timed(one)
    if running.SINCE in words or times.AT_THE_END_OF_THIS_YEAR.search(words):
        return False
    return bool(times.COUNTED_EARLIER.search(words))


def _was_added(one: Slot, roles: Roles) -> bool:
    if one.is_rate or roles[one.index].role not in {Role.QUANTITY, Role.INCREMENT}:
        return False
    if running.RUNS.search(one.lead) or times.COUNTED_EARLIER.search(one.lead):
        return False
    return bool(times.ADDED_THIS_YEAR.search(_timed(one)))


def _timed(one: Slot) -> str:
    """The words before a figure with the time phrase that opens its clause: “2010年末,全县累计建成”."""
    *clauses, lead = clauses_of(one.between)
    opening = clauses[-1].strip() if clauses else ""
    return f"{opening},{lead}" if times.IS_A_TIME.match(opening) else lead


def _year_of(slot: Slot) -> int | None:
    named = times.years_in(_timed(slot))
    return named[-1] if named else None


def _is_same_thing(one: Slot, other: Slot) -> bool:
    """Whether both count the same: units that fit, and no words that name another thing."""
    if not units.may_add(one.unit, other.unit):
        return False
    mine, others = _bare(one), _bare(other)
    if not mine or not others or mine in others or others in mine:
        return True
    return words_shared(mine, others) >= max(1, min(len(mine), len(others)) // 2)


def _bare(slot: Slot) -> str:
    """The subject without time and manner: 省级众创空间 of “截至2012年底累计建成省级众创空间”."""
    return running.TIME_AND_MANNER.sub("", subject_of(slot).split(running.SINCE)[-1])


def _of_two(slot: Slot, roles: Roles) -> Relation | None:
    """This year alone cannot be more than all years together."""
    before = next(near.quantities_before(slot, roles), None)
    if before is None or before.unit != slot.unit or not running.RUNS.search(slot.lead):
        return None
    if not _was_added(before, roles) or not _is_same_thing(before, slot):
        return None
    if _bare(slot) and not _bare(before):
        return None
    if before.figure.true.exceeds(slot.figure.true):
        return _said(Status.FAIL, slot, before, None, f"{before.figure.text} > {slot.figure.text}", LESS)
    return _said(Status.PASS, slot, before, None, f"{before.figure.text} ≤ {slot.figure.text}", MORE)


def _said(status: Status, slot: Slot, added: Slot, previous: Slot | None, shown: str, text: Text) -> Relation:
    reasons = [WHY_ADDED.format(figure=added.figure.text)]
    if previous is not None:
        reasons.insert(0, WHY_PREVIOUS.format(figure=previous.figure.text))
    return Relation(
        Kind.CUMULATIVE,
        status,
        slot.index,
        (added.index,),
        previous=previous.index if previous else None,
        arithmetic=shown,
        explanation=text,
        reasons=tuple(reasons),
    )
