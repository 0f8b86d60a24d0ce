"""The skeleton of a text: paragraphs, sentences, brackets within brackets, and each figure in its slot.

A *slot* is a figure with the words around it inside its bracket (or, outside all brackets, its sentence). A *group* is
what stands in one bracket, or in a sentence outside its brackets: “省级26项(重大专项8项、软科学1项),试制103项” is one
group of 26 and 103, and one of 8 and 1 whose anchor is 26. A bracket that is never closed ends with its sentence.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property

from jingwei.summary.proofread.lexicon import units
from jingwei.summary.proofread.lexicon.units import Family
from jingwei.summary.proofread.shapes import Figure

_END = re.compile(r"[。!?\n]+|(?<![\d.A-Za-z])\.(?!\d)|(?<=[\u4e00-\u9fff%])\.(?=\s|$|[\u4e00-\u9fff(“①-⑩])")
_SEPARATORS = re.compile(r"[,;:、]")
_BRACKETS = re.compile(r"[()]")
_TOPIC_END = re.compile(r"[,:;]")
LONGEST_HALF = 200  # characters kept behind a figure and before the next
LONGEST_TOPIC = 64


@dataclass(eq=False)
class Slot:
    """A figure with the words before it back to the one before in its group (`between`), and those behind it."""

    index: int
    figure: Figure
    group: "Group"
    place: int  # within its group
    between: str
    tail: str = ""
    family: Family = Family.OTHER

    @property
    def lead(self) -> str:
        """The words of its own clause before the number."""
        return clauses_of(self.between)[-1]

    @property
    def separators(self) -> str:
        """The signs between this and the figure before it, in order."""
        return "".join(_SEPARATORS.findall(self.between))

    @property
    def unit(self) -> str:
        """The unit of the figure."""
        return self.figure.unit

    @property
    def is_rate(self) -> bool:
        """Whether it is a percentage, a multiple or a difference of percentages."""
        return self.family in units.RATES

    @property
    def is_planned(self) -> bool:
        """Whether it belongs to what is yet to be done."""
        begins = self.group.sentence.plan_from
        return begins is not None and self.figure.start >= begins

    def before(self) -> "Slot | None":
        """The slot before it in its group."""
        return self.group.slots[self.place - 1] if self.place else None

    def after(self) -> "Slot | None":
        """The slot behind it in its group."""
        return self.group.slots[self.place + 1] if self.place + 1 < len(self.group.slots) else None


@dataclass(eq=False)
class Group:
    """The slots of one bracket, or of one sentence outside its brackets."""

    sentence: "Sentence"
    anchor: Slot | None = None
    opening: str = ""  # the words of the clause the bracket stands behind
    slots: list[Slot] = field(default_factory=list)
    words: list[str] = field(default_factory=list)  # all words of the group, brackets within left out
    inner: list["Group"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words of the group with its numbers, without inner brackets."""
        return "".join(self.words)


@dataclass(eq=False)
class Sentence:
    """One sentence with its groups; `paragraph` counts from nought."""

    number: int
    paragraph: int
    start: int
    end: int
    text: str
    groups: list[Group] = field(default_factory=list)
    plan_from: int | None = None  # where in the text it begins to speak of what is yet to be done
    year: int | None = None
    years: frozenset[int] = frozenset()  # all it names

    @property
    def main(self) -> Group:
        """What stands outside all brackets."""
        return self.groups[0]

    @cached_property
    def slots(self) -> list[Slot]:
        """All slots in the order of the text."""
        return sorted((slot for group in self.groups for slot in group.slots), key=lambda slot: slot.index)

    @cached_property
    def topic(self) -> str:
        """What stands before the first sign of the sentence."""
        return _TOPIC_END.split(self.text[:LONGEST_TOPIC].strip())[0]


