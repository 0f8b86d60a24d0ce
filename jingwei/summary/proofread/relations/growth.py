"""Growth: a value, the one before it, and the rate or difference between them.

Source: “发明专利97件,实用新型专利1054件,同比分别增长4.3%和53.9%”; “由12家增加到15家”; “比上年增加460万元,增长19.2%”. Where no previous value is
printed, the one implied must still be a whole number when it is a count: 97 ÷ 1.043 = 93.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from jingwei.kernel.text import Text
from jingwei.summary.proofread.arithmetic import number, span
from jingwei.summary.proofread.intervals import Interval
from jingwei.summary.proofread.lexicon import cues, units
from jingwei.summary.proofread.lexicon.units import Family
from jingwei.summary.proofread.relations import near
from jingwei.summary.proofread.relations.lists import is_quantity
from jingwei.summary.proofread.roles import Role, Roles
from jingwei.summary.proofread.shapes import Kind, Relation, Status
from jingwei.summary.proofread.structure import Outline, Slot

HUNDRED = Fraction(100)
HOLDS = Text("按印出的各数可以推得", "follows from the figures as printed")
FAILS = Text(
    "按印出的各数推得 {found}，文中为 {printed}",
    "the figures as printed give {found}; the text says {printed}",
)
WHOLE = Text("推回上年可以是整数", "the implied previous count can be a whole number")
NO_WHOLE = Text("没有一个整数的上年值能得出这个增长率", "no whole previous count gives this rate")
NOTHING = Text("文中没有上年数，无从核对", "no previous value is printed; nothing to check against")
LOOSE = Text("“增长 N 倍”按“为上年的 N 倍”理解才成立", "holds only if “grew N-fold” is read as “is N times”")
POINTS_NOT_RATE = Text(
    "两个百分数相差应以百分点计，文中写作 %",
    "the difference of two percentages is in percentage points, not per cent",
)
RATE_NOT_POINTS = Text(
    "增长的是比率，应以 % 计，文中写作百分点", "this is a rate of growth in per cent, not percentage points"
)
OTHER_SCOPE = Text("增长率的口径与两数不同，无从核对", "the rate is on another scope than the two values")
_OTHER_SCOPE = re.compile(r"同口径|可比|剔除|扣除|名义|年均|平均|环比|复合|不变价|实际增长|同比口径")

_OTHER_PERIOD = re.compile(r"上半年|下半年|季度|\d月|其中")


@dataclass(frozen=True)
class Movement:
    """A rate with the value it belongs to, and what else is printed of the movement."""

    rate: Slot | None
    base: Slot | None
    previous: Slot | None
    increment: Slot | None
    falls: bool


def relations(outline: Outline, roles: Roles) -> Iterator[Relation]:
    """A relation for every rate of growth and every difference from a printed previous value."""
    for slot in outline.slots.values():
        role = roles[slot.index].role
        if role in {Role.GROWTH, Role.MULTIPLE}:
            movement = _movement(slot, roles, outline)
            yield _judge_rate(movement, slot, roles)
        elif role is Role.INCREMENT:
            found = _judge_increment(slot, roles)
            if found is not None:
                yield found


def _movement(rate: Slot, roles: Roles, outline: Outline) -> Movement:
    run = near.run_of(rate, roles)
    falls = roles[rate.index].falls
    if rate.family is Family.POINTS:
        level, previous = _levels(rate, roles)
        if previous is None and level is None:
            level = _base(rate, roles)
            previous = _previous(rate, level, roles)
        return Movement(rate, level, previous, None, falls)
    if len(run) > 1:
        base, previous = _zipped(run, rate, roles, outline)
        return Movement(rate, base, previous, None, falls)
    base = _base(rate, roles)
    if base is None:
        level, previous = _levels(rate, roles)
        if level is not None and previous is not None:
            return Movement(rate, level, previous, None, falls)
    return Movement(rate, base, _previous(rate, base, roles), _increment(rate, base, roles), falls)


def _zipped(run: list[Slot], rate: Slot, roles: Roles, outline: Outline) -> tuple[Slot | None, Slot | None]:
    """分别: one value for each rate, by name where names are given, else the last as many; and the same of last year."""
    place = run.index(rate)
    before = list(near.before(run[0]))
    previous = [one for one in before if roles[one.index].role is Role.PREVIOUS][: len(run)][::-1]
    then = previous[place] if len(previous) == len(run) else None
    for opening in (run[0], *previous[:1]):
        named = _named_values(opening, len(run), roles, outline)
        if named is not None:
            return named[place], then
    values = [one for one in before if is_quantity(one, roles)][: len(run)][::-1]
    bracket = [
        one
        for group in (values[-1].group.inner if values else [])
        if group.anchor is values[-1]
        for one in group.slots
    ]
    inner = [one for one in bracket if roles[one.index].role is Role.PREVIOUS]
    if then is None and len(inner) == len(run):
        then = inner[place]
    return (values[place], then) if len(values) == len(run) else (None, None)


def _named_values(opening: Slot, count: int, roles: Roles, outline: Outline) -> list[Slot | None] | None:
    """“发明、实用新型同比分别增长a和b”: the values whose words carry these names; None where none are named."""
    phrase = re.split(r"[,;:]", opening.between)[-1]
    phrase = re.sub(r"^\s*(?:[①-⑩]|[(]?\d+[).、])\s*", "", phrase)
    phrase = _OWN.sub("", re.split(r"同比|分别|比上年|较上年|上年|去年|增长|下降", phrase)[0])
    names = [name.strip() for name in re.split(r"、|和|与|及|以及", phrase)]
    if len(names) != count or any(len(name) < 2 for name in names):
        return None
    near_by = [
        *near.quantities_before(opening, roles),
        *near.earlier_quantities(opening, roles, outline, 2, across=True),
    ]
    return [next((one for one in near_by if name in one.lead + one.tail), None) for name in names]


_OWN = re.compile(
    r"(?:同比|环比|分别|比上年|较上年|比去年|较去年|比\S*同期|较\S*同期|比20\d\d年|较20\d\d年|其中|年|均|又|上年|去年|同期|比|较|,|累计|实际|约|近|超|了|净|的|实现|呈|已|大幅|再|共|上|末|底|初|全|\s)+"
)


def _own_words(rate: Slot) -> str:
    """What the clause of a rate names itself besides the comparison: 营业收入 of “营业收入增长15.1%”."""
    words = cues.GROWTH_END.sub("", rate.lead)
    words = cues.MULTIPLE.sub("", words)
    return _OWN.sub("", words)


def _base(rate: Slot, roles: Roles) -> Slot | None:
    own = _own_words(rate)
    after = rate.after()
    if (
        after is not None
        and is_quantity(after, roles)
        and re.match(r"^,?(?:总量|总额|总数)?(?:达到?|增至|升至|至|为|突破|超)", after.between)
        and len(own) >= 2
    ):
        return after
    strange = False
    for one in near.before(rate):
        role = roles[one.index].role
        if role is Role.INCREMENT and len(_own_words(one)) >= 2:
            own, strange = _own_words(one), True
        if role in {Role.QUANTITY, Role.AVERAGE} and not one.is_rate:
            if len(own) >= 2 and (strange or set(rate.separators) & set(",;")) and not _names(own, one):
                return None
            return one
        if (
            one.is_rate
            and role in {Role.GROWTH, Role.COMPLETION}
            and not rate.between.startswith((",", "、", ";"))
        ):
            return None
    return None


def _names(own: str, slot: Slot) -> bool:
    """Whether words name what a slot counts, or only how it is measured (增幅, 增速, 总量)."""
    if re.fullmatch(
        r"(?:增长|增幅|增速|总量|数量|总额|规模|金额|幅度|增长率|率|总|量|额|数|产值|投资|收入)*", own
    ):
        return True
    words = slot.lead + slot.tail
    return any(own[place : place + 2] in words for place in range(len(own) - 1))


def _previous(rate: Slot, base: Slot | None, roles: Roles) -> Slot | None:
    if base is None:
        return None
    around = [base.before(), base.after(), rate.before(), rate.after()]
    inner = [group.slots[0] for group in base.group.inner if group.anchor is base and group.slots]
    for one in [*around, *inner]:
        if (
            one is None
            or roles[one.index].role is not Role.PREVIOUS
            or not units.may_add(one.unit, base.unit)
        ):
            continue
        if one.index > rate.index and not _FOLLOWS.match(one.between):
            continue
        if _same_year(rate, one):
            return one
    return None


_FOLLOWS = re.compile(r"^[,(]?(?:上年|去年|上年同期|去年同期)")


def _same_year(rate: Slot, previous: Slot) -> bool:
    """Whether a rate that names its year (为2019年的9倍) speaks of this previous value."""
    named = re.findall(r"(?:19|20)\d\d年", rate.lead)
    return not named or any(year in previous.lead for year in named)


def _increment(rate: Slot, base: Slot | None, roles: Roles) -> Slot | None:
    for one in (rate.before(), rate.after()):
        if one is None or base is None or one is base or roles[one.index].role is not Role.INCREMENT:
            continue
        if not one.is_rate and units.may_add(one.unit, base.unit):
            return one
    return None


def _levels(rate: Slot, roles: Roles) -> tuple[Slot | None, Slot | None]:
    """Two percentages the difference of which the text prints: 由20.4%提高到21.6%,提高1.2个百分点; 9.8%, 比上年的8.6%提高…"""
    rates = []
    for one in near.before(rate):
        if len(rates) == 2 or not one.is_rate or one.family is not Family.RATE:
            break
        rates.append(one)
    if len(rates) < 2:
        return (rates[0] if rates else None), None
    latest, earlier = rates
    if _is_from(earlier) and cues.TO.search(latest.between):
        return latest, earlier
    if re.search(r"(?:比|较)?(?:上年|去年|20\d\d年)[^,;]*$", latest.lead) and not cues.GROWTH_END.search(
        latest.lead
    ):
        return earlier, latest
    return latest, None


def _is_from(slot: Slot) -> bool:
    return bool(re.search(r"(?:由|从)[^,;:]*$", slot.lead))


def _judge_rate(movement: Movement, rate: Slot, roles: Roles) -> Relation:
    base, previous = movement.base, movement.previous
    if base is None or (base.is_rate and previous is None):
        return _said(movement, Status.NOT_ASSESSABLE, "", NOTHING)
    if _OTHER_SCOPE.search(rate.between) or _OTHER_SCOPE.search(rate.tail) or _OTHER_PERIOD.search(rate.lead):
        return _said(movement, Status.NOT_ASSESSABLE, "", OTHER_SCOPE)
    if base.is_rate:
        return _judge_points(movement, rate)
    if previous is not None:
        if rate.family is Family.POINTS:
            return _judge_points(movement, rate)
        return _against_previous(movement, rate, roles, previous.figure.true)
    if movement.increment is not None:
        sign = -1 if not movement.falls else 1
        moved = movement.increment.figure.true
        before = base.figure.true.minus(moved) if sign < 0 else base.figure.true + moved
        if before is None or before.low <= 0:
            return _said(movement, Status.NOT_ASSESSABLE, "", NOTHING)
        return _against_previous(movement, rate, roles, before)
    return _implied(movement, rate, roles)


def _factor(rate: Slot, roles: Roles, falls: bool, loose: bool = False) -> Interval:
    """By what the previous value is multiplied, as an interval."""
    true = rate.figure.true
    if roles[rate.index].role is Role.MULTIPLE:
        return true if rate.family is Family.TIMES else true.scaled(1 / HUNDRED)
    if rate.family is Family.DOUBLINGS:
        low, high = rate.figure.low - Fraction(1, 2), rate.figure.high + Fraction(1, 2)
        return Interval(_power(low), None if rate.tail.startswith(("多", "以上", "有余")) else _power(high))
    if rate.family is Family.TIMES:
        return true if loose else true.shifted(1)
    moved = true.scaled(1 / HUNDRED)
    if not falls:
        return moved.shifted(1)
    high = 1 - moved.low
    return Interval(Fraction(0) if moved.high is None else max(Fraction(0), 1 - moved.high), high)


def _power(exponent: Fraction) -> Fraction:
    """Two to a power with at most one binary place, to a millionth."""
    return Fraction(round(2 ** float(exponent) * 10**6), 10**6)


def _against_previous(movement: Movement, rate: Slot, roles: Roles, before: Interval) -> Relation:
    assert movement.base is not None  # noqa: S101 - narrows for the type checker
    quotient = movement.base.figure.true.over(before)
    if quotient is None:
        return _said(movement, Status.NOT_ASSESSABLE, "", NOTHING)
    shown = _shown(movement, quotient, roles)
    if quotient.meets(_factor(rate, roles, movement.falls)):
        return _said(movement, Status.PASS, shown, HOLDS)
    loose = rate.family is Family.TIMES and roles[rate.index].role is Role.GROWTH
    if loose and quotient.meets(_factor(rate, roles, movement.falls, loose=True)):
        return _said(movement, Status.UNCERTAIN, shown, LOOSE)
    text = FAILS.format(found=_rate_shown(quotient), printed=rate.figure.text)
    return _said(movement, Status.FAIL if _is_sure(movement) else Status.UNCERTAIN, shown, text)


def _is_sure(movement: Movement) -> bool:
    """净增4家 may speak of a total said elsewhere; 比上年增加4家 behind a value speaks of that value."""
    moved = movement.increment
    if moved is None or movement.base is None:
        return True
    return bool(re.search(r"比|较", moved.lead)) or bool(re.search(r"总数|达|拥有|累计", movement.base.lead))


def _rate_shown(quotient: Interval) -> str:
    return span(quotient.shifted(-1).scaled(HUNDRED), "%")


def _shown(movement: Movement, quotient: Interval, roles: Roles) -> str:
    assert movement.base is not None and movement.rate is not None  # noqa: S101 - narrows for the type checker
    base = movement.base.figure.text
    if movement.previous is not None:
        left = f"{base} ÷ {movement.previous.figure.text}"
    elif movement.increment is not None:
        left = f"{base} ÷ ({base} {'+' if movement.falls else '−'} {movement.increment.figure.text})"
    else:
        left = base
    return f"{left} = {span(quotient, places=4)} → {_rate_shown(quotient)} ; {movement.rate.figure.text}"


def _implied(movement: Movement, rate: Slot, roles: Roles) -> Relation:
    base = movement.base
    assert base is not None  # noqa: S101 - narrows for the type checker
    figure = base.figure
    counts = base.family in units.COUNTS and figure.true.width == 0 and figure.hedge is None
    plain = rate.family in {Family.RATE, Family.TIMES} and rate.figure.hedge is None
    if not counts or not plain or figure.low <= 0:
        return _said(movement, Status.NOT_ASSESSABLE, "", NOTHING)
    factor = _factor(rate, roles, movement.falls)
    before = figure.true.over(factor)
    if before is None or before.width is None or before.width >= 1:
        return _said(movement, Status.NOT_ASSESSABLE, "", NOTHING)
    shown = f"{figure.text} ÷ {span(factor, places=4)} = {span(before, places=1)}"
    if before.holds_whole_number() and before.high is not None and before.high >= 1:
        return _said(movement, Status.PASS, f"{shown} → {-(-before.low // 1)}", WHOLE)
    return _said(movement, Status.FAIL, shown, NO_WHOLE)


def _judge_points(movement: Movement, rate: Slot) -> Relation:
    """A difference of two percentages, or of two amounts wrongly said in percentage points."""
    base, previous = movement.base, movement.previous
    assert base is not None and previous is not None  # noqa: S101 - narrows for the type checker
    now, then = base.figure.true, previous.figure.true
    if movement.falls:
        now, then = then, now
    difference = now.minus(then)
    relative = now.over(then)
    moved = rate.figure.true
    in_points = base.is_rate and difference is not None and difference.meets(moved)
    grown = None if relative is None else relative.shifted(-1).scaled(HUNDRED)
    if movement.falls and relative is not None:
        inverse = then.over(now)
        grown = None if inverse is None or inverse.high is None else Interval(
            HUNDRED - inverse.high * 100, HUNDRED - inverse.low * 100
        )  # fmt: skip
    in_rate = grown is not None and grown.meets(moved)
    shown = f"{base.figure.text} − {previous.figure.text} ; {rate.figure.text}"
    said_points = rate.family is Family.POINTS
    if (in_points and said_points) or (in_rate and not said_points):
        return _said(movement, Status.PASS, shown, HOLDS)
    if in_points:
        return _said(movement, Status.FAIL, shown, POINTS_NOT_RATE, Kind.UNIT)
    if in_rate:
        return _said(movement, Status.FAIL, shown, RATE_NOT_POINTS, Kind.UNIT)
    found = "—" if difference is None else span(difference, "个百分点" if base.is_rate else "")
    return _said(movement, Status.FAIL, shown, FAILS.format(found=found, printed=rate.figure.text))


def _judge_increment(slot: Slot, roles: Roles) -> Relation | None:
    """增加15项 beside a printed previous and present value."""
    base = next(near.quantities_before(slot, roles), None)
    if base is None or not units.may_add(base.unit, slot.unit):
        return None
    previous = _previous(slot, base, roles)
    if previous is None or not re.match(
        r"^,?(?:而|同)?(?:比|较|增|净增|减|多|少|提高|下降|上升)", slot.between.strip()
    ):
        return None
    now, then = base.figure.true, previous.figure.true
    falls = roles[slot.index].falls
    difference = then.minus(now) if falls else now.minus(then)
    movement = Movement(None, base, previous, slot, falls)
    shown = f"{base.figure.text} − {previous.figure.text} ; {slot.figure.text}"
    if difference is None or difference.meets(slot.figure.true):
        return _said(movement, Status.PASS, shown, HOLDS)
    found = number(difference.low, slot.unit)
    return _said(movement, Status.FAIL, shown, FAILS.format(found=found, printed=slot.figure.text))


def _said(movement: Movement, status: Status, shown: str, text: Text, kind: Kind = Kind.GROWTH) -> Relation:
    increment = (movement.increment.index,) if movement.increment else ()
    return Relation(
        kind,
        status,
        movement.base.index if movement.base else None,
        increment,
        rate=movement.rate.index if movement.rate else None,
        previous=movement.previous.index if movement.previous else None,
        arithmetic=shown,
        explanation=text,
    )
