"""Judges a breakdown: whether its parts can make up, or lie within, its total under some reading."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from jingwei.kernel.text import Text
from jingwei.summary.proofread.intervals import Interval, total_of
from jingwei.summary.proofread.lexicon import axes, units, verbs
from jingwei.summary.proofread.relations.breakdown.overshooting import overshoot
from jingwei.summary.proofread.relations.breakdown.saying import said, why
from jingwei.summary.proofread.relations.breakdown.shapes import Breakdown, Marker, places_of
from jingwei.summary.proofread.relations.lists import Member
from jingwei.summary.proofread.relations.wording import words_shared
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
OTHER_TOTAL = Text(
    "分项大于最近的总数，但可以属于更前的一个",
    "larger than the nearest total, but may belong to one before it",
)
SCALE = Fraction(10**4)  # 万 for 亿
LEAST_SHARE = Fraction(1, 100)  # of the whole, which a part must have to tell its scale
FEWEST = 2  # parts that can make up a whole
LONGEST_PLACE = 4  # characters
MANY = 3  # so many parts of an open list do not make up a whole by chance once one of them is scaled


def judged(breakdown: Breakdown) -> Relation | None:
    """The relation a breakdown amounts to; None where nothing can be said."""
    found = _in_other_units(breakdown) if breakdown.marker is Marker.UNIT else _added(breakdown)
    return found and replace(found, reasons=why(breakdown, found))


def _in_other_units(breakdown: Breakdown) -> Relation | None:
    """126只(其中…6人): parts and whole in units that no clerk adds."""
    total, parts = breakdown.totals[0], [member.slot for member in breakdown.members]
    if not parts:
        return None
    families = {total.family, parts[0].family}
    is_certain = (
        units.cannot_be_one(total.unit, parts[0].unit)
        or {
            units.Family.PERSON,
            units.Family.ANY,
        }
        <= families
    )
    if not is_certain and families - units.COUNTS:
        return None
    return Relation(
        Kind.UNIT,
        Status.FAIL if is_certain else Status.UNCERTAIN,
        total.index,
        tuple(one.index for one in parts),
        arithmetic=f"{total.figure.text} ⊇ {' + '.join(one.figure.text for one in parts)}",
        explanation=OTHER_UNIT.format(part=parts[0].unit, whole=total.unit) if is_certain else DOUBTFUL_UNIT,
    )


def _added(breakdown: Breakdown) -> Relation | None:
    """Against the most likely total; where that fails, against those before it."""
    first, *others = (_against(breakdown, total) for total in breakdown.totals)
    if first is None:
        return None
    if breakdown.marker is Marker.YEARS:
        return replace(first, kind=Kind.CUMULATIVE)
    if first.status is not Status.FAIL:
        return first
    if first.kind is Kind.SUM:
        return next((one for one in others if one and _adds_up(one)), first)
    return _under_another(breakdown, first, others)


def _adds_up(relation: Relation) -> bool:
    return relation.kind is Kind.SUM and relation.status is Status.PASS


def _under_another(breakdown: Breakdown, first: Relation, others: list[Relation | None]) -> Relation:
    """Parts too large for the nearest total may be of one before it, surely so where their words speak of it."""
    nearest, *further = breakdown.totals
    for relation, total in zip(others, further, strict=True):
        if relation is not None and relation.status in {Status.PASS, Status.UNCERTAIN}:
            if _is_nearer_in_words(total, nearest, breakdown.members):
                return relation
            return replace(first, status=Status.UNCERTAIN, explanation=OTHER_TOTAL)
    return first


def _is_nearer_in_words(one: Slot, other: Slot, members: Sequence[Member]) -> bool:
    """Whether the parts speak of what `one` counts rather than of what `other` counts."""
    words = "".join(subject_of(member.slot) + member.slot.tail for member in members)
    return words_shared(subject_of(one) + one.tail, words) > words_shared(
        subject_of(other) + other.tail, words
    )


def _against(breakdown: Breakdown, total: Slot) -> Relation | None:
    members = breakdown.members
    slots = [member.slot for member in members]
    tail = _last_that_add_up(slots, total) if breakdown.marker is Marker.TOTAL else None
    if tail is not None:
        return said(Kind.SUM, Status.PASS, total, tail, ADDS_UP, closed=True)
    count = _count_that_adds_up(members, total)
    if count is not None:
        return said(Kind.SUM, Status.PASS, total, slots[:count], ADDS_UP, closed=True)
    closed = breakdown.closed or _is_complete(slots)
    sure = _sure_of(breakdown)
    slip = _slip_of_scale(sure, total) if len(sure) >= (FEWEST if closed else MANY) else None
    if slip is not None:
        text = SLIP.format(figure=slip.figure.text)
        return said(Kind.UNIT, Status.FAIL, total, sure, text, closed=closed)
    if closed and len(sure) >= FEWEST:
        return said(Kind.SUM, Status.FAIL, total, sure, DOES_NOT, closed=True)
    if breakdown.marker is Marker.AXIS and not closed:
        return (
            overshoot(sure, total)
            if _are_bare_places(sure) and _sum(sure).exceeds(total.figure.true)
            else None
        )
    return _within(total, slots, sure)


def _are_bare_places(slots: list[Slot]) -> bool:
    """国家级3家、省级6家、市级9家: nothing but places, which without any marker still speak of the figure before."""
    return len(slots) >= MANY and all(len(slot.lead.strip()) <= LONGEST_PLACE for slot in slots)


def _sure_of(breakdown: Breakdown) -> list[Slot]:
    """The members no reading leaves out: behind “X中” verbs may open statements, of which only the first is of X."""
    sure = [member.slot for member in breakdown.members if member.sure]
    is_told = breakdown.marker is Marker.AMONG and any(
        verbs.OPENS_STATEMENT.match(slot.lead.strip()) for slot in sure
    )
    return sure[:1] if is_told else sure


def _within(total: Slot, slots: list[Slot], sure: list[Slot]) -> Relation | None:
    """An open list: every part, and all on one axis together, must lie within the whole."""
    larger = next((slot for slot in slots if slot.figure.true.exceeds(total.figure.true)), None)
    if larger is not None:
        status = Status.FAIL if larger in sure else Status.UNCERTAIN
        return said(Kind.SUBSET, status, total, [larger], LARGER.format(part=larger.figure.text))
    if not sure:
        return None
    if _sum(sure).exceeds(total.figure.true):
        return overshoot(sure, total)
    return said(Kind.SUBSET, Status.PASS, total, sure, WITHIN)


def _sum(slots: list[Slot]) -> Interval:
    return total_of([slot.figure.true for slot in slots])


def _count_that_adds_up(members: Sequence[Member], total: Slot) -> int | None:
    """How many members from the first make up the total, leaving out only what a reading may leave out."""
    for count in range(len(members), FEWEST - 1, -1):
        if _sum([member.slot for member in members[:count]]).meets(total.figure.true):
            return count
        last = members[count - 1]
        if last.sure and not axes.is_attribute(last.slot.lead):
            return None
    return None


def _last_that_add_up(slots: list[Slot], total: Slot) -> list[Slot] | None:
    """三个镇引进15个,东港3个、西山5个、南桥7个,共15个: before a total a list may begin later than it seems."""
    tails = (slots[start:] for start in range(len(slots) - FEWEST + 1))
    return next((tail for tail in tails if _sum(tail).meets(total.figure.true)), None)


def _slip_of_scale(slots: list[Slot], total: Slot) -> Slot | None:
    """The one figure which written in 亿 for 万, or 万 for 亿, would make the sum hold."""
    for wrong in (one for one in (*slots, total) if one.figure.high >= SCALE):
        for factor in (SCALE, 1 / SCALE):
            if wrong.figure.high * factor < total.figure.high * LEAST_SHARE:
                continue  # as good as left out: the list has one part too many, and no slip
            parts = [one.figure.true.scaled(factor) if one is wrong else one.figure.true for one in slots]
            whole = total.figure.true.scaled(factor) if wrong is total else total.figure.true
            if total_of(parts).meets(whole):
                return wrong
    return None


def _is_complete(slots: list[Slot]) -> bool:
    """Whether the places of the parts leave nothing over: 发明, 实用新型 and 外观设计."""
    places = [place for place in places_of(slots) if place is not None]
    if len(places) < max(len(slots), FEWEST):
        return False
    names = {name for name, _ in places}
    return len(names) == 1 and axes.is_complete(names.pop(), {place for _, place in places})
