"""The summaries of several years against one another: last year's value as each of them tells it.

A text says of a value how it grew, what it was the year before, or what has accumulated; the text of the year before
said that value itself. Only the same words for the same thing are compared, and only where they occur once.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from jingwei.kernel.text import Text
from jingwei.summary.proofread import Figure, Finding, Kind, Reading, Relation, Status
from jingwei.summary.proofread.arithmetic import span
from jingwei.summary.proofread.findings import LENGTH, findings_of
from jingwei.summary.proofread.intervals import Interval
from jingwei.summary.proofread.normal import normal
from jingwei.summary.rules.subjects import Path, paths

REPEAT_HOLDS = Text("与上一年文本所述一致", "as the text of the year before has it")
REPEAT_FAILS = Text(
    "本文说上年为 {said}，而“{name}”当年写的是 {printed}",
    "this text says it was {said} the year before, where “{name}” has {printed}",
)
GROWTH_HOLDS = Text("与上一年文本的数可以推得", "follows from the figure in the text of the year before")
GROWTH_FAILS = Text(
    "按增长率推回上年为 {found}，而“{name}”当年写的是 {printed}",
    "this growth implies {found} the year before, where “{name}” has {printed}",
)
TOTAL_HOLDS = Text(
    "上一年文本的累计数加本年数等于累计数", "the total of the year before and this year make this total"
)
TOTAL_FAILS = Text(
    "“{name}”的累计数 {printed} 加本年数为 {found}，本文累计 {said}",
    "the total {printed} of “{name}” and this year make {found}; this text says {said}",
)
UNLIKE = Text(
    "（两处用词相近而不同，请核对是否同一事项）",
    " (the words differ a little: check that they mean the same)",
)

_OPENING = 300
_YEAR = re.compile(
    r"((?:19|20)\d\d)年(?P<part>上半年|[前第]?[一二三四]季度|前三季度|\d{1,2}(?:-\d{1,2})?月)?"
)
_FALLS = re.compile(r"下降|减少|回落|降低|负增长|下滑|减")
_OTHER_BASE = re.compile(r"同口径|可比|剔除|扣除|年均|平均|环比|不变价|注销|核减|退出|淘汰|摘牌")
_SHORTEST = 3


@dataclass(frozen=True)
class Passage:
    """A passage of a text: the figures concerned, and where it stands."""

    name: str
    figures: tuple[int, ...]
    quote: str
    start: int
    end: int


@dataclass(frozen=True)
class Across:
    """A finding about the text `name`, made against a passage of an earlier one."""

    name: str
    finding: Finding
    earlier: Passage


@dataclass(frozen=True)
class _Year:
    """A text with its year; values that occur once, and running totals, by what they count."""

    name: str
    year: int
    reading: Reading
    paths: tuple[Path, ...]
    values: dict[tuple[Path, str], int]
    totals: dict[tuple[Path, str], int]


def across(texts: Sequence[tuple[str, Reading]]) -> tuple[Across, ...]:
    """What the texts of consecutive years say of each other; texts of parts of years, or of no year, say nothing."""
    years: dict[int, _Year] = {}
    for name, reading in texts:
        year = year_of(reading.text)
        if year is not None and year not in years:
            years[year] = _indexed(name, year, reading)
    return tuple(
        found
        for earlier, later in pairwise(sorted(years))
        if later == earlier + 1
        for found in _between(years[earlier], years[later])
    )


def year_of(text: str) -> int | None:
    """The whole year a text is about: the first it names in its opening lines."""
    found = _YEAR.search(normal(text[:_OPENING]))
    return None if found is None or found["part"] else int(found[1])


def _indexed(name: str, year: int, reading: Reading) -> _Year:
    words = paths(reading)
    aside = {index for relation in reading.relations for index in _not_of_this_year(relation)}
    values: dict[tuple[Path, str], int] = {}
    doubled = set()
    for index, figure in enumerate(reading.figures):
        key = words[index], figure.unit
        if not words[index] or index in aside:
            continue
        if key in values and reading.figures[values[key]].true != figure.true:
            doubled.add(key)
        values.setdefault(key, index)
    once = {key: index for key, index in values.items() if key not in doubled}
    return _Year(name, year, reading, words, once, _totals(reading, words))


def _not_of_this_year(relation: Relation) -> Iterator[int]:
    if relation.previous is not None:
        yield relation.previous
    if relation.rate is not None:
        yield relation.rate
    if relation.kind is Kind.GROWTH:
        yield from relation.parts
    if relation.kind is Kind.CUMULATIVE and relation.total is not None:
        yield relation.total


def _totals(reading: Reading, words: tuple[Path, ...]) -> dict[tuple[Path, str], int]:
    """Running totals by the words of what each year adds, which they seldom repeat themselves."""
    return {
        (words[relation.parts[0]], reading.figures[relation.total].unit): relation.total
        for relation in reading.relations
        if relation.kind is Kind.CUMULATIVE and relation.total is not None and len(relation.parts) == 1
    }


def _between(earlier: _Year, later: _Year) -> Iterator[Across]:
    for relation in later.reading.relations:
        if relation.kind is Kind.CUMULATIVE:
            found = _running_total(relation, earlier, later)
        elif relation.kind is Kind.GROWTH and relation.total is not None:
            found = _repeat(relation, earlier, later) or _growth(relation, earlier, later)
        else:
            found = None
        if found is not None:
            yield found


def _repeat(relation: Relation, earlier: _Year, later: _Year) -> Across | None:
    """The value of the year before as this text prints it, and as that year's text did."""
    if relation.previous is None or relation.total is None:
        return None
    match = _matching(relation.total, earlier, later)
    if match is None:
        return None
    index, is_same = match
    then, now = earlier.reading.figures[index], later.reading.figures[relation.previous]
    text = REPEAT_FAILS.format(said=now.text, name=earlier.name, printed=then.text)
    verdict = _verdict(now.true.meets(then.true), is_same, REPEAT_HOLDS, text)
    if verdict is None:
        return None
    shown = f"{now.text} {'=' if verdict[0] is Status.PASS else '≠'} {then.text}"
    told = Relation(
        Kind.REPEAT,
        verdict[0],
        relation.total,
        previous=relation.previous,
        arithmetic=shown,
        explanation=verdict[1],
    )
    return _told(told, index, earlier, later)


