"""Lists before their total: A镇3家、B镇5家,共8家; 2011年1.2亿元、2012年1.5亿元,两年累计2.7亿元."""

from collections.abc import Iterator

from jingwei.summary.proofread.lexicon import lists, units, verbs
from jingwei.summary.proofread.relations import near
from jingwei.summary.proofread.relations.breakdown.shapes import Breakdown, Marker
from jingwei.summary.proofread.relations.lists import Member, has_clause_before
from jingwei.summary.proofread.relations.near import is_quantity
from jingwei.summary.proofread.roles import Roles
from jingwei.summary.proofread.structure import Group, Slot


def before_their_total(group: Group, roles: Roles) -> Iterator[Breakdown]:
    """Every list of two or more that a total closes."""
    for slot in group.slots:
        if slot.place < 2 or not is_quantity(slot, roles):
            continue
        last, marker = _end_of_list(slot)
        members = _back_from(last, slot, roles)
        if marker is not None and len(members) >= 2:
            yield Breakdown((slot,), tuple(members), True, marker)


def _end_of_list(total: Slot) -> tuple[Slot | None, Marker | None]:
    """The last member before a total and what makes it one; three years of 三年累计 are no member."""
    before = total.before()
    is_of_years = before is not None and before.family is units.Family.TIME
    if before is not None and is_of_years and total.lead.startswith(lists.YEARS_TOGETHER):
        return before.before(), Marker.YEARS
    return (before, Marker.TOTAL) if lists.TOTAL_AFTER.match(total.lead) else (None, None)


def _back_from(last: Slot | None, total: Slot, roles: Roles) -> list[Member]:
    """The members from the one that opens the list to `last`."""
    members: list[Member] = []
    for slot in near.back_from(last):
        if not slot.is_rate:
            if not is_quantity(slot, roles) or not units.may_add(total.unit, slot.unit):
                break
            members.insert(0, Member(slot, sure=True))
        if len(members) == near.REACH or _opens(slot):
            break
    return members


def _opens(slot: Slot) -> bool:
    """Whether a list begins at a slot: behind a colon, a semicolon, 其中, another statement or a verb."""
    signs = slot.separators
    if ";" in signs or ":" in signs or lists.PART.search(slot.between) or has_clause_before(slot):
        return True
    return "," in signs and bool(verbs.OPENS_STATEMENT.match(slot.lead.strip()))
