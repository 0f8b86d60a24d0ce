"""Totals and their parts: sum (a closed list), subset (其中, an open list) and unit (parts counted in another unit).

Source: “148项,其中:国家级19项(…),省级26项(省重大成果转化项目1项、…),省新产品试制计划103项”; “新引进项目126只(其中,市330人才项目6人…)”.
Where a list begins is told by 其中, a bracket, a colon, 分别为, 按…分; where its total stands, by the nearest figure before
it in a unit that fits. A list is closed when the writing says so or the axis of its parts is complete.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jingwei.summary.proofread.lexicon import axes, cues, units
from jingwei.summary.proofread.relations import near
from jingwei.summary.proofread.relations.lists import Member, is_quantity, members_from
from jingwei.summary.proofread.roles import Role, Roles
from jingwei.summary.proofread.structure import Group, Outline, Sentence, Slot
from jingwei.summary.proofread.subjects import subject_of


MOST_TOTALS = 6
WHOLE_LIST = 3  # 按…分 with fewer members may name the largest only


@dataclass(frozen=True)
class Breakdown:
    """A total with the list that may be its parts. `why` names what in the writing says so."""

    totals: tuple[Slot, ...]  # candidates, most likely first
    members: tuple[Member, ...]
    closed: bool
    marker: str
    why: str


def breakdowns_of(outline: Outline, roles: Roles) -> Iterator[Breakdown]:
    """Every list with its candidate totals."""
    for sentence in outline.sentences:
        for group in sentence.groups:
            yield from _in_bracket(group, roles)
            yield from _in_other_units(group, roles)
            yield from _after_markers(group, roles, outline)
            yield from _before_total(group, roles, outline)
            yield from _on_one_axis(group, roles)
            yield from _with_a_rest(group, roles, outline)


def _in_bracket(group: Group, roles: Roles) -> Iterator[Breakdown]:
    """省级26项(省重大专项8项、省软科学1项): a bracket behind a figure, closed unless it says 其中, 含 or 等."""
    anchor = group.anchor
    if anchor is None or not group.slots or not is_quantity(anchor, roles):
        return
    first = group.slots[0]
    if cues.PART.search(first.between):
        return  # the marker tells more: see _after_markers
    if cues.GOAL.search(first.lead) or cues.LAST_YEAR.search(first.lead):
        return
    members, is_open = members_from(first, roles, _fitting(anchor, anchor.unit))
    if len(members) < 2:
        return
    members += _behind_bracket(anchor, roles)
    includes = bool(re.match(r"^(?:包括|包含|含|主要|如|涉及|有)", first.between.strip()))
    yield Breakdown((anchor,), tuple(members), not (is_open or includes), "()", "bracket behind the total")


def _in_other_units(group: Group, roles: Roles) -> Iterator[Breakdown]:
    """项目21项(其中省级4项…,特聘农技员项目5人): a part that names what the whole counts, counted in persons."""
    anchor = group.anchor
    if anchor is None or not group.slots or not cues.PART.search(group.slots[0].between):
        return
    for slot in group.slots[1:]:
        noun = slot.lead.strip()[-2:]
        if (
            len(noun) == 2
            and is_quantity(slot, roles)
            and noun in anchor.lead + anchor.tail
            and units.cannot_be_one(anchor.unit, slot.unit)
        ):
            yield Breakdown((anchor,), (Member(slot, True),), False, "unit", "其中 in another unit")


def _behind_bracket(anchor: Slot, roles: Roles) -> list[Member]:
    """A bracket that ends early: 64家(开发区23家、滨江镇15家),其余26家…; what follows may still be of the list."""
    following = anchor.after()
    if following is None or not following.separators.startswith((",", "、")):
        return []
    sure = bool(cues.REST.search(following.lead))
    members, _ = members_from(following, roles, _fitting(anchor, anchor.unit))
    return [Member(member.slot, sure and member.slot is following) for member in members]


def _after_markers(group: Group, roles: Roles, outline: Outline) -> Iterator[Breakdown]:
    divided: list[Slot] = []
    for slot in group.slots:
        marker = _marker(slot)
        if marker is None or slot.is_rate:
            continue
        totals = _totals_for(slot, group, roles, outline, marker)
        if marker == "按…分":
            totals = divided = divided or totals
        if not totals:
            continue
        yield from _columns(slot, totals, roles, marker, outline)


def _marker(slot: Slot) -> str | None:
    """What before a slot says that a list begins."""
    between = slot.between
    if cues.PART.search(between):
        return "其中"
    if re.search(r"(?:按|从|以|就)[^,;:。]{1,14}?(?:划?分(?:类|布)?|看|来看|统计)[,:]", between):
        return "按…分"
    if _AMONG.match(between) and slot.before() is not None:
        return "中"
    if re.search(r"(?:分为|分成|划分为)[^,;:]*$", between) and slot.before() is not None:
        return "分为"
    if re.search(r"分别(?:为|是|有)[^,;:]*$|由[^,;:。]*组成[:,]", between):
        return None
    if re.search(r":[^,;:]{0,20}$", between) and slot.before() is not None and _SHORT_COLON.search(between):
        return ":"
    return None


_AMONG = re.compile(r"^[^,;:、]{0,14}(?<![其集心当])中(?:,|已|有|的|,?其)")
_SHORT_COLON = re.compile(r"^[^,;。]{0,14}[,]?(?:其中|分别为|分别是|包括|即|具体为|具体是|分布为)?:")


def _totals_for(slot: Slot, group: Group, roles: Roles, outline: Outline, marker: str) -> list[Slot]:
    """Figures that could be the whole, the most likely first."""
    before = [one for one in near.before(slot) if is_quantity(one, roles)]
    inside = [one for one in before if one.group is group and units.may_add(one.unit, slot.unit)]
    before = [one for one in before if one.group is group] if inside else before
    if before or group is not group.sentence.main:
        return before
    earlier = outline.earlier(group.sentence)
    if earlier is None:
        return []
    found = [one for one in earlier.main.slots[: -near.REACH - 1 : -1] if is_quantity(one, roles)]
    return sorted(found, key=lambda one: bool(cues.PART.search(one.between)))


def _columns(
    slot: Slot, totals: list[Slot], roles: Roles, marker: str, outline: Outline
) -> Iterator[Breakdown]:
    """One breakdown for each unit of the list that has a total; or the list whose unit fits none."""
    served: list[str] = []
    probe: Slot | None = slot
    steps = 0
    while probe is not None and steps < 4:
        if probe is not slot and (
            cues.PART.search(probe.between) or ";" in probe.separators or ":" in probe.separators
        ):
            break
        unit = probe.unit
        if is_quantity(probe, roles) and not any(units.may_add(unit, known) for known in served):
            fitting = [
                total for total in totals if units.may_add(total.unit, unit) and _can_count(total, probe)
            ]
            if fitting:
                served.append(unit)
                start = probe if probe is not slot else slot
                members, is_open = members_from(start, roles, _fitting(fitting[0], unit))
                is_open = is_open or _leaves_a_rest(members)
                whole_list = marker in {":", "分为"} or (marker == "按…分" and len(members) >= WHOLE_LIST)
                closed = whole_list and not is_open and not cues.PART.search(slot.between)
                if members:
                    yield Breakdown(
                        tuple(fitting[:MOST_TOTALS]), tuple(members), closed, marker, f"after {marker}"
                    )
            elif probe is slot:
                members, _ = members_from(slot, roles, lambda one, unit=unit: units.may_add(unit, one.unit))
                counted = next((one for one in totals if one.family in units.COUNTS), None)
                if counted is not None:
                    yield Breakdown((counted,), tuple(members), False, "unit", "其中 in another unit")
                return
        probe = probe.after()
        steps += 1


def _fitting(total: Slot, unit: str) -> Callable[[Slot], bool]:
    return lambda one: units.may_add(unit, one.unit) and _can_count(total, one)


def _leaves_a_rest(members: list[Member]) -> bool:
    """其余为个人申请: a rest without a number keeps the list open."""
    if not members:
        return False
    last = members[-1].slot
    following = last.after()
    text = following.between if following else last.group.words[-1][:40]
    rest = cues.REST.search(text)
    return rest is not None and not (following is not None and cues.REST.search(following.lead))


def _can_count(total: Slot, part: Slot) -> bool:
    """个 joins most families, but persons are no part of 个 that counts projects."""
    if units.Family.ANY in {total.family, part.family} and units.Family.PERSON in {total.family, part.family}:
        counted = subject_of(total if total.family is units.Family.ANY else part) + total.tail
        return bool(re.search(r"人|专家|博士|教授|院士|团队|员", counted))
    return True


def _before_total(group: Group, roles: Roles, outline: Outline) -> Iterator[Breakdown]:
    """A家3家、B家5家,共15家: a list, then its sum."""
    for slot in group.slots:
        if not is_quantity(slot, roles) or slot.place < 2:
            continue
        current = slot.before()
        years = (
            current is not None
            and current.family is units.Family.TIME
            and slot.lead.startswith(("累计", "共", "合计", "总"))
        )
        if years and current is not None:
            current = current.before()
        elif not cues.TOTAL_AFTER.match(slot.lead):
            continue
        members: list[Member] = []
        while current is not None and len(members) < near.REACH:
            if not current.is_rate:
                if not is_quantity(current, roles) or not units.may_add(slot.unit, current.unit):
                    break
                members.insert(0, Member(current, True))
            if ";" in current.separators or ":" in current.separators or cues.PART.search(current.between):
                break
            clauses = [one for one in current.between.split(",")[1:-1] if one.strip()]
            if clauses or ("," in current.separators and cues.VERBS.match(current.lead.strip())):
                break
            current = current.before()
        if len(members) >= 2:
            marker = "年累计" if years else "共"
            yield Breakdown((slot,), tuple(members), True, marker, "list before its total")


def places_of(slots: list[Slot]) -> list[tuple[str, str] | None]:
    """The axis and place each slot names, before its number or else behind it."""
    leads = axes.axes_of([slot.lead.strip().removeprefix("其中").strip() for slot in slots])
    tails = axes.axes_of([slot.tail.strip() for slot in slots])
    return [lead or tail for lead, tail in zip(leads, tails, strict=True)]


def _on_one_axis(group: Group, roles: Roles) -> Iterator[Breakdown]:
    """总建筑面积36万平方米,已建成14.5万平方米,在建18.7万平方米: no marker, but the parts lie side by side on one axis."""
    for slot in group.slots:
        following = slot.after()
        if (
            not is_quantity(slot, roles)
            or following is None
            or _marker(following)
            or following.separators != ","
        ):
            continue
        members = _side_by_side(slot, following, roles)
        places = places_of([slot, *(member.slot for member in members)])
        if len(members) >= 2 and places[0] is None and len({place[0] for place in places[1:] if place}) == 1:
            yield Breakdown((slot,), tuple(members), False, "axis", "parts side by side on one axis")


def _side_by_side(total: Slot, first: Slot, roles: Roles) -> list[Member]:
    """The slots after a total that follow one another by comma, each at a place of its own on the axis of the first."""
    members: list[Member] = []
    current: Slot | None = first
    while (
        len(members) < near.REACH
        and current is not None
        and current.separators in {",", "、"}
        and is_quantity(current, roles)
    ):
        slots = [member.slot for member in members] + [current]
        places = places_of(slots)
        if None in places or len(set(places)) < len(slots) or not units.may_add(total.unit, current.unit):
            break
        if len({place[0] for place in places if place}) > 1:
            break
        members.append(Member(current, True))
        current = current.after()
    return members


def _with_a_rest(group: Group, roles: Roles, outline: Outline) -> Iterator[Breakdown]:
    """区派人员中从事农艺的45名,畜牧19名,其余15名: what ends with the rest is closed; its whole is named or nearest."""
    for slot in group.slots:
        if not is_quantity(slot, roles) or not re.match(r"^(?:其余|其他|其它|余下|剩余)", slot.lead.strip()):
            continue
        members = [Member(slot, True)]
        current = slot.before()
        while current is not None and len(members) < near.REACH:
            if not current.is_rate:
                if not is_quantity(current, roles) or not units.may_add(slot.unit, current.unit):
                    break
                members.insert(0, Member(current, True))
                if _opens_list(current):
                    break
            current = current.before()
        if len(members) < 2 or current is None and not _opens_list(members[0].slot):
            continue
        totals = _whole_of(members[0].slot, group, roles, outline)
        if totals:
            yield Breakdown(tuple(totals), tuple(members), True, "其余", "list that ends with the rest")


def _opens_list(slot: Slot) -> bool:
    return (
        _marker(slot) is not None
        or bool(re.search(r"中[^,;:、]*$", slot.lead))
        or bool(cues.PART.search(slot.between))
    )


def _whole_of(first: Slot, group: Group, roles: Roles, outline: Outline) -> list[Slot]:
    """The figure named by “区派人员中”, else the candidates before the list."""
    named = re.match(r"^(.{2,10}?)中", first.lead.strip())
    before = _totals_for(first, group, roles, outline, "其余")
    fitting = [one for one in before if units.may_add(one.unit, first.unit)]
    earlier = outline.earlier(group.sentence)
    if named and earlier is not None and named[1] != "其":
        fitting += [
            one
            for one in earlier.slots[: -near.REACH - 1 : -1]
            if is_quantity(one, roles) and units.may_add(one.unit, first.unit)
        ]
        words = named[1]
        fitting = [
            one
            for one in fitting
            if any(words[at : at + 2] in one.lead + one.tail for at in range(len(words) - 1))
        ]
    return fitting