@dataclass(eq=False)
class Outline:
    """All sentences of a text."""

    text: str
    sentences: list[Sentence]
    slots: dict[int, Slot]
    year: int | None

    def earlier(self, sentence: Sentence, *, across: bool = False) -> Sentence | None:
        """The sentence before, in the same paragraph unless `across`."""
        if sentence.number == 0:
            return None
        before = self.sentences[sentence.number - 1]
        return before if across or before.paragraph == sentence.paragraph else None


def clauses_of(words: str) -> list[str]:
    """The stretches of `words` between commas, semicolons, colons and 、."""
    return _SEPARATORS.split(words)


def outline_of(text: str, figures: tuple[Figure, ...]) -> Outline:
    """The skeleton of a normalised text with its figures in their slots."""
    sentences: list[Sentence] = []
    paragraph = start = figure = 0
    ends = [(match.start(), match.end(), "\n" in match[0]) for match in _END.finditer(text)]
    for stop, beyond, is_break in [*ends, (len(text), len(text), True)]:
        if text[start:stop].strip():
            mine = []
            while figure < len(figures) and figures[figure].start < stop:
                mine.append((figure, figures[figure]))
                figure += 1
            sentence = Sentence(len(sentences), paragraph, start, stop, text[start:stop])
            _Weaver(text, sentence, mine).run()
            sentences.append(sentence)
        paragraph += is_break
        start = beyond
    slots = {slot.index: slot for sentence in sentences for slot in sentence.slots}
    return Outline(text, sentences, slots, None)


class _Weaver:
    """Puts the figures of one sentence into groups by its brackets."""

    def __init__(self, text: str, sentence: Sentence, figures: list[tuple[int, Figure]]) -> None:
        self.text, self.sentence, self.figures = text, sentence, figures
        self.stack = [Group(sentence)]
        sentence.groups.append(self.stack[0])
        self.pending: dict[int, str] = {id(self.stack[0]): ""}

    def run(self) -> None:
        place = self.sentence.start
        for index, figure in self.figures:
            self._words(place, figure.start)
            self._take(index, figure)
            place = figure.end
        self._words(place, self.sentence.end)
        for group in self.sentence.groups:
            _tails(group, self.pending[id(group)])

    def _words(self, start: int, stop: int) -> None:
        place = start
        for sign in _BRACKETS.finditer(self.text, start, stop):
            self._say(self.text[place : sign.start()])
            place = sign.end()
            if sign[0] == "(":
                self._open()
            elif len(self.stack) > 1:
                self.stack.pop()
        self._say(self.text[place:stop])

    def _say(self, words: str) -> None:
        group = self.stack[-1]
        self.pending[id(group)] += words
        group.words.append(words)

    def _open(self) -> None:
        outer = self.stack[-1]
        last = outer.slots[-1] if outer.slots else None
        near = last is not None and not _SEPARATORS.search(self.pending[id(outer)])
        opening = clauses_of(self.pending[id(outer)][-LONGEST_HALF:])[-1]
        group = Group(self.sentence, last if near else None, opening)
        outer.inner.append(group)
        self.sentence.groups.append(group)
        self.pending[id(group)] = ""
        self.stack.append(group)

    def _take(self, index: int, figure: Figure) -> None:
        group = self.stack[-1]
        slot = Slot(index, figure, group, len(group.slots), _kept(self.pending[id(group)]))
        slot.family = units.family_of(figure.unit)
        group.slots.append(slot)
        group.words.append(figure.text)
        self.pending[id(group)] = ""


def _kept(words: str) -> str:
    """The words between two figures; of a very long stretch its beginning and end."""
    return words if len(words) <= 2 * LONGEST_HALF else words[:LONGEST_HALF] + ";" + words[-LONGEST_HALF:]


def _tails(group: Group, rest: str) -> None:
    """Give every slot the words behind it up to the next sign."""
    if not group.slots:
        return
    betweens = [slot.between for slot in group.slots[1:]] + [_kept(rest)]
    for slot, words in zip(group.slots, betweens, strict=True):
        slot.tail = clauses_of(words)[0]
