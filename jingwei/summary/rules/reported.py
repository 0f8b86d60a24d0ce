"""What was read of a text as plain data: what `jingwei proofread --json` prints, an object for each text."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import Any

from jingwei.summary.proofread import Figure, Finding, Reading, Relation, Status
from jingwei.summary.rules.across import Across, Passage

_FLOATS = 2**1000  # beyond, a fraction is no float; nobody counts there
_ORDER = {status: place for place, status in enumerate(Status)}


def with_findings(reading: Reading, more: Iterable[Finding]) -> Reading:
    """`reading` with further findings about its figures: worst first, then in the order of the text."""
    more = tuple(more)
    findings = sorted(
        (*reading.findings, *more), key=lambda one: (_ORDER[one.status], one.start, one.end, one.kind)
    )
    relations = (*reading.relations, *(one.relation for one in more))
    return replace(reading, relations=relations, findings=tuple(findings))


def document_of(
    name: str, reading: Reading, across: Iterable[Across] = (), language: str | None = None
) -> dict[str, Any]:
    """The figures, relations and findings of the text `name`; texts for people in `language`.

    Places count characters of the text as read, the end not included. `across` are the findings against an earlier
    text; these name it under ``other``.
    """
    return {
        "file": name,
        "figures": [_figure(one) for one in reading.figures],
        "relations": [_relation(one) for one in reading.relations],
        "findings": [
            *(_finding(one, language) for one in reading.findings),
            *(_finding(one.finding, language) | {"other": _other(one.earlier)} for one in across),
        ],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    low, high = _number(figure.low), _number(figure.high)
    return {
        "text": figure.text,
        "value": [low, high] if figure.is_range else low,
        "unit": figure.unit,
        "start": figure.start,
        "end": figure.end,
        "hedge": None if figure.hedge is None else figure.hedge.value,
        "subject": figure.subject,
    }


def _relation(relation: Relation) -> dict[str, Any]:
    return {
        "kind": relation.kind.value,
        "total": relation.total,
        "parts": list(relation.parts),
        "rate": relation.rate,
        "previous": relation.previous,
        "closed": relation.closed,
        "status": relation.status.value,
    }


def _finding(finding: Finding, language: str | None) -> dict[str, Any]:
    return {
        "status": finding.status.value,
        "kind": finding.kind.value,
        "quote": finding.quote,
        "start": finding.start,
        "end": finding.end,
        "figures": list(finding.relation.figures),
        "arithmetic": finding.relation.arithmetic,
        "explanation": finding.relation.explanation.in_language(language),
        "fingerprint": finding.fingerprint,
    }


def _other(passage: Passage) -> dict[str, Any]:
    return {
        "file": passage.name,
        "figures": list(passage.figures),
        "quote": passage.quote,
        "start": passage.start,
        "end": passage.end,
    }


def _number(value: Fraction) -> int | float:
    if value.denominator == 1 or abs(value) > _FLOATS:
        return int(value)
    return float(value)
