"""Parts without a marker that lie side by side on one axis: 建筑面积36万平方米,已建成14.5万平方米,在建18.7万平方米."""

from collections.abc import Iterator

from jingwei.summary.proofread.lexicon import units
from jingwei.summary.proofread.relations import near
from jingwei.summary.proofread.relations.breakdown.markers import marker_of
from jingwei.summary.proofread.relations.breakdown.shapes import Breakdown, Marker, places_of
from jingwei.summary.proofread.relations.lists import Member
from jingwei.summary.proofread.relations.near import is_quantity
from jingwei.summary.proofread.roles import Roles
from jingwei.summary.proofread.structure import Group, Slot


def side_by_side(group: Group, roles: Roles) -> Iterator[Breakdown]:
    """Every total that is followed by two or more places of one axis, on which it has no place itself."""
    for slot in group.slots:
        following = slot.after()
        if following is None or following.separators != "," or marker_of(following):
            continue
        members = _on_one_axis(slot, following, roles) if is_quantity(slot, roles) else []
        if len(members) < 2:
            continue
        whole, *places = places_of([slot, *(member.slot for member in members)])
        if whole is None and len({place[0] for place in places if place}) == 1:
            yield Breakdown((slot,), tuple(members), False, Marker.AXIS)


def _on_one_axis(total: Slot, first: Slot, roles: Roles) -> list[Member]:
    """The slots that follow one another by comma, each at a place of its own on the axis of the first."""
    members: list[Slot] = []
    for slot in near.on_from(first):
        if slot.separators not in {",", "、"} or not is_quantity(slot, roles):
            break
        if not units.may_add(total.unit, slot.unit) or not _are_apart([*members, slot]):
            break
        members.append(slot)
    return [Member(slot, sure=True) for slot in members]


def _are_apart(slots: list[Slot]) -> bool:
    """Whether every slot has a place, each its own, all on one axis."""
    places = places_of(slots)
    is_own = None not in places and len(set(places)) == len(slots)
    return is_own and len({place[0] for place in places if place}) == 1
