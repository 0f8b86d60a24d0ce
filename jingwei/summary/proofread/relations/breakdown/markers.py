"""Lists that a word or sign opens: 其中, 按…分, …中, 分为, a colon."""

from collections.abc import Iterator

from jingwei.summary.proofread.lexicon import lists, units
from jingwei.summary.proofread.relations import near
from jingwei.summary.proofread.relations.breakdown.shapes import (
    MOST_TOTALS,
    Breakdown,
    Marker,
    can_count,
    fitting,
)
from jingwei.summary.proofread.relations.lists import Member, members_from
from jingwei.summary.proofread.relations.near import is_quantity
from jingwei.summary.proofread.roles import Roles
from jingwei.summary.proofread.structure import Group, Outline, Slot

WHOLE_LIST = 3  # 按…分 with fewer members may name the largest only
MOST_COLUMNS = 4  # 机械类21个、46.5亿元、…: figures of the first item, each of which may open a column
REST_WITHIN = 40  # characters behind a list in which 其余 without a number keeps it open


def after_markers(group: Group, roles: Roles, outline: Outline) -> Iterator[Breakdown]:
    """Every list of a group that a marker opens, with its candidate totals."""
    divided: list[Slot] = []
    for slot in group.slots:
        marker = marker_of(slot)
        if marker is None or slot.is_rate:
            continue
        totals = totals_for(slot, roles, outline)
        if marker is Marker.DIVIDED:  # 按领域分…;按地区分…: one whole divided twice
            totals = divided = divided or totals
        if totals:
            yield from _columns(slot, totals, roles, marker)


def marker_of(slot: Slot) -> Marker | None:
    """What before a slot says that a list begins; None where nothing does."""
    between, has_before = slot.between, slot.before() is not None
    if lists.PART.search(between):
        return Marker.PART
    if lists.DIVIDED_BY.search(between):
        return Marker.DIVIDED
    if has_before and lists.AMONG.match(between):
        return Marker.AMONG
    if has_before and lists.SPLIT_INTO.search(between):
        return Marker.SPLIT
    if lists.RESPECTIVELY.search(between):
        return None
    if has_before and lists.COLON.search(between) and lists.OPENS_WITH_COLON.search(between):
        return Marker.COLON
    return None


def totals_for(slot: Slot, roles: Roles, outline: Outline) -> list[Slot]:
    """Figures that could be the whole of a list beginning at `slot`, the most likely first."""
    group = slot.group
    before = [one for one in near.before(slot) if is_quantity(one, roles)]
    inside = [one for one in before if one.group is group]
    if any(units.may_add(one.unit, slot.unit) for one in inside):
        return inside
    if before or group is not group.sentence.main:
        return before
    earlier = outline.earlier(group.sentence)
    if earlier is None:
        return []
    found = [one for one in near.last_of(earlier.main.slots) if is_quantity(one, roles)]
    return sorted(found, key=lambda one: bool(lists.PART.search(one.between)))


def _columns(slot: Slot, totals: list[Slot], roles: Roles, marker: Marker) -> Iterator[Breakdown]:
    """One breakdown for each unit of the list that has a total; or the list whose unit fits none."""
    served: list[str] = []
    for head in _heads(slot):
        if not is_quantity(head, roles) or any(units.may_add(head.unit, known) for known in served):
            continue
        wholes = [one for one in totals if units.may_add(one.unit, head.unit) and can_count(one, head)]
        if wholes:
            served.append(head.unit)
            yield from _column(slot, head, wholes, roles, marker)
        elif head is slot:
            yield from _in_another_unit(slot, totals, roles)
            return


def _heads(slot: Slot) -> Iterator[Slot]:
    """The first figures of a list, which may open a column each."""
    head: Slot | None = slot
    for _ in range(MOST_COLUMNS):
        if head is None or (head is not slot and _begins_another(head)):
            return
        yield head
        head = head.after()


def _begins_another(slot: Slot) -> bool:
    return bool(lists.PART.search(slot.between)) or ";" in slot.separators or ":" in slot.separators


def _column(slot: Slot, head: Slot, wholes: list[Slot], roles: Roles, marker: Marker) -> Iterator[Breakdown]:
    members, is_open = members_from(head, roles, fitting(wholes[0], head.unit))
    if not members:
        return
    names_all = marker in {Marker.COLON, Marker.SPLIT} or (
        marker is Marker.DIVIDED and len(members) >= WHOLE_LIST
    )
    closed = names_all and not is_open and not _leaves_a_rest(members) and not lists.PART.search(slot.between)
    yield Breakdown(tuple(wholes[:MOST_TOTALS]), tuple(members), closed, marker)


def _in_another_unit(slot: Slot, totals: list[Slot], roles: Roles) -> Iterator[Breakdown]:
    """126只(其中…6人): parts none of the totals can be counted in."""
    members, _ = members_from(slot, roles, lambda one: units.may_add(slot.unit, one.unit))
    counted = next((one for one in totals if one.family in units.COUNTS), None)
    if counted is not None:
        yield Breakdown((counted,), tuple(members), False, Marker.UNIT)


def _leaves_a_rest(members: list[Member]) -> bool:
    """其余为个人申请: a rest without a number keeps the list open."""
    last = members[-1].slot
    following = last.after()
    if following is None:
        return bool(lists.SPEAKS_OF_REST.search(last.group.words[-1][:REST_WITHIN]))
    return bool(lists.SPEAKS_OF_REST.search(following.between)) and not lists.SPEAKS_OF_REST.search(
        following.lead
    )
