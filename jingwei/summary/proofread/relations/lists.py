"""Which figures after a total are its parts: how far a list reaches, and how sure each member is.

A list goes on over 、 and over commas while its members look alike (no verb, a unit that fits); it ends at the
sentence, at another statement (“…，争取上级资金2100多万元”) and where a second 其中 begins a list of its own.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from jingwei.summary.proofread.lexicon import axes, lists, movements, verbs
from jingwei.summary.proofread.relations.near import is_quantity
from jingwei.summary.proofread.roles import Role, Roles
from jingwei.summary.proofread.structure import Slot

LONGEST = 32  # members
LONGEST_NAME = 16  # characters of a member behind a comma; a longer one may be a statement of its own
_PASSED_OVER = {Role.PREVIOUS, Role.INCREMENT, Role.GOAL, Role.EXCESS}
_ITEM_ENDS = set(",;:")

Fits = Callable[[Slot], bool]


@dataclass(frozen=True)
class Member:
    """One part of a list; `sure` where no reading leaves it out."""

    slot: Slot
    sure: bool


def members_from(slot: Slot, roles: Roles, fits: Fits) -> tuple[list[Member], bool]:
    """The members of a list beginning at `slot`, and whether the list is left open by 等.

    `fits` says whether a slot's unit can be added to the whole.
    """
    found = _List(slot, roles, fits)
    is_open = found.read()
    return found.members, is_open


def has_clause_before(slot: Slot) -> bool:
    """Whether a clause without figures stands between a slot and the one before: another statement has begun."""
    clauses = slot.between.replace(";", ",").split(",")[1:-1]
    return any(clause.strip() for clause in clauses)


class _List:
    """One walk from the first member to where the list ends."""

    def __init__(self, first: Slot, roles: Roles, fits: Fits) -> None:
        self.first, self.roles, self.fits = first, roles, fits
        self.is_verbal = _opens_statement(first)
        self.members: list[Member] = []
        self.sure = True
        self.joined = ""  # the signs between the members so far

    def read(self) -> bool:
        """Collect the members; gives whether 等 leaves the list open."""
        group = self.first.group.slots
        for slot in islice(group, self.first.place, None):
            if len(self.members) == LONGEST:
                return False
            if slot is not self.first:
                if self._ends_before(slot) or self._leaps_to(slot):
                    return False
                self._join(slot)
            self._take(slot)
            if lists.OPEN_TAIL.match(slot.tail):
                return True
        return False

    def _join(self, slot: Slot) -> None:
        if not slot.is_rate:
            self.joined += slot.separators
            self.sure = self.sure and not self._could_end_before(slot)

    def _take(self, slot: Slot) -> None:
        if self.fits(slot):
            if is_quantity(slot, self.roles):
                self.members.append(Member(slot, self.sure))
        elif slot is not self.first and not slot.is_rate and self._is_another_value(slot):
            self.sure = False

    def _is_another_value(self, slot: Slot) -> bool:
        """Whether a figure in another unit begins something new, and is no second value of an item."""
        is_value = self.roles[slot.index].role not in _PASSED_OVER
        return is_value and "," in slot.separators and not _heads_an_item(slot, self.first)

    def _ends_before(self, slot: Slot) -> bool:
        if lists.PART.search(slot.between) or lists.TOTAL_AFTER.match(slot.lead):
            return True
        if slot.is_rate:
            return False
        if movements.TO.search(slot.between):  # 在孵企业由245家增加到289家
            return True
        if ":" in slot.separators or has_clause_before(slot):
            return True
        if ";" in slot.separators and slot.unit != self.first.unit:
            return True
        return self._states_anew(slot)

    def _states_anew(self, slot: Slot) -> bool:
        """Whether a verb behind a comma opens another statement; one like the first goes on with the list."""
        is_apart = "," in slot.separators or ";" in slot.separators
        return is_apart and _opens_statement(slot) and not (self.is_verbal and self.fits(slot))

    def _leaps_to(self, slot: Slot) -> bool:
        """Whether a semicolon opens something new: it goes on only as it did before, or between places of one axis."""
        if ";" not in slot.separators:
            return False
        if self.joined:
            return ";" not in self.joined
        one, other = axes.axes_of([_own_words(self.first), _own_words(slot)])
        return one is None or other is None or one[0] != other[0] or one[1] == other[1]

    def _could_end_before(self, slot: Slot) -> bool:
        """Whether a reading could end the list before this slot."""
        if "," not in slot.separators and ";" not in slot.separators:
            return False
        is_strange = slot.family is not self.first.family and not _heads_an_item(slot, self.first)
        return self.is_verbal or len(_own_words(slot)) > LONGEST_NAME or is_strange


def _heads_an_item(slot: Slot, first: Slot) -> bool:
    """机械类21个、46.5亿元,化工类17个、38.2亿元: 17个 opens an item as 21个 opened the first."""
    head, following = first.before(), slot.after()
    if head is None or following is None:
        return False
    if head.family is not slot.family or first.family is not following.family:
        return False
    return not set(first.separators + following.separators) & _ITEM_ENDS


def _own_words(slot: Slot) -> str:
    """The words of a member without the marker that opens the list."""
    return slot.lead.removeprefix("其中").strip()


def _opens_statement(slot: Slot) -> bool:
    return bool(verbs.OPENS_STATEMENT.match(_own_words(slot)))
