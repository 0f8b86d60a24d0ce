"""Figures in the neighbourhood of another: what stands before it, in its group, its anchor, or the sentence before."""

from collections.abc import Iterator
from itertools import islice

from jingwei.summary.proofread.lexicon import lists
from jingwei.summary.proofread.roles import Role, Roles
from jingwei.summary.proofread.structure import Outline, Slot

REACH = 32  # figures: no clerk makes a reader look further back


def is_quantity(slot: Slot, roles: Roles) -> bool:
    """Whether a slot can be a part or a whole."""
    return not slot.is_rate and roles[slot.index].role is Role.QUANTITY


def before(slot: Slot) -> Iterator[Slot]:
    """The slots before one, nearest first: those of its group, then the anchor of its bracket and those before that.

    No more than `REACH` of them.
    """
    return islice(_all_before(slot), REACH)


def _all_before(slot: Slot) -> Iterator[Slot]:
    current: Slot | None = slot
    while current is not None:
        yield from back_from(current.before())
        current = current.group.anchor
        if current is not None:
            yield current


def back_from(slot: Slot | None) -> Iterator[Slot]:
    """A slot and those before it in its group, nearest first."""
    while slot is not None:
        yield slot
        slot = slot.before()


def reach_of(slot: Slot) -> list[Slot]:
    """A slot and those before it in its group, nearest first; no more than `REACH` of them."""
    return list(islice(back_from(slot), REACH))


def on_from(slot: Slot) -> Iterator[Slot]:
    """A slot and those behind it in its group; no more than `REACH` of them."""
    return islice(slot.group.slots, slot.place, slot.place + REACH)


def last_of(slots: list[Slot]) -> list[Slot]:
    """The last `REACH` of some slots, the last first."""
    return slots[: -REACH - 1 : -1]


def quantities_before(slot: Slot, roles: Roles) -> Iterator[Slot]:
    """The quantities before a slot, nearest first."""
    return (one for one in before(slot) if is_quantity(one, roles))


def earlier_quantities(
    slot: Slot, roles: Roles, outline: Outline, sentences: int, *, across: bool = False
) -> Iterator[Slot]:
    """The quantities of the sentences before, nearest first; of other paragraphs only when `across`."""
    sentence = slot.group.sentence
    for _ in range(sentences):
        found = outline.earlier(sentence, across=across)
        if found is None:
            return
        sentence = found
        yield from (one for one in last_of(sentence.slots) if is_quantity(one, roles))


def run_of(slot: Slot, roles: Roles) -> list[Slot]:
    """The run of like rates a slot stands in: 4.3%和53.9%, first to last."""
    run = [slot]
    while (
        len(run) < REACH and (earlier := run[0].before()) is not None and _are_joined(earlier, run[0], roles)
    ):
        run.insert(0, earlier)
    while len(run) < REACH and (later := run[-1].after()) is not None and _are_joined(run[-1], later, roles):
        run.append(later)
    return run


def _are_joined(earlier: Slot, later: Slot, roles: Roles) -> bool:
    is_like = roles[later.index] == roles[earlier.index] and later.family is earlier.family
    return is_like and lists.JOINS.fullmatch(later.between.strip()) is not None
