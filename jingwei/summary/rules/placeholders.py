r"""The grammar of figures in a text.

::

    text        = { words | "\{{" | placeholder }
    placeholder = "{{" reference { "|" option } "}}"      a blank stands before the first bar
    reference   = as `figures.references` reads it, without blanks: projects.listed@family=national:growth
    option      = unit            元 千元 万元 亿元 / yuan, thousand yuan, million yuan, billion yuan
                | hedge           近 不足 约 超 逾 多 余 以上 / nearly, under, about, over, at least …
                | counter         项 家 人 …, or in English "project/projects"; "-" shows the number alone
                | "say=" number   the rounded number that stands in the text; needs a hedge, which is checked
                | "places=" digit decimals shown
                | "turn=" up "/" down   the word before a growth: 增长/下降, "up/down"

``{{ subsidies.received | 万元 | say=2100 | 多 }}`` reads 2,100多万元 while the records add up to between
2,100 and 2,200万元, and becomes a finding as soon as they do not. Blanks around parts do not matter; each
option stands once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from jingwei.figures import references
from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text
from jingwei.summary.rules.hedges import HEDGES, Hedge

OPEN, CLOSE, ESCAPED = "{{", "}}", "\\{{"
NUMBER = re.compile(r"\d{1,15}(\.\d{1,6})?")
COUNTER = re.compile(r"[^\W\d_][^\W\d_ -]*([ -][^\W\d_]+)*(/[^\W\d_][^\W\d_ -]*([ -][^\W\d_]+)*)?")
UNITS: dict[str, int] = {  # how many yuan
    "元": 1,
    "千元": 1_000,
    "万元": 10_000,
    "亿元": 100_000_000,
    "yuan": 1,
    "thousand yuan": 1_000,
    "10,000 yuan": 10_000,
    "million yuan": 1_000_000,
    "billion yuan": 1_000_000_000,
}
MAX_COUNTER = 40
MAX_PLACES = 6

UNCLOSED = Text(zh="“{{{{”之后没有“}}}}”", en="“{{{{” without “}}}}” after it")
NO_BAR = Text(
    zh="“{piece}”：引用与选项之间要用“ | ”隔开",
    en="“{piece}”: a bar (“ | ”) parts the reference from the options",
)
UNKNOWN_OPTION = Text(
    zh="看不懂“{piece}”；可写单位（万元）、约数词（近、超、多、以上）、量词（项）、say=、places=、turn=",
    en="“{piece}” is not understood; use a unit (million yuan), a hedge (over), a counter (project/projects), "
    "say=, places=, turn=",
)
TWICE = Text(
    zh="“{piece}”重复：同一种选项只能写一次", en="“{piece}”: an option of this kind was given before"
)
BAD_NUMBER = Text(zh="“{piece}”应为不带逗号的数", en="“{piece}” should be a number without commas")
BAD_PLACES = Text(zh="“{piece}”应为0到6的一位数", en="“{piece}” should be one digit from 0 to 6")
BAD_TURN = Text(zh="“{piece}”应写成“增长/下降”两个词", en="“{piece}” should be two words, such as up/down")
SAY_ALONE = Text(
    zh="写了 say= 就要写约数词（近、超、多、以上），没有约数词的数由记录算出",
    en="say= needs a hedge (nearly, over, at least); without one the number comes from the records",
)
HEDGE_ALONE = Text(
    zh="约数词“{piece}”要与 say= 一起用，例如 say=2100 | 多",
    en="the hedge “{piece}” needs say=, such as say=2100 | over",
)


@dataclass(frozen=True)
class Words:
    """A run of plain text; `start` counts characters from 0."""

    text: str
    start: int


@dataclass(frozen=True)
class Placeholder:
    """A figure wanted at `start` to `end` (exclusive) of the text, and how it is to be shown.

    `reference` is in the one spelling of `figures.references`.
    """

    reference: str
    start: int
    end: int
    unit: str = ""
    hedge: Hedge | None = None
    counter: str = ""
    say: Decimal | None = None
    places: int | None = None
    turn: tuple[str, str] | None = None


@dataclass(frozen=True)
class Fault:
    """What is wrong in a text, and where: characters from 0, `start` inclusive, `end` exclusive."""

    text: Text
    start: int
    end: int


@dataclass(frozen=True)
class Broken:
    """A placeholder that could not be read: as it stands in the text."""

    text: str
    start: int


Piece = Words | Placeholder | Broken


@dataclass(frozen=True)
class Parsed:
    """A text in pieces, in order and without gaps, with everything that is wrong in it."""

    pieces: tuple[Piece, ...]
    faults: tuple[Fault, ...]

    @property
    def placeholders(self) -> tuple[Placeholder, ...]:
        """The figures wanted, in order."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Placeholder))

    @property
    def references(self) -> tuple[str, ...]:
        """Every different reference, in order of appearance."""
        return tuple(dict.fromkeys(piece.reference for piece in self.placeholders))


class _WrongError(Exception):
    """A fault met while reading one placeholder."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of the character at `offset`."""
    line = text.count("\n", 0, offset) + 1
    return line, offset - (text.rfind("\n", 0, offset) + 1) + 1


