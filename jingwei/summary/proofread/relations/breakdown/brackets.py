"""Lists in a bracket behind their total: 省级26项(省重大专项8项、省软科学1项)."""

from collections.abc import Iterator

from jingwei.summary.proofread.lexicon import aims, lists, times, units
from jingwei.summary.proofread.relations.breakdown.shapes import Breakdown, Marker, fitting
from jingwei.summary.proofread.relations.lists import Member, members_from
from jingwei.summary.proofread.relations.near import is_quantity
from jingwei.summary.proofread.roles import Roles
from jingwei.summary.proofread.structure import Group, Slot

_NOUN = 2  # characters by which a part is known to name what the whole counts


def behind_a_figure(group: Group, roles: Roles) -> Iterator[Breakdown]:
    """The list of a bracket, closed unless it says 含 or 等; one that says 其中 is told by its marker."""
    anchor = group.anchor
    if anchor is None or not group.slots or not is_quantity(anchor, roles):
        return
    first = group.slots[0]
    is_other = lists.PART.search(first.between) or aims.SPEAKS_OF_AIM.search(first.lead)
    if is_other or times.OF_A_YEAR_BEFORE.search(first.lead):
        return
    members, is_open = members_from(first, roles, fitting(anchor, anchor.unit))
    if len(members) < 2:
        return
    members += _behind_bracket(anchor, roles)
    includes = lists.INCLUDES.match(first.between.strip())
    yield Breakdown((anchor,), tuple(members), not (is_open or includes), Marker.BRACKET)


def _behind_bracket(anchor: Slot, roles: Roles) -> list[Member]:
    """A bracket that ends early: 64家(开发区23家、滨江镇15家),其余26家…; what follows may still be of the list."""
    following = anchor.after()
    if following is None or not following.separators.startswith((",", "、")):
        return []
    is_rest = bool(lists.SPEAKS_OF_REST.search(following.lead))
    members, _ = members_from(following, roles, fitting(anchor, anchor.unit))
    return [Member(member.slot, is_rest and member.slot is following) for member in members]


def in_persons(group: Group, roles: Roles) -> Iterator[Breakdown]:
    """项目21项(其中省级4项…,特聘农技员项目5人): a part that names what the whole counts, counted in persons."""
    anchor = group.anchor
    if anchor is None or not group.slots or not lists.PART.search(group.slots[0].between):
        return
    for slot in group.slots[1:]:
        noun = slot.lead.strip()[-_NOUN:]
        is_named = len(noun) == _NOUN and noun in anchor.lead + anchor.tail
        if is_named and is_quantity(slot, roles) and units.cannot_be_one(anchor.unit, slot.unit):
            yield Breakdown((anchor,), (Member(slot, sure=True),), False, Marker.UNIT)
