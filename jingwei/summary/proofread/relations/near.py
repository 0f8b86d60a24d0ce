"""Figures in the neighbourhood of another: what stands before it, in its group, its anchor, or the sentence before."""

from collections.abc import Iterator
from itertools import islice

from jingwei.summary.proofread.relations.lists import is_quantity
from jingwei.summary.proofread.roles import Roles
from jingwei.summary.proofread.structure import Outline, Slot

REACH = 32


def before(slot: Slot) -> Iterator[Slot]:
    """The slots before one, nearest first: those of its group, then the anchor of its bracket and those before that.

    No more than `REACH` of them: no clerk makes a reader look further back.
    """
    return islice(_all_before(slot), REACH)


def _all_before(slot: Slot) -> Iterator[Slot]:
    current: Slot | None = slot
    while current is not None:
        for place in range(current.place - 1, -1, -1):
            yield current.group.slots[place]
        current = current.group.anchor
        if current is not None:
            yield current


def quantities_before(slot: Slot, roles: Roles) -> Iterator[Slot]:
    """The quantities before a slot, nearest first."""
    return (one for one in before(slot) if is_quantity(one, roles))


def run_of(slot: Slot, roles: Roles) -> list[Slot]:
    """The run of like rates a slot stands in: 4.3%和53.9%, first to last."""
    run = [slot]
    while len(run) < REACH and (earlier := run[0].before()) is not None and _joined(run[0], earlier, roles):
        run.insert(0, earlier)
    while len(run) < REACH and (later := run[-1].after()) is not None and _joined(later, run[-1], roles):
        run.append(later)
    return run


def _joined(later: Slot, earlier: Slot, roles: Roles) -> bool:
    same = roles[later.index] == roles[earlier.index] and later.family is earlier.family
    return same and later.between.strip() in {"、", "和", "与", "及", "以及", ",", "/", "、和"}


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
        yield from (one for one in sentence.slots[: -REACH - 1 : -1] if is_quantity(one, roles))
