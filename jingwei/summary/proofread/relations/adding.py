"""Judges a breakdown: whether its parts can make up, or lie within, its total under some reading."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from jingwei.kernel.text import Text
from jingwei.summary.proofread.arithmetic import number
from jingwei.summary.proofread.intervals import total_of
from jingwei.summary.proofread.lexicon import axes, units
from jingwei.summary.proofread.relations.breakdown import Breakdown, places_of
from jingwei.summary.proofread.relations.lists import Member
from jingwei.summary.proofread.shapes import Kind, Relation, Status
from jingwei.summary.proofread.structure import Slot
from jingwei.summary.proofread.subjects import subject_of

ADDS_UP = Text("分项合计等于总数", "the parts make up the total")
DOES_NOT = Text(
    "分项以写法看已列全，任何读法都加不到总数", "the list is closed and no reading makes up the total"
)
WITHIN = Text(
    "各分项都不超过总数，所列并非全部", "every part lies within the whole; the list is not complete"
)
LARGER = Text("分项“{part}”大于总数", "the part “{part}” is larger than the whole")
TOGETHER = Text("同一口径的分项合计大于总数", "parts of one partition are together larger than the whole")
OVERLAP = Text("分项口径交叉，合计可以大于总数", "the parts overlap, so they may add to more than the whole")
SLIP = Text(
    "“{figure}”差一万倍，疑为万、亿之误", "“{figure}” is off by ten thousand: 万 taken for 亿, or the reverse"
)
OTHER_UNIT = Text(
    "分项以“{part}”计，总数以“{whole}”计，不能相加",
    "parts counted in {part}, the whole in {whole}: they cannot be added",
)
DOUBTFUL_UNIT = Text(
    "“其中”前后单位不同，无从相加", "the units before and after 其中 differ and cannot be added"
)
SCALE = Fraction(10**4)
MANY = 3  # so many parts do not make up a whole by chance once one of them is scaled
OTHER_TOTAL = Text(
    "分项大于最近的总数，但可以属于更前的一个",
    "larger than the nearest total, but may belong to one before it",
)


def judged(breakdown: Breakdown) -> Relation | None:
    """The relation a breakdown amounts to; None where nothing can be said."""
    if breakdown.marker == "unit":
        return _unit(breakdown)
    found = [_against(breakdown, total) for total in breakdown.totals]
    first = found[0]
    if first is None:
        return None
    if breakdown.marker == "年累计":
        return replace(first, kind=Kind.CUMULATIVE)
    if first.status is not Status.FAIL:
        return first
    if first.kind is Kind.SUM:
        made = next(
            (
                one
                for one in found[1:]
                if one is not None and one.kind is Kind.SUM and one.status is Status.PASS
            ),
            None,
        )
        return made or first
    for relation, total in zip(found[1:], breakdown.totals[1:], strict=True):
        if relation is not None and relation.status in {Status.PASS, Status.UNCERTAIN}:
            if _nearer_in_words(total, breakdown.totals[0], breakdown.members):
                return relation
            return replace(first, status=Status.UNCERTAIN, explanation=OTHER_TOTAL)
    return first


def _nearer_in_words(one: Slot, other: Slot, members: tuple[Member, ...]) -> bool:
    """Whether the parts speak of what `one` counts rather than of what `other` counts."""
    words = "".join(subject_of(member.slot) + member.slot.tail for member in members)
    return _shared(words, subject_of(one) + one.tail) > _shared(words, subject_of(other) + other.tail)


def _shared(words: str, other: str) -> int:
    pairs = {first + second for first, second in pairwise(words)}
    return sum(first + second in pairs for first, second in pairwise(other))


def _unit(breakdown: Breakdown) -> Relation | None:
    total = breakdown.totals[0]
    same = [member.slot for member in breakdown.members]
    if not same:
        return None
    part = same[0]
    hard = (
        units.cannot_be_one(total.unit, part.unit)
        or units.Family.PERSON in {total.family, part.family}
        and (units.Family.ANY in {total.family, part.family})
    )
    status = Status.FAIL if hard else Status.UNCERTAIN
    if not hard and {total.family, part.family} - units.COUNTS:
        return None
    text = OTHER_UNIT.format(part=part.unit, whole=total.unit) if hard else DOUBTFUL_UNIT
    shown = f"{total.figure.text} ⊇ {' + '.join(one.figure.text for one in same)}"
    return Relation(
        Kind.UNIT, status, total.index, tuple(one.index for one in same), arithmetic=shown, explanation=text
    )


def _against(breakdown: Breakdown, total: Slot) -> Relation | None:
    members = list(breakdown.members)
    slots = [member.slot for member in members]
    exact = _prefix_that_adds_up(members, total, at_least=2)
    if exact is not None:
        return _relation(Kind.SUM, Status.PASS, total, slots[:exact], True, ADDS_UP)
    closed = breakdown.closed or _is_complete(slots, total)
    sure = [member.slot for member in members if member.sure]
    if breakdown.marker == "中" and len(slots) > 1:
        sure = sure[:1]
    slip = _slip_of_scale(sure, total) if len(sure) >= MANY else None
    if slip is not None and not closed:
        return _relation(Kind.UNIT, Status.FAIL, total, sure, False, SLIP.format(figure=slip.figure.text))
    if breakdown.marker == "axis" and not closed:
        return None
    largest = next((slot for slot in slots if slot.figure.true.exceeds(total.figure.true)), None)
    if closed and len(sure) >= 2:
        slip = _slip_of_scale(sure, total)
        if slip is not None:
            return _relation(Kind.UNIT, Status.FAIL, total, sure, True, SLIP.format(figure=slip.figure.text))
        return _relation(Kind.SUM, Status.FAIL, total, sure, True, DOES_NOT)
    if largest is not None:
        certain = largest in sure
        text = LARGER.format(part=largest.figure.text)
        status = Status.FAIL if certain else Status.UNCERTAIN
        return _relation(Kind.SUBSET, status, total, [largest], False, text)
    if not total_of([slot.figure.true for slot in sure]).exceeds(total.figure.true):
        return _relation(Kind.SUBSET, Status.PASS, total, sure, False, WITHIN)
    return _overshoot(sure, total)


def _prefix_that_adds_up(members: list[Member], total: Slot, at_least: int) -> int | None:
    """How many members from the first make up the total, leaving out only what a reading may leave out."""
    for count in range(len(members), at_least - 1, -1):
        if total_of([member.slot.figure.true for member in members[:count]]).meets(total.figure.true):
            return count
        if members[count - 1].sure and not axes.is_attribute(members[count - 1].slot.lead):
            return None
    return None


def _slip_of_scale(slots: list[Slot], total: Slot) -> Slot | None:
    """The one figure which written in 亿 for 万, or 万 for 亿, would make the sum hold."""
    for wrong in (one for one in (*slots, total) if one.figure.high >= SCALE):
        for factor in (SCALE, 1 / SCALE):
            parts = [one.figure.true.scaled(factor) if one is wrong else one.figure.true for one in slots]
            whole = total.figure.true.scaled(factor) if wrong is total else total.figure.true
            if total_of(parts).meets(whole):
                return wrong
    return None


def _is_complete(slots: list[Slot], total: Slot) -> bool:
    places = places_of(slots)
    if any(place is None for place in places) or len(places) < 2:
        return False
    known = [place for place in places if place is not None]
    names = {name for name, _ in known}
    return len(names) == 1 and axes.is_complete(names.pop(), {place for _, place in known})


def _overshoot(slots: list[Slot], total: Slot) -> Relation:
    """Parts together above the whole: wrong on one axis, possible on several."""
    subjects = [slot.lead + slot.tail for slot in slots]
    places = places_of(slots)
    names = {place[0] if place else None for place in places}
    for name in names - {None}:
        mine = _one_for_each_place(
            [(slot, place) for slot, place in zip(slots, places, strict=True) if place and place[0] == name]
        )
        if total_of([slot.figure.true for slot in mine]).exceeds(total.figure.true):
            return _relation(Kind.SUBSET, Status.FAIL, total, mine, False, TOGETHER)
    if len(set(places) - {None}) < sum(place is not None for place in places):
        return _relation(Kind.SUBSET, Status.UNCERTAIN, total, slots, False, OVERLAP)
    if len(names) > 1 or (None in names and any(axes.is_attribute(subject) for subject in subjects)):
        status = Status.PASS if len(names - {None}) > 1 else Status.UNCERTAIN
        return _relation(Kind.SUBSET, status, total, slots, False, OVERLAP)
    return _relation(Kind.SUBSET, Status.FAIL, total, slots, False, TOGETHER)


def _one_for_each_place(placed: list[tuple[Slot, tuple[str, str]]]) -> list[Slot]:
    """The largest figure of each place: 企业 and 高新技术企业 are the same place twice."""
    best: dict[str, Slot] = {}
    for slot, (_, place) in placed:
        if place not in best or best[place].figure.high < slot.figure.high:
            best[place] = slot
    return list(best.values())


def _relation(
    kind: Kind, status: Status, total: Slot, parts: list[Slot], closed: bool, text: Text
) -> Relation:
    return Relation(
        kind,
        status,
        total.index,
        tuple(slot.index for slot in parts),
        closed=closed,
        arithmetic=_shown(total, parts),
        explanation=text,
    )


def _shown(total: Slot, parts: list[Slot]) -> str:
    """1 + 8 + 2 = 11, printed 12."""
    unit = total.unit
    added = sum((slot.figure.high for slot in parts), start=parts[0].figure.high * 0)
    terms = " + ".join(
        number(slot.figure.high, slot.unit if unit in {"元", "平方米"} else "") for slot in parts
    )
    sign = "=" if total.figure.high == added else "≠"
    plain = unit if unit in {"元", "平方米"} else ""
    if len(parts) == 1:
        sign = "≤" if added <= total.figure.high else ">"
        return f"{terms} {sign} {number(total.figure.high, plain)}"
    if sign == "=":
        return f"{terms} = {number(added, plain)}"
    return f"{terms} = {number(added, plain)} ; {total.figure.text}"
