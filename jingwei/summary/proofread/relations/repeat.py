"""The same fact said twice: same subject, same unit, same time, two values.

Genre: an overview that says 186场 and a section that says 168场; “建成分中心五个…这6个分中心”. Wordings are compared
without their verbs, order and abbreviations (授权发明专利 = 发明专利授权量); anything that sets two facts apart
(another town, half a year, plan against result, part against whole) keeps them apart, because a false alarm costs more
than a repeat overlooked.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from jingwei.kernel.text import Text
from jingwei.summary.proofread.lexicon import facts, lists, movements, times, units
from jingwei.summary.proofread.relations import near
from jingwei.summary.proofread.relations.near import is_quantity
from jingwei.summary.proofread.relations.wording import shares_a_word
from jingwei.summary.proofread.roles import Role, Roles
from jingwei.summary.proofread.shapes import Kind, Relation, Status
from jingwei.summary.proofread.structure import Outline, Slot

SAME = Text("前后两处说的是同一个数", "both places say the same")
DIFFERS = Text(
    "同一事项前后两处数字不同：{first} 与 {second}", "the same fact is given as {first} and as {second}"
)
BACK = Text("“这{second}”所指的前文是 {first}", "“these {second}” refers back to {first}")

LONGEST_NOUN = 12  # characters behind a unit that can still be the name of what it counts
FEWEST_WORDS = 3  # characters by which a fact is known
SPARSE_WORDS = 4  # with fewer before the number the noun behind it is read as well
WORDS_BESIDE_NOUN = 2  # characters before the number that say which 企业 or 项目 are counted
SHORTEST_PART = 8  # characters before a figure behind 、 below which it is one of several parts
OPENING = 24  # characters of a sentence in which it names its period
BACK_TO = 2  # sentences to which 这6个 may point back
_SPAN = re.compile("[—至到~ ]{1,4}")
_POINTED_AT = re.compile("^[^,;:、的]{2,6}")


class Fact(NamedTuple):
    """What makes a fact the same fact."""

    words: tuple[str, ...]
    family: units.Family
    currency: str
    role: Role
    year: int | None
    period: str
    sort: str


def relations(outline: Outline, roles: Roles) -> Iterator[Relation]:
    """A relation for every pair of places that say the same fact."""
    said: dict[Fact, list[Slot]] = defaultdict(list)
    for slot in outline.slots.values():
        fact = _fact(slot, roles)
        if fact is not None:
            said[fact].append(slot)
        back = _points_back(slot, roles, outline)
        if back is not None:
            yield back
    for first, *others in said.values():
        yield from (_compare(first, one) for one in others if one.group.sentence is not first.group.sentence)


def _compare(first: Slot, other: Slot) -> Relation:
    if first.figure.true.meets(other.figure.true):
        return _said(Status.PASS, first, other, SAME)
    text = DIFFERS.format(first=first.figure.text, second=other.figure.text)
    return _said(Status.FAIL, first, other, text)


def _said(status: Status, first: Slot, other: Slot, text: Text) -> Relation:
    shown = f"{first.figure.text} ; {other.figure.text}"
    both = (first.index, other.index)
    return Relation(Kind.REPEAT, status, None, both, arithmetic=shown, explanation=text)


def _fact(slot: Slot, roles: Roles) -> Fact | None:
    """The fact a slot states; None where the words are too few to tell."""
    if slot.is_planned or slot.figure.is_range or slot.group.anchor is not None:
        return None
    if len(slot.group.sentence.years) > 1:  # of which of them it speaks nobody can tell
        return None
    found = _role_and_words(slot, roles)
    if found is None or _is_part(slot) or times.WITHIN_THE_YEAR.search(found[1]) or _is_elsewhere(slot):
        return None
    role, words = found[0], times.PERIOD.sub("", found[1])
    subject = words + _noun_behind(slot, words)
    core = _core(subject)
    if len(facts.FILLER.sub("", subject)) < FEWEST_WORDS or facts.NAMES_NO_FACT.match(core):
        return None
    currency = units.BASE.get(slot.unit, slot.unit) if slot.family is units.Family.MONEY else ""
    return Fact(
        _atoms(core),
        slot.family,
        currency,
        role,
        _year(slot),
        _period(slot),
        _sort(_opening_of_list(slot).lead),
    )


def _role_and_words(slot: Slot, roles: Roles) -> tuple[Role, str] | None:
    """What a slot does and the words that say of what: a value, or a growth that names its subject."""
    role, words = roles[slot.index].role, slot.lead
    if role is Role.QUANTITY and not slot.is_rate:
        return role, words
    if slot.family is not units.Family.RATE:
        return None
    if role is Role.GROWTH:
        words = movements.BRIEF_COMPARISON.sub("", movements.GROWTH_END.sub("", words))
        return (role, words) if len(_core(words)) >= FEWEST_WORDS else None
    if role is Role.RATIO and movements.ENDS_YEAR_ON_YEAR.search(words) and "增" in slot.tail:
        return Role.GROWTH, words.replace("同比", "")  # 研发投入同比12%的增长
    return None


def _noun_behind(slot: Slot, words: str) -> str:
    """The noun behind the unit where the words before the number say little: 举办|6场|科普活动."""
    if slot.is_rate or len(facts.FILLER.sub("", words)) >= SPARSE_WORDS:
        return ""
    tail = slot.tail.strip()
    noun = facts.COUNTED.match(tail)
    if noun and len(facts.FILLER.sub("", words)) >= WORDS_BESIDE_NOUN:
        return noun[0]
    return "" if facts.NO_NOUN.search(tail) or len(tail) > LONGEST_NOUN else tail


def _core(words: str) -> str:
    """The words without numbering and filler, long names abbreviated."""
    words = facts.NUMBERING.sub("", words.strip())
    for long, short in facts.ABBREVIATIONS.items():
        words = words.replace(long, short)
    return facts.FILLER.sub("", facts.ADDED.sub("", words))


def _atoms(core: str) -> tuple[str, ...]:
    """The words in an order of ours: 授权发明专利 and 发明专利授权 are one fact."""
    rest = facts.ATOMS.sub("", core)
    return tuple(sorted(one for one in [*facts.ATOMS.findall(core), rest] if one))


def _opening_of_list(slot: Slot) -> Slot:
    """The first of a list, whose verb all members share: 新增国家级2家、省级11家."""
    return next((one for one in near.reach_of(slot) if one.separators != "、"), slot)


def _sort(words: str) -> str:
    """Additions and stocks are different facts."""
    if facts.ADDED.search(words):
        return "added"
    return "stock" if facts.STOCK.search(words) else ""


def _period(slot: Slot) -> str:
    """The part of a year a fact speaks of: 1-10月, 上半年; empty for the whole year."""
    found = times.PERIOD.findall(slot.lead) or times.PERIOD.findall(slot.group.sentence.text[:OPENING])
    return _SPAN.sub("-", found[-1]).replace("月份", "月") if found else ""


def _year(slot: Slot) -> int | None:
    named = times.years_in(slot.lead)
    return named[-1] if named else slot.group.sentence.year


def _is_part(slot: Slot) -> bool:
    """Whether it is a part of another figure: behind 其中, or one of several: 国家级6项、省级19项."""
    is_listed = "、" in slot.separators and len(slot.lead) < SHORTEST_PART
    return is_listed or bool(lists.PART.search(slot.between))


def _is_elsewhere(slot: Slot) -> bool:
    """Whether the sentence speaks of one town, park or firm, so that like words are another fact."""
    is_behind = slot.place > 0 or "," in slot.separators
    return is_behind and bool(facts.ABOUT_ONE_PLACE.search(slot.group.sentence.topic))


def _points_back(slot: Slot, roles: Roles, outline: Outline) -> Relation | None:
    """这6个分中心: a number that points back to one said before."""
    if slot.lead.strip() not in facts.POINTS_BACK or not is_quantity(slot, roles):
        return None
    noun = _POINTED_AT.match(slot.tail)
    if noun is None:
        return None
    before = (
        *near.quantities_before(slot, roles),
        *near.earlier_quantities(slot, roles, outline, BACK_TO),
    )
    found = [one for one in before if units.may_add(one.unit, slot.unit)]
    if any(one.figure.true.meets(slot.figure.true) for one in found):
        return None
    named = [one for one in found if shares_a_word(noun[0], one.lead + one.tail)]
    if len(named) != 1:
        return None
    text = BACK.format(first=named[0].figure.text, second=slot.figure.text)
    return _said(Status.FAIL, named[0], slot, text)