def _growth(relation: Relation, earlier: _Year, later: _Year) -> Across | None:
    """The value of the year before as the growth implies it, and as that year's text has it."""
    if relation.previous is not None or relation.rate is None or relation.total is None or relation.parts:
        return None
    total, rate = later.reading.figures[relation.total], later.reading.figures[relation.rate]
    match = _matching(relation.total, earlier, later)
    words = _words_around(later.reading.text, total, rate)
    factor = _factor(rate, falls=bool(_FALLS.search(words)))
    implied = None if factor is None else total.true.over(factor)
    if match is None or implied is None or _OTHER_BASE.search(words):
        return None
    index, is_same = match
    then = earlier.reading.figures[index]
    found = span(implied, total.unit)
    text = GROWTH_FAILS.format(found=found, name=earlier.name, printed=then.text)
    verdict = _verdict(implied.meets(then.true), is_same, GROWTH_HOLDS, text)
    if verdict is None:
        return None
    shown = f"{total.text} , {rate.text} → {found} ; {then.text}"
    told = replace(relation, status=verdict[0], arithmetic=shown, explanation=verdict[1], reasons=())
    return _told(told, index, earlier, later)


def _running_total(relation: Relation, earlier: _Year, later: _Year) -> Across | None:
    """The total of the year before, what this year added, and the total now."""
    if relation.total is None or len(relation.parts) != 1:
        return None
    total, added = later.reading.figures[relation.total], later.reading.figures[relation.parts[0]]
    words = later.paths[relation.parts[0]]
    index = earlier.totals.get((words, total.unit)) if words else None
    if index is None:
        return None
    then = earlier.reading.figures[index]
    is_kept = not _OTHER_BASE.search(_words_around(later.reading.text, added, total))
    found = span(then.true + added.true, total.unit)
    text = TOTAL_FAILS.format(name=earlier.name, printed=then.text, found=found, said=total.text)
    status, told_text = (
        (Status.PASS, TOTAL_HOLDS)
        if (then.true + added.true).meets(total.true)
        else (Status.FAIL if is_kept else Status.UNCERTAIN, text)
    )
    shown = f"{then.text} + {added.text} = {found} ; {total.text}"
    told = replace(relation, status=status, arithmetic=shown, explanation=told_text, reasons=())
    return _told(told, index, earlier, later)


def _matching(index: int, earlier: _Year, later: _Year) -> tuple[int, bool] | None:
    """The value of the same thing in the earlier text, and whether the very same words say so."""
    words, unit = later.paths[index], later.reading.figures[index].unit
    if not words or len("".join(words)) < _SHORTEST:
        return None
    if (words, unit) in earlier.values:
        return earlier.values[words, unit], True
    alike = [
        place for (other, kind), place in earlier.values.items() if kind == unit and _alike(words, other)
    ]
    return (alike[0], False) if len(alike) == 1 else None


def _alike(one: Path, other: Path) -> bool:
    """Whether the wholes are the same and one says a little more of the thing itself than the other."""
    mine, others = one[-1], other[-1]
    shorter = min(len(mine), len(others))
    return one[:-1] == other[:-1] and shorter > _SHORTEST and (mine.endswith(others) or others.endswith(mine))


def _verdict(holds: bool, is_same: bool, good: Text, bad: Text) -> tuple[Status, Text] | None:
    """PASS or FAIL for the same words; for similar ones a doubt, and nothing where they agree."""
    if is_same:
        return (Status.PASS, good) if holds else (Status.FAIL, bad)
    return None if holds else (Status.UNCERTAIN, Text(bad.zh + UNLIKE.zh, bad.en + UNLIKE.en))


def _factor(rate: Figure, *, falls: bool) -> Interval | None:
    """How many times the value before a rate makes of it; None for no rate in per cent, or a fall of all there was."""
    if rate.unit != "%" or rate.true.high is None:
        return None
    moved = rate.true.scaled(Fraction(1, 100))
    if not falls:
        return moved.shifted(1)
    if moved.high is None or moved.high >= 1:
        return None
    return Interval(1 - moved.high, 1 - moved.low)


def _words_around(text: str, one: Figure, other: Figure) -> str:
    """The words from the clause of the first of two figures up to the second and a little beyond."""
    first, last = sorted((one, other), key=lambda figure: figure.start)
    return text[max(0, first.start - 20) : last.end + 6]


def _told(relation: Relation, index: int, earlier: _Year, later: _Year) -> Across:
    (finding,) = findings_of(later.reading.text, later.reading.figures, (relation,))
    before = Relation(relation.kind, relation.status, index)
    (then,) = findings_of(earlier.reading.text, earlier.reading.figures, (before,))
    both = f"{finding.fingerprint}\x1f{then.fingerprint}".encode()
    finding = replace(finding, fingerprint=hashlib.sha256(both).hexdigest()[:LENGTH])
    passage = Passage(earlier.name, (index,), then.quote, then.start, then.end)
    return Across(later.name, finding, passage)
