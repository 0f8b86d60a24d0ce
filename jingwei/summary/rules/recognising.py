"""Which figures of a text are figures of the house: by the words beside them, their unit and their time.

A wrong match would accuse a true text, so nearly everything is passed over: what is said of another year, a plan or a
part of a year, words that do not stand right before the number, and whatever could mean two things.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jingwei.summary.proofread import Kind, Reading, Relation
from jingwei.summary.proofread.lexicon.units import may_add
from jingwei.summary.proofread.normal import normal
from jingwei.summary.rules.subjects import plain, wholes_of

_VERBS = re.compile(
    r"^(?:当年|期内|共|新增加|新增|新列入|列入|新认定|认定|新引进|引进|新获|获得|获|新|入选|争取|累计|登记|其中|达到|达)+"
)
_ENDS = re.compile(r"(?:达到|达|数|共|称号|超过|超|近|约|逾|突破)+$")
_ANYTHING = "个"
_BRACKETS = re.compile(r"\(.*?\)")
_SENTENCE = re.compile(r"[。；;！？!?\n]")
_OTHER_TIME = re.compile(
    r"上年|去年|前年|明年|来年|上半年|下半年|季度|\d月(?!底|末)|目标|力争|预计|预期|拟|将(?:要|达|力|新|继)|确保|打算|计划(?:新|完成|引进|培育)"
)
_YEAR = re.compile(r"((?:19|20)\d\d)年")
_HEAD = 18  # characters in which a paragraph says of which year it speaks
_FALLS = re.compile(r"下降|减少|回落|降低|负增长|下滑|降幅")
_OTHER_BASE = re.compile(r"同口径|可比|剔除|扣除|年均|平均|环比|不变价|20\d\d年")
_FAR_BACK = 200  # characters of a sentence that still speak of a figure
_FAR = 3  # figures between a value and its rate, as 分别增长 sets them
_TO_DATE = re.compile(r"累计|历年|至今|截至|总数|现有|拥有|共有|有效")
_THIS_YEAR = re.compile(r"新|今年|当年|本年|全年|年内|引进|获|入选|列入|认定|争取")
_CLAUSE = re.compile(r"[,;:()。!?\n]")
_LEADING = re.compile(r"^\s*(?:、|和|及|与|以及)+")
_SHORTEST, _LONG = 4, 6


@dataclass(frozen=True)
class Name:
    """Words under which a figure of the house may stand in a text.

    `reference` is how it is asked for, `measure` the measure it is taken from, `is_flow` what it counts: a year alone.
    """

    reference: str
    measure: str
    words: str
    unit: str
    is_flow: bool
    is_stated: bool = False  # the very words of a printed summary: they outweigh labels


Matches = dict[int, tuple[Name, ...]]


def core(words: str) -> str:
    """The words of a subject or a label without verbs, times, brackets and endings."""
    bare = plain(_BRACKETS.sub("", normal(words)).replace("规模以上", "规上"))
    return _ENDS.sub("", _VERBS.sub("", bare))


def recognised(reading: Reading, names: Iterable[Name], year: int) -> Matches:
    """For figures said of the whole `year`, the names that fit; several only where their references may differ."""
    catalogue = _Catalogue(names)
    wholes = wholes_of(reading)
    usable = _usable(reading, year)
    to_date = _to_date(reading)
    found: Matches = {}
    for index in sorted(usable, key=lambda place: (_depth(place, wholes), place)):
        if index in wholes:
            fitting = catalogue.parts(
                usable[index], reading.figures[index].unit, found.get(wholes[index], ())
            )
        else:
            fitting = catalogue.wholes(usable[index], reading.figures[index].unit)
            fitting = tuple(name for name in fitting if to_date[index] in {None, not name.is_flow})
        if fitting:
            found[index] = fitting
    return _said_once(found, reading)


class _Catalogue:
    """Names by their words, and by the measure they belong to."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._by_words: dict[str, list[Name]] = defaultdict(list)
        self._by_measure: dict[str, list[Name]] = defaultdict(list)
        for name in names:
            self._by_words[name.words].append(name)
            self._by_measure[name.measure].append(name)
        self._long = [words for words in self._by_words if len(words) >= _LONG]
        self._known: dict[str, list[Name]] = {}

    def wholes(self, words: str, unit: str) -> tuple[Name, ...]:
        """Names in these words, or in words that differ by one character."""
        if len(words) < _SHORTEST:
            return ()
        if words not in self._known:
            close = [one for one in self._long if len(words) >= _LONG and nearly(one, words)]
            self._known[words] = self._by_words.get(words) or [
                name for one in close if len(close) == 1 for name in self._by_words[one]
            ]
        fitting = _of_unit(self._known[words], unit)
        # 经费补助 means one thing in the summary it was stated in, and anything elsewhere
        return _weighed((name for name in fitting if not name.is_stated or len(words) > _SHORTEST), unit)

    def parts(self, words: str, unit: str, whole: tuple[Name, ...]) -> tuple[Name, ...]:
        """Names of members of the wholes recognised: in these words, else the only one of like words."""
        siblings = [
            name
            for measure in dict.fromkeys(one.measure for one in whole)
            for name in _of_unit(self._by_measure[measure], unit)
            if name.reference != name.measure
        ]
        same = _weighed((name for name in siblings if name.words == words), unit)
        if same or len(words) < 2:
            return _within(same, whole)
        alike = [name for name in siblings if words in name.words or name.words in words]
        return _within(alike, whole) if len({name.reference for name in alike}) == 1 else ()


