"""Which figures after a total are its parts: how far a list reaches, and how sure each member is.

A list goes on over 、 and over commas while its members look alike (no verb, a unit that fits); it ends at the sentence,
at another statement (“…，争取上级资金2100多万元”) and where a second 其中 begins a list of its own.
"""

from collections.abc import Callable
from dataclasses import dataclass

from jingwei.summary.proofread.lexicon import cues, units
from jingwei.summary.proofread.roles import Role, Roles
from jingwei.summary.proofread.structure import Slot

LONGEST = 32
_PASSED_OVER = {Role.PREVIOUS, Role.INCREMENT, Role.GOAL, Role.EXCESS}


@dataclass(frozen=True)
class Member:
    """One part of a list; `sure` where no reading leaves it out."""

    slot: Slot
    sure: bool


def is_quantity(slot: Slot, roles: Roles) -> bool:
    """Whether a slot can be a part or a whole."""
    return not slot.is_rate and roles[slot.index].role is Role.QUANTITY


def members_from(slot: Slot, roles: Roles, fits: Callable[[Slot], bool]) -> tuple[list[Member], bool]:
    """The members of a list beginning at `slot`, and whether the list is left open by 等.

    `fits` says whether a slot's unit can be added to the whole.
    """
    members: list[Member] = []
    is_open = False
    starts_with_verb = bool(cues.VERBS.match(_own(slot)))
    current: Slot | None = slot
    sure, joined = True, ""
    while current is not None and len(members) < LONGEST:
        if current is not slot:
            if _ends_before(current, slot, starts_with_verb, fits) or _leaps(current, joined):
                break
            joined += "" if current.is_rate else current.separators
            if _is_loose(current, slot, starts_with_verb):
                sure = False
        if is_quantity(current, roles) and fits(current):
            members.append(Member(current, sure))
        elif not current.is_rate and roles[current.index].role not in _PASSED_OVER and not fits(current):
            if current is not slot and "," in current.separators and not _heads_an_item(current, slot):
                sure = False
        if cues.OPEN_TAIL.match(current.tail):
            is_open = True
            break
        current = current.after()
    return members, is_open


def _heads_an_item(slot: Slot, first: Slot) -> bool:
    """机械类21个、46.5亿元,化工类17个、38.2亿元: 17个 opens an item as 21个 opened the first."""
    head, following = first.before(), slot.after()
    if (
        head is None
        or following is None
        or head.family is not slot.family
        or first.family is not following.family
    ):
        return False
    return not set(first.separators + following.separators) & set(",;:")


def _own(slot: Slot) -> str:
    """The words of a member without the marker that opens the list."""
    return slot.lead.removeprefix("其中").strip()


def _leaps(slot: Slot, joined: str) -> bool:
    """Whether a semicolon opens something new, the members so far being joined by lesser signs."""
    return ";" in slot.separators and bool(joined) and ";" not in joined


def _ends_before(slot: Slot, first: Slot, starts_with_verb: bool, fits: Callable[[Slot], bool]) -> bool:
    if cues.PART.search(slot.between):
        return True
    if cues.TOTAL_AFTER.match(slot.lead):
        return True
    separators = slot.separators
    if slot.is_rate:
        return False
    if ":" in separators:
        return True
    clauses = [clause for clause in slot.between.replace(";", ",").split(",")[1:-1] if clause.strip()]
    if clauses:  # a clause without figures stands between: another statement has begun
        return True
    if ";" in separators and slot.unit != first.unit:
        return True
    if "," in separators or ";" in separators:
        verb = bool(cues.VERBS.match(_own(slot)))
        if verb and not starts_with_verb:
            return True
        return verb and not fits(slot)
    return False


def _is_loose(slot: Slot, first: Slot, starts_with_verb: bool) -> bool:
    """Whether a reading could end the list before this slot."""
    if slot.is_rate or not ("," in slot.separators or ";" in slot.separators):
        return False
    strange = slot.family is not first.family and not _heads_an_item(slot, first)
    return starts_with_verb or len(_own(slot)) > 16 or strange


def same_unit(slot: Slot) -> Callable[[Slot], bool]:
    """Whether another slot could be added to what `slot` counts."""
    return lambda other: units.may_add(slot.unit, other.unit)