def parse(text: str) -> Parsed:
    """Read `text`; never raises: what cannot be read is `Broken` and has a fault."""
    pieces: list[Piece] = []
    faults: list[Fault] = []
    for piece, fault in _pieces(text):
        if fault is not None:
            faults.append(fault)
        last = pieces[-1] if pieces else None
        if isinstance(piece, Words) and isinstance(last, Words):
            pieces[-1] = Words(last.text + piece.text, last.start)
        elif not (isinstance(piece, Words) and not piece.text):
            pieces.append(piece)
    return Parsed(tuple(pieces), tuple(faults))


def _pieces(text: str) -> Iterator[tuple[Piece, Fault | None]]:
    at = 0
    while at < len(text):
        opening = text.find(OPEN, at)
        if opening < 0:
            yield Words(text[at:], at), None
            return
        if opening > at and text[opening - 1] == "\\":
            yield Words(text[at : opening - 1] + OPEN, at), None
            at = opening + len(OPEN)
            continue
        yield Words(text[at:opening], at), None
        closing = text.find(CLOSE, opening)
        if closing < 0 or text.find(OPEN, opening + 1, closing) > opening + 1:
            end = _end_of_broken(text, opening)
            yield Broken(text[opening:end], opening), Fault(_filled(UNCLOSED), opening, end)
            at = end
            continue
        at = closing + len(CLOSE)
        try:
            yield _placeholder(text, opening, closing), None
        except _WrongError as wrong:
            yield Broken(text[opening:at], opening), wrong.fault


def _end_of_broken(text: str, opening: int) -> int:
    """Where an unclosed placeholder stops: at the next one, at the end of its line or of the text."""
    stops = [text.find(OPEN, opening + len(OPEN)), text.find("\n", opening), len(text)]
    return min(stop for stop in stops if stop >= 0)


def _filled(text: Text, piece: str = "") -> Text:
    return text.format(piece=piece)


def _placeholder(text: str, opening: int, closing: int) -> Placeholder:
    start, end = opening + len(OPEN), closing + len(CLOSE)
    reference, at = _reference(text, start, closing)
    found: dict[str, Any] = {}  # `_option` types each
    for option, position in _options(text, at, closing):
        name, value = _option(option, position)
        if name in found:
            raise _WrongError(Fault(_filled(TWICE, option), position, position + len(option)))
        found[name] = value
    _agree(found, opening, end)
    return Placeholder(reference, opening, end, **found)


def _reference(text: str, start: int, end: int) -> tuple[str, int]:
    """The reference in its one spelling, and where it ends."""
    while start < end and text[start].isspace():
        start += 1
    stop = start
    while stop < end and not text[stop].isspace():
        stop += 1
    try:
        return str(references.parse(text[start:stop])), stop
    except InputError as error:
        raise _WrongError(Fault(error.text, start, max(stop, start + 1))) from None


def _options(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The parts after each bar, trimmed, with the place of the first character."""
    rest = text[start:end]
    first, *parts = rest.split("|")
    if first.strip():
        at = start + len(first) - len(first.lstrip())
        raise _WrongError(Fault(_filled(NO_BAR, first.strip()), at, at + len(first.strip())))
    at = start + len(first) + 1
    for part in parts:
        yield part.strip(), at + len(part) - len(part.lstrip())
        at += len(part) + 1


def _option(option: str, at: int) -> tuple[str, object]:
    """The name of the field an option fills, and its value."""
    key, equals, value = (part.strip() for part in option.partition("="))
    if equals:
        return _keyed(key, value, option, at)
    if option in UNITS:
        return "unit", option
    if option in HEDGES:
        return "hedge", HEDGES[option]
    if option == "-" or (len(option) <= MAX_COUNTER and COUNTER.fullmatch(option)):
        return "counter", option
    raise _WrongError(Fault(_filled(UNKNOWN_OPTION, option), at, at + max(1, len(option))))


def _keyed(key: str, value: str, option: str, at: int) -> tuple[str, object]:
    end = at + len(option)
    if key == "say":
        if not NUMBER.fullmatch(value) or not Decimal(value):
            raise _WrongError(Fault(_filled(BAD_NUMBER, option), at, end))
        return "say", Decimal(value)
    if key == "places":
        if value not in {str(digit) for digit in range(MAX_PLACES + 1)}:
            raise _WrongError(Fault(_filled(BAD_PLACES, option), at, end))
        return "places", int(value)
    if key == "turn":
        up, slash, down = (word.strip() for word in value.partition("/"))
        if not (up and slash and down) or "/" in down:
            raise _WrongError(Fault(_filled(BAD_TURN, option), at, end))
        return "turn", (up, down)
    raise _WrongError(Fault(_filled(UNKNOWN_OPTION, option), at, end))


def _agree(found: dict[str, object], start: int, end: int) -> None:
    """A number said needs a hedge and a hedge a number said."""
    hedge = found.get("hedge")
    if found.get("say") is not None and hedge is None:
        raise _WrongError(Fault(_filled(SAY_ALONE), start, end))
    if isinstance(hedge, Hedge) and found.get("say") is None:
        raise _WrongError(Fault(_filled(HEDGE_ALONE, hedge.word), start, end))
