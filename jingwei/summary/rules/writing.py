"""Filled paragraphs as plain text, as Markdown, and as JSON with the evidence of every figure."""

import re
from collections.abc import Iterable

from jingwei.kernel.canonical import JSON
from jingwei.summary.rules.spans import FaultSpan, FigureSpan, Paragraph, Span, WordSpan

MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]()#+.!|<>~&-])")


def as_plain(paragraphs: Iterable[Paragraph]) -> str:
    """What is read, one paragraph a line; a figure that cannot be shown stays as it was written, in ⟨⟩."""
    return "\n".join("".join(_plain(span) for span in paragraph) for paragraph in paragraphs)


def as_markdown(text: str, url: str = "") -> str:
    """`text` as Markdown words, linked to `url` where there is one; nothing in it becomes markup."""
    words = MARKDOWN_SIGNS.sub(r"\\\1", text)
    return f"[{words}](<{url}>)" if url else words


def as_json(paragraphs: Iterable[Paragraph]) -> list[list[dict[str, JSON]]]:
    """Paragraphs as lists of spans: ``{"text"}`` or ``{"text", "reference", "value", …}``. No floats."""
    return [[_json(span) for span in paragraph] for paragraph in paragraphs]


def _plain(span: Span) -> str:
    return f"⟨{span.text}⟩" if isinstance(span, FaultSpan) else span.text


def _json(span: Span) -> dict[str, JSON]:
    match span:
        case WordSpan():
            return {"text": span.text}
        case FaultSpan():
            return {"text": span.text, "fault": {"zh": span.reason.zh, "en": span.reason.en}}
        case FigureSpan():
            exact = span.value.exact
            value: JSON = exact.numerator if exact.denominator == 1 else str(exact)
            facts: dict[str, JSON] = {
                "text": span.text,
                "reference": span.reference,
                "sort": span.value.sort.value,
                "value": value,
                "tip": span.tip,
                **span.value.evidence,
            }
            if span.keeps_hedge is not None:
                facts["keeps_hedge"] = span.keeps_hedge
            return facts
