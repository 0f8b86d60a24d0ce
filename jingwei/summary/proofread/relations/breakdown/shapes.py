"""A total with the list that may be its parts, and what in the writing says so."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from jingwei.summary.proofread.lexicon import axes, lists, units
from jingwei.summary.proofread.relations.lists import Member
from jingwei.summary.proofread.structure import Slot
from jingwei.summary.proofread.subjects import subject_of

MOST_TOTALS = 6  # figures before a list that may be its whole


class Marker(StrEnum):
    """What says that figures are parts of a total."""

    PART = "其中"
    DIVIDED = "按…分"
    AMONG = "…中"
    SPLIT = "分为"
    COLON = "："
    BRACKET = "（）"
    AXIS = "、"
    REST = "其余"
    TOTAL = "共"
    YEARS = "…年累计"
    UNIT = "其中…人"


@dataclass(frozen=True)
class Breakdown:
    """Candidates for the total, the most likely first; the members of the list; whether the writing closes it."""

    totals: tuple[Slot, ...]
    members: tuple[Member, ...]
    closed: bool
    marker: Marker


def fitting(total: Slot, unit: str) -> Callable[[Slot], bool]:
    """Whether a slot can be added in `unit` and be a part of `total`."""
    return lambda one: units.may_add(unit, one.unit) and can_count(total, one)


def can_count(total: Slot, part: Slot) -> bool:
    """个 joins most families, but persons are no part of 个 that counts projects."""
    families = {total.family, part.family}
    if not {units.Family.ANY, units.Family.PERSON} <= families:
        return True
    counted = total if total.family is units.Family.ANY else part
    return bool(lists.COUNTS_PERSONS.search(subject_of(counted) + total.tail))


def places_of(slots: list[Slot]) -> list[tuple[str, str] | None]:
    """The axis and place each slot names, before its number or else behind it."""
    leads = axes.axes_of([slot.lead.strip().removeprefix("其中").strip() for slot in slots])
    tails = axes.axes_of([slot.tail.strip() for slot in slots])
    return [lead or tail for lead, tail in zip(leads, tails, strict=True)]
