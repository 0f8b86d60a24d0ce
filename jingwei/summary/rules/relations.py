"""Which figures of a paragraph are parts of which: brackets and colons, exhaustive or 其中."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jingwei.summary.rules.spans import FigureSpan, Paragraph, WordSpan
from jingwei.summary.rules.values import Sort

OPENING, CLOSING = "（(", "）)"
# after a figure (in English with a few words between): what makes the figures that follow its parts
HEADS = re.compile(
    r"(?:\s[A-Za-z -]{0,40})?\s*(?P<mark>[（(]|[，,]?\s*(?:其中|包括|分别为|of which|including|namely)?\s*[：:])"
    r"\s*(?P<partial>其中|含|of which|including)?"
)
PARTIAL = re.compile(r"其中|of which|including|包括")
ENDS = re.compile(r"[。；;]|\.(?=\s|$)")


@dataclass(frozen=True)
class Relation:
    """Parts named after a total. Partial (其中, of which): they need not make up the whole."""

    total: FigureSpan
    parts: tuple[FigureSpan, ...]
    is_partial: bool


@dataclass(frozen=True)
class _Mark:
    """A figure, a bracket or the end of a sentence, in order."""

    kind: str
    figure: FigureSpan | None = None
    is_partial: bool = False


def relations(paragraph: Paragraph) -> tuple[Relation, ...]:
    """Every total of the paragraph with its parts, in the order of the totals."""
    marks = list(_marks(paragraph))
    found = []
    for at, mark in enumerate(marks):
        if mark.kind in {"bracket", "colon"} and mark.figure is not None:
            parts = tuple(part for part in _parts(marks, at) if _may_add(mark.figure, part))
            if len(parts) > 1 or (parts and mark.is_partial):
                found.append(Relation(mark.figure, parts, mark.is_partial))
    return tuple(found)


def _may_add(total: FigureSpan, part: FigureSpan) -> bool:
    """Growth and shares beside counts or amounts are remarks, not parts."""
    return part.value.sort is not Sort.PERCENT or total.value.sort is Sort.PERCENT


def _marks(paragraph: Paragraph) -> Iterator[_Mark]:
    before: FigureSpan | None = None
    for span in paragraph:
        if isinstance(span, FigureSpan):
            yield _Mark("figure", span)
            before = span
        elif isinstance(span, WordSpan):
            yield from _marks_in(span.text, before)
            before = None


def _marks_in(text: str, before: FigureSpan | None) -> Iterator[_Mark]:
    """The marks in words; those at the very start may belong to the figure before them."""
    head = HEADS.match(text) if before is not None else None
    at = 0
    if head:
        kind = "bracket" if head["mark"] in OPENING else "colon"
        yield _Mark(kind, before, bool(head["partial"]) or bool(PARTIAL.search(head["mark"])))
        at = head.end("mark")
    for position in range(at, len(text)):
        if text[position] in OPENING:
            yield _Mark("open")
        elif text[position] in CLOSING:
            yield _Mark("close")
        elif ENDS.match(text, position):
            yield _Mark("end")


def _parts(marks: list[_Mark], at: int) -> Iterator[FigureSpan]:
    """The figures one level inside a bracket, or after a colon up to the end of the sentence."""
    depth = 0
    in_bracket = marks[at].kind == "bracket"
    for mark in marks[at + 1 :]:
        if mark.kind in {"bracket", "open"}:
            depth += 1
        elif mark.kind == "close":
            if depth == 0:
                return
            depth -= 1
        elif mark.kind == "end" and depth == 0 and not in_bracket:
            return
        elif mark.kind == "colon" and depth == 0 and not in_bracket:
            return  # a colon after another figure of the sentence begins that figure's parts
        elif mark.kind == "figure" and mark.figure is not None and depth == 0:
            yield mark.figure
