"""A text cut up for reading: its paragraphs, the figures in them, the brackets around the parts of a total.

Pure: which finding bears which letter, what a figure is worth, which brackets can be drawn without crossing.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from jingwei.summary.proofread import Finding, Kind, Reading, Status

# in these the parts stand side by side and one line can be drawn under them
BRACKETED = frozenset({Kind.SUM, Kind.SUBSET})
NEAR = (
    60  # characters between a total and the first of its parts: further off, the clause of the part is enough
)
_WORST = {Status.FAIL: 0, Status.UNCERTAIN: 1, Status.PASS: 2, Status.NOT_ASSESSABLE: 3}
_STOP = re.compile(r"[,，;；:：、。(（]")
_OPENING, _CLOSING = "(（", ")）"


@dataclass(frozen=True)
class WordsPiece:
    """Words between two figures."""

    text: str


@dataclass(frozen=True)
class FigurePiece:
    """A figure: its index in the reading, and the findings said at it, worst first."""

    index: int
    text: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Opening:
    """Here the parts of the total of `finding` begin; `is_inner` within another bracket."""

    finding: Finding
    is_inner: bool


@dataclass(frozen=True)
class Ending:
    """Here the innermost bracket ends."""


Piece = WordsPiece | FigurePiece | Opening | Ending


@dataclass(frozen=True)
class MarkedParagraph:
    """One paragraph, counted from 1; every `Opening` in it has its `Ending`."""

    number: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Bracket:
    """The stretch of text under which a line is drawn."""

    start: int
    end: int
    finding: Finding


def letters(findings: Iterable[Finding]) -> dict[str, str]:
    """A letter for every finding by fingerprint, in the order of the text: A … Z, AA, AB …"""
    ordered = sorted(findings, key=lambda one: (one.start, one.end))
    return {one.fingerprint: _letter(place) for place, one in enumerate(ordered)}


def _letter(place: int) -> str:
    rest, last = divmod(place, len(ascii_uppercase))
    return (_letter(rest - 1) if rest else "") + ascii_uppercase[last]


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of every line that says something."""
    return tuple(match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text))


def paragraph_of(spans: Sequence[tuple[int, int]], place: int) -> int:
    """The number, from 1, of the paragraph that holds `place`."""
    return max(bisect_right(spans, place, key=lambda span: span[0]), 1)


def marked(reading: Reading, findings: Sequence[Finding]) -> tuple[MarkedParagraph, ...]:
    """The whole text with its figures and brackets."""
    spans = paragraphs(reading.text)
    drawn = brackets(reading, findings, spans)
    said = _said(findings, {bracket.finding.fingerprint for bracket in drawn})
    figures = [(one.start, one.end, index) for index, one in enumerate(reading.figures)]
    return tuple(
        MarkedParagraph(
            number,
            tuple(
                _pieces(
                    reading.text,
                    span,
                    [one for one in figures if span[0] <= one[0] and one[1] <= span[1]],
                    [one for one in drawn if span[0] <= one.start and one.end <= span[1]],
                    said,
                )
            ),
        )
        for number, span in enumerate(spans, 1)
    )


def brackets(
    reading: Reading, findings: Iterable[Finding], spans: Sequence[tuple[int, int]]
) -> tuple[Bracket, ...]:
    """One bracket for each list of parts within a paragraph; of two that would cross, the first and longer stays."""
    wanted = [
        bracket for one in findings if one.kind in BRACKETED if (bracket := _bracket(reading, one, spans))
    ]
    wanted.sort(key=lambda one: (one.start, -one.end, _WORST[one.finding.status]))
    kept: list[Bracket] = []
    around: list[Bracket] = []
    for one in wanted:
        while around and around[-1].end <= one.start:
            around.pop()
        crosses = around and one.end > around[-1].end
        doubled = around and (one.start, one.end) == (around[-1].start, around[-1].end)
        if not crosses and not doubled:
            kept.append(one)
            around.append(one)
    return tuple(kept)


def _bracket(reading: Reading, finding: Finding, spans: Sequence[tuple[int, int]]) -> Bracket | None:
    relation = finding.relation
    if relation.total is None or not relation.parts:
        return None
    first, last = min(relation.parts), max(relation.parts)
    if first <= relation.total <= last:
        return None
    start = _beginning(reading, relation.total, first)
    end = _closed(reading.text, start, reading.figures[last].end)
    span = spans[paragraph_of(spans, start) - 1]
    return Bracket(start, end, finding) if span[0] <= start and end <= span[1] else None


def _beginning(reading: Reading, total: int, first: int) -> int:
    """Behind the first stop after the total, or at the parenthesis; far from it, at the clause of the first part."""
    part = reading.figures[first]
    floor = reading.figures[first - 1].end if first else 0
    gap = reading.text[floor : part.start]
    stops = list(_STOP.finditer(gap))
    if not stops:
        return floor if gap else part.start
    is_near = total == first - 1 and len(gap) <= NEAR and "。" not in gap and "\n" not in gap
    stop = stops[0] if is_near else stops[-1]
    return floor + (stop.start() if stop.group() in _OPENING else stop.end())


def _closed(text: str, start: int, end: int) -> int:
    """With the parenthesis that closes the one the bracket begins with."""
    opens = text[start : start + 1] in tuple(_OPENING)
    return end + 1 if opens and text[end : end + 1] in tuple(_CLOSING) else end


def _said(findings: Iterable[Finding], drawn: set[str]) -> dict[int, list[Finding]]:
    """Which findings are said at which figure: at the total alone where a bracket shows the parts, else at each."""
    said: dict[int, list[Finding]] = {}
    for one in sorted(findings, key=lambda one: _WORST[one.status]):
        relation = one.relation
        total = relation.total
        at: Iterable[int] = (total,) if one.fingerprint in drawn and total is not None else relation.figures
        for index in at:
            said.setdefault(index, []).append(one)
    return said


def _pieces(
    text: str,
    span: tuple[int, int],
    figures: Sequence[tuple[int, int, int]],
    drawn: Sequence[Bracket],
    said: dict[int, list[Finding]],
) -> Iterable[Piece]:
    """The paragraph in order; where several things happen at one place, endings come first, then openings."""
    events: list[tuple[int, int, int, Piece, int]] = []
    for order, one in enumerate(drawn):
        is_inner = any(other is not one and _holds(other, one) for other in drawn)
        events.append((one.start, 1, order, Opening(one.finding, is_inner), one.start))
        events.append((one.end, 0, -order, Ending(), one.end))
    for start, end, index in figures:
        events.append((start, 2, 0, FigurePiece(index, text[start:end], tuple(said.get(index, ()))), end))
    place, stop = span
    for start, _kind, _order, piece, end in sorted(events, key=lambda event: event[:3]):
        if start > place:
            yield WordsPiece(text[place:start])
        yield piece
        place = max(place, end)
    if stop > place:
        yield WordsPiece(text[place:stop])


def _holds(outer: Bracket, inner: Bracket) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
