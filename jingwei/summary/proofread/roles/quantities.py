"""The role of a count or an amount: this year's value, last year's, a difference, an aim, a surplus, an average."""

from jingwei.summary.proofread.lexicon import aims, lists, movements, times, verbs
from jingwei.summary.proofread.roles.shapes import Part, Role, Roles
from jingwei.summary.proofread.structure import Slot

_QUANTITY = Part(Role.QUANTITY)


def role_of_quantity(slot: Slot, roles: Roles) -> Part:
    """Its role; `roles` hold those of the figures before it."""
    if _stands_alone_in_bracket(slot):
        return _by_opening(slot.group.opening)
    return _by_list(slot, roles) or _by_words(slot, roles)


def _stands_alone_in_bracket(slot: Slot) -> bool:
    group = slot.group
    return slot.place == 0 and group.anchor is None and bool(group.opening) and not slot.between.strip()


def _by_opening(opening: str) -> Part:
    """年度任务(12亿元), 上年(143件): a bracket that gives the value of the words before it."""
    if aims.ENDS_IN_AIM.search(opening):
        return Part(Role.GOAL)
    return Part(Role.PREVIOUS) if times.IS_NAMED_PRIOR.search(opening) else _QUANTITY


def _by_list(slot: Slot, roles: Roles) -> Part | None:
    """上年分别为93件和685件: the second is last year's as well."""
    before, sign = slot.before(), slot.between.strip()
    if before is None or sign in {"", ","} or not lists.JOINS_OR_NOTHING.match(sign):
        return None
    role = roles[before.index]
    return (
        role
        if role.role in {Role.PREVIOUS, Role.GOAL, Role.INCREMENT} and before.family is slot.family
        else None
    )


def _by_words(slot: Slot, roles: Roles) -> Part:
    if verbs.AVERAGES.search(slot.lead):
        return Part(Role.AVERAGE)
    if _is_surplus(slot, roles):
        return Part(Role.EXCESS)
    if _is_previous(slot):
        return Part(Role.PREVIOUS)
    grows = movements.GROWTH_END.search(slot.lead)
    if grows and _is_difference(slot, grows["word"]):
        return Part(Role.INCREMENT, bool(movements.FALLS.search(grows["word"])))
    return Part(Role.GOAL) if _is_goal(slot) else _QUANTITY


def _is_surplus(slot: Slot, roles: Roles) -> bool:
    """超额62件; 比目标50家多出12家."""
    before = slot.before()
    more = (
        before is not None and roles[before.index].role is Role.GOAL and aims.IS_MORE_BY.match(slot.between)
    )
    return bool(more or aims.IS_SURPLUS.search(slot.lead))


def _is_previous(slot: Slot) -> bool:
    """上年的93件; 由12家增加到15家; 比上年的93件; 在上年93件的基础上."""
    lead = slot.lead
    if movements.TO.search(slot.between):
        return False
    if times.IS_NAMED_PRIOR.search(lead):
        return True
    following = slot.after()
    if movements.FROM.search(lead) and following is not None:
        return bool(movements.TO.search(following.between))
    if times.IS_COMPARED_WITH.search(lead):
        return True
    if times.STANDS_ON.search(lead) and slot.tail.startswith(("的基础", "基础")):
        return True
    compares = movements.COMPARED_AT_ALL.search(lead) or movements.GROWTH_END.search(lead)
    return bool(times.OPENS_WITH_PRIOR.match(lead)) and not compares


def _is_difference(slot: Slot, word: str) -> bool:
    """比上年增加15项; 增加15项 alone says it only where nothing else stands in its clause."""
    compared = movements.COMPARED.search(slot.lead) or movements.YEAR_ON_YEAR.search(slot.between)
    if compared or word in movements.BRIEF:
        return bool(compared)
    return word == movements.NET or slot.lead.strip() in {word, f"{word}了"}


def _is_goal(slot: Slot) -> bool:
    """年度目标50项; 原计划引进20家; 完成50家的年度任务."""
    lead, tail = slot.lead, slot.tail
    if aims.NAMES_AIM.search(lead) and not aims.IS_WORK.search(lead):
        return True
    if aims.NAMES_PLANNED.search(lead):
        return True
    is_behind = aims.AIM_BEHIND.match(tail) and not aims.WORK_BEHIND.match(tail)
    return bool(is_behind and aims.IS_HELD_AGAINST_AIM.search(lead + slot.between))
