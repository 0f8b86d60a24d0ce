"""A text with its figures filled in: paragraphs of spans, of which a figure is a door to its records."""

from collections.abc import Mapping
from dataclasses import dataclass

from jingwei.kernel.text import Text
from jingwei.summary.rules import display
from jingwei.summary.rules.display import Shown
from jingwei.summary.rules.hedges import satisfied
from jingwei.summary.rules.placeholders import Broken, Parsed, Placeholder, Words
from jingwei.summary.rules.values import Filled, Missing, Sort, Value

WRONG_UNIT = Text(
    zh="“{unit}”是金额单位，这个数不是金额", en="“{unit}” is a unit of money and this figure is none"
)
WRONG_COUNTER = Text(
    zh="这个数是金额，应写万元、亿元等单位，不写“{unit}”",
    en="this figure is money: give a unit of money, not “{unit}”",
)
UNKNOWN = Text(zh="本文没有取到“{reference}”的值", en="no value was fetched for “{reference}”")


@dataclass(frozen=True)
class WordSpan:
    """Plain words; never markup."""

    text: str


@dataclass(frozen=True)
class FigureSpan:
    """A figure in its place. `keeps_hedge` is None where there is no hedge."""

    value: Value
    shown: Shown
    placeholder: Placeholder
    keeps_hedge: bool | None = None

    @property
    def text(self) -> str:
        """What is read."""
        return self.shown.text

    @property
    def reference(self) -> str:
        """What the door leads to."""
        return self.value.reference

    @property
    def tip(self) -> str:
        """Last year and change, for the hover."""
        return display.tip(self.value, self.shown.language)

    @property
    def is_odd(self) -> bool:
        """Whether the text says more or less than the records."""
        return self.keeps_hedge is False


@dataclass(frozen=True)
class FaultSpan:
    """A figure that cannot be shown: as written, and why."""

    text: str
    reason: Text
    reference: str = ""


Span = WordSpan | FigureSpan | FaultSpan
Paragraph = tuple[Span, ...]


def fill(parsed: Parsed, values: Mapping[str, Filled], language: str) -> tuple[Paragraph, ...]:
    """The text as paragraphs (one a line, empty ones left out), filled by reference from `values`."""
    faults = {fault.start: fault.text for fault in parsed.faults}
    ends = sorted(faults)
    spans: list[Span] = []
    for piece in parsed.pieces:
        match piece:
            case Words():
                spans.append(WordSpan(piece.text))
            case Placeholder():
                spans.append(figure(piece, values, language))
            case Broken():
                within = [start for start in ends if piece.start <= start < piece.start + len(piece.text)]
                spans.append(FaultSpan(piece.text, faults[within[0]]))
    return _paragraphs(spans)


def figure(placeholder: Placeholder, values: Mapping[str, Filled], language: str) -> FigureSpan | FaultSpan:
    """One placeholder filled, or why it cannot be."""
    reference = placeholder.reference
    value = values.get(reference) or Missing(reference, UNKNOWN.format(reference=reference))
    if isinstance(value, Missing):
        return FaultSpan(reference, value.reason, reference)
    if value.sort is not Sort.MONEY and placeholder.unit:
        return FaultSpan(reference, WRONG_UNIT.format(unit=placeholder.unit), reference)
    if value.sort is Sort.MONEY and placeholder.counter:
        return FaultSpan(reference, WRONG_COUNTER.format(unit=placeholder.counter), reference)
    shown = display.show(value, placeholder, language)
    keeps = None
    if placeholder.hedge is not None and placeholder.say is not None:
        keeps = satisfied(placeholder.hedge.bound, placeholder.say, display.in_unit(value, shown.unit))
    return FigureSpan(value, shown, placeholder, keeps)


def _paragraphs(spans: list[Span]) -> tuple[Paragraph, ...]:
    paragraphs: list[list[Span]] = [[]]
    for span in spans:
        if not isinstance(span, WordSpan):
            paragraphs[-1].append(span)
            continue
        first, *lines = span.text.splitlines() or [""]
        if span.text.endswith("\n"):
            lines.append("")
        for number, line in enumerate((first, *lines)):
            if number:
                paragraphs.append([])
            if line:
                paragraphs[-1].append(WordSpan(line))
    return tuple(tuple(paragraph) for paragraph in paragraphs if _says_something(paragraph))


def _says_something(paragraph: list[Span]) -> bool:
    return any(not isinstance(span, WordSpan) or span.text.strip() for span in paragraph)
