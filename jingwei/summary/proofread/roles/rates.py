"""The role of a percentage, a multiple or a difference of percentages: growth, share, completion, or just a ratio."""

from jingwei.summary.proofread.lexicon import aims, lists, movements, shares
from jingwei.summary.proofread.lexicon.units import Family
from jingwei.summary.proofread.roles.shapes import Part, Role, Roles
from jingwei.summary.proofread.structure import Slot

_CARRIES_ON = {"分别", "分别为", "均", "各"}


def role_of_rate(slot: Slot, roles: Roles) -> Part:
    """Its role; `roles` hold those of the figures before it."""
    before = slot.before()
    if before is not None and before.is_rate and lists.JOINS_OR_NOTHING.match(slot.between.strip()):
        return roles[before.index]
    return (
        _multiple(slot)
        or _completion(slot, roles)
        or _growth(slot)
        or _share(slot)
        or _points(slot)
        or _RATIO
    )


_RATIO = Part(Role.RATIO)


def _multiple(slot: Slot) -> Part | None:
    """翻一番; 是上年的2倍; 2倍于上年 says nothing of growth."""
    if slot.family is Family.DOUBLINGS:
        return Part(Role.GROWTH)
    if slot.family in {Family.TIMES, Family.RATE} and movements.MULTIPLE.search(slot.lead):
        return Part(Role.MULTIPLE)
    return _RATIO if slot.family is Family.TIMES and slot.tail.startswith("于") else None


def _completion(slot: Slot, roles: Roles) -> Part | None:
    """完成目标的120%; 超额20%."""
    if slot.family is not Family.RATE or not _completes(slot, roles):
        return None
    return Part(Role.EXCESS_RATE if aims.EXCEEDS.search(slot.lead) else Role.COMPLETION)


def _completes(slot: Slot, roles: Roles) -> bool:
    before, lead = slot.before(), slot.lead
    if (
        before is not None
        and roles[before.index].role is Role.GOAL
        and lead in {"的", ""}
        and "的" in slot.between
    ):
        return True
    if aims.OF_THE_AIM.search(lead) or aims.IS_RATE_OF_COMPLETION.search(lead):
        return True
    is_surplus = aims.IS_EXCEEDED_BY.search(lead) and "超" in lead[-aims.NEAR_THE_NUMBER :]
    if is_surplus and aims.SPEAKS_OF_SURPLUS.search(lead + slot.tail):
        return True
    return bool(aims.COMPLETES_BEHIND.match(slot.tail))


def _growth(slot: Slot) -> Part | None:
    """同比增长4.3%; 增长…,分别为3%和4%."""
    grows = movements.GROWTH_END.search(slot.lead)
    if grows and not movements.ENDS_IN_TO.search(slot.lead):
        return Part(Role.GROWTH, bool(movements.FALLS.search(grows["word"])))
    if slot.lead.strip() in _CARRIES_ON and slot.before() is not None:
        carried = movements.CARRIED_ON.search(slot.between)
        return Part(Role.GROWTH, bool(movements.FALLS.search(carried[0]))) if carried else None
    return None


def _share(slot: Slot) -> Part | None:
    """占80%; 占总数的40%、的35%."""
    before = slot.before()
    goes_on = before is not None and slot.lead in shares.OF_THE_SAME and shares.IS_SHARE.search(before.lead)
    return Part(Role.SHARE) if goes_on or shares.IS_SHARE.search(slot.lead) else None


def _points(slot: Slot) -> Part | None:
    """A difference of percentages is a movement, whatever the words: 1.2个百分点."""
    if slot.family is not Family.POINTS:
        return None
    return Part(Role.GROWTH, bool(movements.FALLS.search(slot.lead)))
