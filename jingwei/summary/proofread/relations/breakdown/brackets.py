"""Lists in a bracket behind their total: 省级26项(省重大专项8项、省软科学1项)."""

from collections.abc import Iterator

from jingwei.summary.proofread.lexicon import lists, units
from jingwei.summary.proofread.relations.breakdown.open import leaves_a_rest
from jingwei.summary.proofread.relations.breakdown.shapes import Breakdown, Marker, fitting
from jingwei.summary.proofread.relations.lists import LONGEST, Member, members_from
from jingwei.summary.proofread.relations.near import is_quantity
from jingwei.summary.proofread.roles import Role, Roles
from jingwei.summary.proofread.structure import Group, Slot

FEWEST_TO_ADD_UP = 3  # parts that do not add up to a number by chance
_NOUN = 2  # characters by which a part is known to name what the whole counts


def behind_a_figure(group: Group, roles: Roles) -> Iterator[Breakdown]:
    """The list of a bracket, closed unless it says 含 or 等; one that says 其中 is told by its marker."""
    anchor = group.anchor
    if anchor is None or not group.slots or not is_quantity(anchor, roles):
        return
    first = group.slots[0]
    if lists.PART.search(first.between) or roles[first.index].role is not Role.QUANTITY:
        return
    found, is_open = members_from(first, roles, fitting(anchor, anchor.unit))
    if len(found) < 2:
        return
    is_open = is_open or leaves_a_rest(found)
    members = [Member(one.slot, sure=True) for one in found] + _behind_bracket(anchor, roles)
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


def of_the_same_number(group: Group, roles: Roles) -> Iterator[Breakdown]:
    """市级奖56人(一等奖8项、二等奖17项、三等奖31项): what adds up to the number was meant in its unit."""
    anchor = group.anchor
    if anchor is None or not is_quantity(anchor, roles):
        return
    parts = [one for one in group.slots[:LONGEST] if is_quantity(one, roles)]
    if len(parts) < FEWEST_TO_ADD_UP or len({one.unit for one in parts}) > 1:
        return
    adds_up = sum(one.figure.high for one in parts) == anchor.figure.high
    if adds_up and units.cannot_be_one(anchor.unit, parts[0].unit):
        yield Breakdown((anchor,), tuple(Member(one, sure=True) for one in parts), False, Marker.UNIT)
