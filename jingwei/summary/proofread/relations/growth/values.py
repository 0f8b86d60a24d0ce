"""Which figures a single rate of growth speaks of: its value, the value before, the difference, two percentages."""

from jingwei.summary.proofread.lexicon import movements, times, units
from jingwei.summary.proofread.lexicon.units import Family
from jingwei.summary.proofread.relations import near
from jingwei.summary.proofread.relations.near import is_quantity
from jingwei.summary.proofread.relations.wording import is_called
from jingwei.summary.proofread.roles import Role, Roles
from jingwei.summary.proofread.structure import Slot

_NAME = 2  # characters that can name another value
_GOES_ON = (",", "、", ";")


def base_of(rate: Slot, roles: Roles) -> Slot | None:
    """The value a rate speaks of: behind it (增长15%,达到2亿元), else before; None where it names another."""
    own = _own_words(rate)
    after = rate.after()
    follows = after is not None and movements.VALUE_FOLLOWS.match(after.between)
    if after is not None and follows and len(own) >= _NAME and is_quantity(after, roles):
        return after
    return _value_before(rate, own, roles)


def _value_before(rate: Slot, own: str, roles: Roles) -> Slot | None:
    """The nearest value before a rate which its `own` words can speak of."""
    is_apart = "," in rate.separators or ";" in rate.separators
    for one in near.before(rate):
        role = roles[one.index].role
        is_told = role is Role.INCREMENT or (role is Role.PREVIOUS and one.after() is rate)
        if is_told and set(one.separators) & {",", ";"} and len(_own_words(one)) >= _NAME:
            own, is_apart = _own_words(one), True
        if role in {Role.QUANTITY, Role.AVERAGE} and not one.is_rate:
            names_another = is_apart and len(own) >= _NAME and not _speaks_of(own, one)
            return None if names_another else one
        if role in {Role.GROWTH, Role.COMPLETION} and one.is_rate and not rate.between.startswith(_GOES_ON):
            return None
    return None


def _own_words(rate: Slot) -> str:
    """What the clause of a rate names itself besides the comparison: 营业收入 of “营业收入增长15.1%”."""
    words = movements.MULTIPLE.sub("", movements.GROWTH_END.sub("", rate.lead))
    words = movements.FROM_ON.sub("", words)
    return movements.COMPARISON.sub("", words)


def _speaks_of(own: str, slot: Slot) -> bool:
    """Whether words name what a slot counts, or only how it is measured (增幅, 增速, 总量)."""
    return bool(movements.ONLY_A_MEASURE.fullmatch(own)) or is_called(own, slot.lead + slot.tail)


def previous_of(told: Slot, base: Slot, roles: Roles) -> Slot | None:
    """The previous value printed beside a value or beside what is told of it (a rate, a difference)."""
    inner = [group.slots[0] for group in base.group.inner if group.anchor is base and group.slots]
    around = (base.before(), base.after(), told.before(), told.after(), *inner)
    return next((one for one in around if one and _is_previous(one, told, base, roles)), None)


def _is_previous(one: Slot, told: Slot, base: Slot, roles: Roles) -> bool:
    if roles[one.index].role is not Role.PREVIOUS or not units.may_add(one.unit, base.unit):
        return False
    if one.index > told.index and not times.FOLLOWS_AS_PRIOR.match(one.between):
        return False
    years = times.years_in(told.lead)  # 为2019年的9倍 speaks of 2019 alone
    return not years or any(f"{year}年" in one.lead for year in years)


def increment_of(rate: Slot, base: Slot, roles: Roles) -> Slot | None:
    """The difference beside a rate: 比上年增加460万元,增长19.2%."""
    for one in (rate.before(), rate.after()):
        if one is None or one is base or roles[one.index].role is not Role.INCREMENT:
            continue
        if not one.is_rate and units.may_add(one.unit, base.unit):
            return one
    return None


def levels_of(rate: Slot) -> tuple[Slot | None, Slot | None]:
    """Two percentages of which the text prints the difference, the later first: 由20.4%提高到21.6%,提高1.2个百分点."""
    levels: list[Slot] = []
    for one in near.before(rate):
        if len(levels) == 2 or one.family is not Family.RATE:
            break
        levels.append(one)
    if len(levels) < 2:
        return (levels[0] if levels else None), None
    latest, earlier = levels
    if movements.OPENS_WITH_FROM.search(earlier.lead) and movements.TO.search(latest.between):
        return latest, earlier
    # 9.8%,比上年的8.6%提高…
    is_prior = times.ENDS_IN_A_YEAR_BEFORE.search(latest.lead)
    if is_prior and not movements.GROWTH_END.search(latest.lead):
        return earlier, latest
    return latest, None