def nearly(one: str, other: str) -> bool:
    """Whether two words differ by at most one character left out, added or changed."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, others = one[start:], other[start:]
    return rest[1:] == others[1:] or rest[1:] == others or rest == others[1:]


def _of_unit(names: list[Name], unit: str) -> list[Name]:
    """Those that may be counted in `unit`; 个 fits anything, but not where the same words have a unit that does not."""
    fitting = [name for name in names if may_add(name.unit, unit)]
    is_vague = len(fitting) < len(names) and all(name.unit == _ANYTHING != unit for name in fitting)
    return [] if is_vague else fitting


def _weighed(names: Iterable[Name], unit: str) -> tuple[Name, ...]:
    """What was stated outweighs labels; names in the figure's own unit come first."""
    fitting = sorted(names, key=lambda name: name.unit != unit)
    return tuple(name for name in fitting if name.is_stated) or tuple(fitting)


def _within(names: Iterable[Name], whole: tuple[Name, ...]) -> tuple[Name, ...]:
    """The names narrowed by what narrows their whole: 一等奖 of 省科学技术奖."""
    found = []
    for name in names:
        for one in whole:
            fixed, own = one.reference.partition("@")[2], name.reference.partition("@")[2]
            taken = {part.partition("=")[0] for part in own.split(",")}
            more = [part for part in fixed.split(",") if part and part.partition("=")[0] not in taken]
            reference = f"{name.measure}@{','.join([*more, own])}"
            found.append(Name(reference, name.measure, name.words, name.unit, name.is_flow))
    return tuple(found)


def _to_date(reading: Reading) -> list[bool | None]:
    """Whether each figure counts all years so far (累计) or one year, by the words before it in its sentence."""
    found: list[bool | None] = []
    end, last = 0, None
    for figure in reading.figures:
        words = reading.text[end : figure.start]
        end = figure.end
        if _SENTENCE.search(words):
            last, words = None, _SENTENCE.split(words)[-1]
        if _TO_DATE.search(words):
            last = True
        elif _THIS_YEAR.search(words):
            last = False
        found.append(last)
    return found


def _usable(reading: Reading, year: int) -> dict[int, str]:
    """Figures said of `year` whose own words, and no more, stand right before them; with these words."""
    text = normal(reading.text)
    aside = {relation.previous for relation in reading.relations} | _increments(reading)
    usable: dict[int, str] = {}
    spoken, line, sentence, end = year, 0, 0, 0
    for index, figure in enumerate(reading.figures):
        while line <= figure.start:
            spoken, line = _spoken(text, line, spoken), _next_line(text, line)
        for match in _SENTENCE.finditer(text, end, figure.start):
            sentence = match.end()
        lead = text[max(sentence, figure.start - _FAR_BACK) : figure.start]
        said = core(_LEADING.sub("", _CLAUSE.split(text[end : figure.start])[-1]))
        end = figure.end
        is_then = spoken == year and not _OTHER_TIME.search(lead) and not _other_years(lead, year)
        if is_then and index not in aside and said == core(figure.subject):
            usable[index] = said
    return usable


def _other_years(words: str, year: int) -> set[int]:
    return {int(found) for found in _YEAR.findall(words)} - {year}


def words_between(one: int, other: int, reading: Reading) -> str:
    """The words between two figures, as `core` has them."""
    first, last = sorted((reading.figures[one], reading.figures[other]), key=lambda figure: figure.start)
    return core(reading.text[first.end : last.start])


def is_on_the_year_before(relation: Relation, reading: Reading) -> bool:
    """Whether a growth is said on the same scope as its value, and on the year before."""
    if relation.total is None or relation.rate is None or relation.parts:
        return False
    if reading.figures[relation.rate].unit != "%":
        return False
    first, last = sorted((relation.total, relation.rate))
    words = reading.text[reading.figures[first].end : reading.figures[last].start]
    return last - first <= _FAR and not _OTHER_BASE.search(words)


def falls_before(index: int, reading: Reading) -> bool:
    """Whether the words before a rate say that something fell."""
    start = reading.figures[index - 1].end if index else 0
    return bool(_FALLS.search(reading.text[start : reading.figures[index].start]))


def _increments(reading: Reading) -> set[int]:
    return {part for one in reading.relations if one.kind is Kind.GROWTH for part in one.parts}


def _spoken(text: str, start: int, spoken: int) -> int:
    """The year a paragraph says at its head that it speaks of, else the one before."""
    end = text.find("\n", start, start + _HEAD)
    found = _YEAR.search(text, start, end if end >= 0 else start + _HEAD)
    return int(found[1]) if found else spoken


def _next_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) + 1 if end < 0 else end + 1


def _depth(index: int, wholes: Mapping[int, int]) -> int:
    depth, at = 0, index
    while at in wholes and depth <= len(wholes):
        at, depth = wholes[at], depth + 1
    return depth


def _said_once(found: Matches, reading: Reading) -> Matches:
    """Without what a text says with two values: one of them is about something narrower."""
    values: dict[str, set[object]] = defaultdict(set)
    for index, names in found.items():
        for name in names:
            values[name.reference].add(reading.figures[index].true)
    return {
        index: names
        for index, names in found.items()
        if all(len(values[name.reference]) == 1 for name in names)
    }
