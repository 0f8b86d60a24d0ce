"""A section of a draft as the proofreader reads it: the Chinese text with its figures filled in."""

from collections.abc import Iterable
from dataclasses import dataclass

from jingwei.summary.proofread import Finding, proofread
from jingwei.summary.queries.composing import CHINESE, ComposedSection
from jingwei.summary.rules.revisions import is_open
from jingwei.summary.rules.spans import FaultSpan, Paragraph

WORD_JOINER = "\u2060"  # keeps a figure and its counter on one line; no word of the text


@dataclass(frozen=True)
class Passage:
    """A passage somebody should look at, and its paragraph, counted from 1."""

    finding: Finding
    paragraph: int


def passages(section: ComposedSection) -> tuple[Passage, ...]:
    """What the proofreader finds at odds or uncertain in a section, worst first."""
    text = "\n".join(map(_line, section.paragraphs[CHINESE]))
    return tuple(
        Passage(one, text.count("\n", 0, one.start) + 1) for one in proofread(text).findings if is_open(one)
    )


def _line(paragraph: Paragraph) -> str:
    return "".join(_words(paragraph)).replace(WORD_JOINER, "")


def _words(paragraph: Paragraph) -> Iterable[str]:
    """What a reader reads; a figure that has no value says nothing that could be added up."""
    return ("…" if isinstance(span, FaultSpan) else span.text for span in paragraph)
