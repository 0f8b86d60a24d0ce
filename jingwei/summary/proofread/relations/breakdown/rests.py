"""Lists that end with the rest and so are closed: 区派人员中从事农艺的45名,畜牧19名,其余15名."""

from collections.abc import Iterator

from jingwei.summary.proofread.lexicon import lists, units
from jingwei.summary.proofread.relations import near
from jingwei.summary.proofread.relations.breakdown.markers import marker_of, totals_for
from jingwei.summary.proofread.relations.breakdown.shapes import Breakdown, Marker
from jingwei.summary.proofread.relations.lists import Member
from jingwei.summary.proofread.relations.near import is_quantity
from jingwei.summary.proofread.relations.wording import shares_a_word
from jingwei.summary.proofread.roles import Roles
from jingwei.summary.proofread.structure import Group, Outline, Slot


def ending_with_the_rest(group: Group, roles: Roles, outline: Outline) -> Iterator[Breakdown]:
    """Every such list; its whole is named (区派人员) or the nearest before it."""
    for slot in group.slots:
        if not is_quantity(slot, roles) or not lists.OPENS_WITH_REST.match(slot.lead.strip()):
            continue
        members = _back_to_opening(slot, roles)
        totals = _whole_of(members[0], roles, outline) if len(members) >= 2 else []
        if totals:
            parts = tuple(Member(one, sure=True) for one in members)
            yield Breakdown(tuple(totals), parts, True, Marker.REST)


def _back_to_opening(rest: Slot, roles: Roles) -> list[Slot]:
    """The members from the one that opens the list to the rest; none where the group has no such opening."""
    members = [rest]
    for slot in near.back_from(rest.before()):
        if slot.is_rate:
            continue
        if not is_quantity(slot, roles) or not units.may_add(rest.unit, slot.unit):
            return members
        members.insert(0, slot)
        if _opens_list(slot) or len(members) == near.REACH:
            return members
    return members if _opens_list(members[0]) else []


def _opens_list(slot: Slot) -> bool:
    return marker_of(slot) is not None or bool(lists.AMONG_THEM.search(slot.lead))


def _whole_of(first: Slot, roles: Roles, outline: Outline) -> list[Slot]:
    """The figure named by “区派人员中”, else the candidates before the list."""
    fits = [one for one in totals_for(first, roles, outline) if units.may_add(one.unit, first.unit)]
    named = lists.OPENS_WITH_AMONG.match(first.lead.strip())
    earlier = outline.earlier(first.group.sentence)
    if named is None or named[1] == "其" or earlier is None:
        return fits
    fits += [
        one
        for one in near.last_of(earlier.slots)
        if is_quantity(one, roles) and units.may_add(one.unit, first.unit)
    ]
    return [one for one in fits if shares_a_word(named[1], one.lead + one.tail)]
