"""Lists that a word or sign opens: 其中, 按…分, …中, 分为, a colon."""

from collections.abc import Iterator
from itertools import islice

from jingwei.summary.proofread.lexicon import lists, movements, units
from jingwei.summary.proofread.relations import near
from jingwei.summary.proofread.relations.breakdown.open import leaves_a_rest
from jingwei.summary.proofread.relations.breakdown.shapes import (
    MOST_TOTALS,
    Breakdown,
    Marker,
    can_count,
    fitting,
    places_of,
)
from jingwei.summary.proofread.relations.lists import Member, members_from
from jingwei.summary.proofread.relations.near import is_quantity
from jingwei.summary.proofread.relations.wording import words_shared
from jingwei.summary.proofread.roles import Roles
from jingwei.summary.proofread.structure import Group, Outline, Slot

WHOLE_LIST = 3  # 按…分 with fewer members may name the largest only
MOST_COLUMNS = 4  # 机械类21个、46.5亿元、…: figures of the first item, each of which may open a column


def after_markers(group: Group, roles: Roles, outline: Outline) -> Iterator[Breakdown]:
    """Every list of a group that a marker opens, with its candidate totals."""
    divided: list[Slot] = []
    for slot in group.slots:
        marker = marker_of(slot)
        if marker is None:
            continue
        if slot.is_rate:
            yield from _behind_its_rate(slot, roles, outline)
            continue
        totals = totals_for(slot, roles, outline)
        if marker is Marker.DIVIDED:  # 按领域分…;按地区分…: one whole divided twice
            totals = divided = divided or _undivided(slot, totals, roles, outline)
        if marker is Marker.AMONG:
            totals = _named_before(slot, totals)
        if totals:
            yield from _columns(slot, totals, roles, marker)


def _behind_its_rate(rate: Slot, roles: Roles, outline: Outline) -> Iterator[Breakdown]:
    """其中设计服务收入增长15.1%,达到1.22亿元: the part stands behind its own rate."""
    part = rate.after()
    if part is None or not is_quantity(part, roles) or not movements.VALUE_FOLLOWS.match(part.between):
        return
    totals = [one for one in totals_for(rate, roles, outline) if units.may_add(one.unit, part.unit)]
    if totals:
        yield Breakdown(tuple(totals[:MOST_TOTALS]), (Member(part, sure=True),), False, Marker.PART)


def _undivided(slot: Slot, totals: list[Slot], roles: Roles, outline: Outline) -> list[Slot]:
    """Without the parts of a list before: 国家级2项、市级16项;按领域分… divides what these are parts of."""
    if not totals or totals[0].group is not slot.group:
        return totals
    wholes = [one for one in totals if places_of([one])[0] is None]
    earlier = outline.earlier(slot.group.sentence)
    if wholes or earlier is None:
        return wholes
    return [one for one in near.last_of(earlier.main.slots) if is_quantity(one, roles)]


def _named_before(slot: Slot, totals: list[Slot]) -> list[Slot]:
    """“授权专利中,企业83件”: of the figures before, the one these words name best; else the nearest."""
    words = slot.between.partition("中")[0].strip(",")
    fits = [one for one in totals if units.may_add(one.unit, slot.unit)]
    return [max(fits, key=lambda one: words_shared(words, one.lead + one.tail))] if fits else []


def marker_of(slot: Slot) -> Marker | None:
    """What before a slot says that a list begins; None where nothing does."""
    between, has_before = slot.between, slot.before() is not None
    if lists.PART.search(between):
        return Marker.PART if _goes_on_to_figure(between) else None
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


def _goes_on_to_figure(between: str) -> bool:
    """Whether 其中 speaks of the figure, and no statement without one stands between: 其中一站挂牌,引进专家11名."""
    told = lists.PART.split(between)[-1].strip(",: ")
    return "," not in told and ";" not in told


def totals_for(slot: Slot, roles: Roles, outline: Outline) -> list[Slot]:
    """Figures that could be the whole of a list beginning at `slot`, the most likely first."""
    group = slot.group
    before = [one for one in near.before(slot) if is_quantity(one, roles)]
    inside = [one for one in before if one.group is group]
    if any(slot.is_rate or units.may_add(one.unit, slot.unit) for one in inside):
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
            yield from _column(slot, head, wholes, totals, roles, marker)
        elif head is slot:
            yield from _in_another_unit(slot, totals, roles)


def _heads(slot: Slot) -> Iterator[Slot]:
    """The first figures of a list, which may open a column each."""
    head: Slot | None = slot
    for _ in range(MOST_COLUMNS):
        if head is None or (head is not slot and _begins_another(head)):
            return
        yield head
        head = head.after()


def _begins_another(slot: Slot) -> bool:
    """Whether a figure opens another item, and no further column of the first: 21个、46.5亿元, …"""
    return bool(lists.PART.search(slot.between)) or bool(set(slot.separators) & set(",;:"))


def _column(
    slot: Slot, head: Slot, wholes: list[Slot], totals: list[Slot], roles: Roles, marker: Marker
) -> Iterator[Breakdown]:
    members, is_open = members_from(head, roles, fitting(wholes[0], head.unit))
    if not members:
        return
    names_all = marker in {Marker.COLON, Marker.SPLIT} or (
        marker is Marker.DIVIDED and len(members) >= WHOLE_LIST
    )
    if marker is Marker.PART:
        yield from _strangers(members[0].slot, wholes[0], totals, roles)
    closed = names_all and not is_open and not leaves_a_rest(members) and not lists.PART.search(slot.between)
    yield Breakdown(tuple(wholes[:MOST_TOTALS]), tuple(members), closed, marker)


def _strangers(first: Slot, total: Slot, totals: list[Slot], roles: Roles) -> Iterator[Breakdown]:
    """项目9个,其中农技协4个、带头人2人: joined by 、 to a part, yet counted in persons."""
    for slot in islice(near.on_from(first), 1, None):
        if slot.separators != "、" or any(fitting(one, one.unit)(slot) for one in totals):
            return
        is_person = slot.family is units.Family.PERSON and not can_count(total, slot)
        if is_quantity(slot, roles) and (is_person or units.cannot_be_one(total.unit, slot.unit)):
            yield Breakdown((total,), (Member(slot, sure=True),), False, Marker.UNIT)
            return


def _in_another_unit(slot: Slot, totals: list[Slot], roles: Roles) -> Iterator[Breakdown]:
    """126只(其中…6人): parts none of the totals can be counted in."""
    members, _ = members_from(slot, roles, lambda one: units.may_add(slot.unit, one.unit))
    counted = next((one for one in totals if one.family in units.COUNTS), None)
    if counted is not None:
        yield Breakdown((counted,), tuple(members), False, Marker.UNIT)
