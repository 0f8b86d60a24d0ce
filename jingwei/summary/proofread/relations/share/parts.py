"""The part a share is said of: the figure before it, unless the share names another subject of its own."""

from itertools import islice

from jingwei.summary.proofread.lexicon import shares, units
from jingwei.summary.proofread.relations import near
from jingwei.summary.proofread.relations.wording import is_called
from jingwei.summary.proofread.roles import Roles
from jingwei.summary.proofread.structure import Slot

_NAME = 2  # characters that can name a part


def whole_inside(slot: Slot) -> Slot | None:
    """占总投资3.4亿元的80%, 占全部265家的56.2%: the whole stands inside the phrase."""
    before = slot.before()
    if before is None or before.is_rate or not shares.OF_THIS_WHOLE.match(slot.between.strip()):
        return None
    return before if shares.IS_SHARE.search(before.lead) else None


def part_of(slot: Slot, run: list[Slot], whole: Slot | None, roles: Roles) -> Slot | None:
    """The part; of a run (分别占…) the figure at the same place of as many before it. `whole` stands inside."""
    if len(run) > 1:
        found = list(islice(near.quantities_before(run[0], roles), len(run)))[::-1]
        return found[run.index(slot)] if len(found) == len(run) else None
    start = whole or slot
    own = _own_words(start)
    for one in near.quantities_before(start, roles):
        if whole is None or units.may_add(one.unit, whole.unit):
            is_other = len(own) >= _NAME and not is_called(own, one.lead + one.tail)
            return None if is_other else one
    return None


def _own_words(slot: Slot) -> str:
    """A subject of its own before 占: “发明专利占28%” speaks of another part than the figure before."""
    return shares.BEFORE_PART.sub("", shares.OPENS_SHARE.split(slot.lead)[0].strip())
