"""What the templates show of a summary: a draft filled in live, or an issued version as it was issued."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language, pgettext

from jingwei.figures.queries import live_snapshot
from jingwei.summary.access import may
from jingwei.summary.models import Summary
from jingwei.summary.queries import Composed, compose, sections_of
from jingwei.summary.queries.passages import passages
from jingwei.summary.queries.stated import against_stated
from jingwei.summary.reading import (
    ShownFinding,
    ShownPassage,
    ShownSpan,
    odd_references,
    shown_findings,
    shown_paragraphs,
    shown_passages,
)
from jingwei.summary.rules.findings import Finding, Verdict
from jingwei.summary.terms import SummaryStatus

SHORT = slice(7, 11)
NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True)
class ShownSection:
    """One section for the template; `notes` are the findings said under it, `passages` those of the proofreader."""

    key: str
    heading: str
    paragraphs: list[list[ShownSpan]]
    notes: list[ShownFinding] = field(default_factory=list)
    passages: list[ShownPassage] = field(default_factory=list)
    edit_url: str = ""


@dataclass(frozen=True)
class ShownDocument:
    """A summary for the template."""

    year: int
    version: int
    bureau: str
    title: str
    sections: list[ShownSection]
    snapshot: str
    findings: list[ShownFinding]
    figures: int
    issued_at: datetime | None = None
    receipt: int | None = None
    digest: str = ""

    @property
    def snapshot_short(self) -> str:
        """The digest as people compare it: 7c1e…a940."""
        return short(self.snapshot)

    @property
    def signed_on(self) -> str:
        """The day of issue in words."""
        if self.issued_at is None:
            return ""
        return date_format(localtime(self.issued_at).date(), pgettext("date of a document", "j F Y"))

    @property
    def open_findings(self) -> int:
        """How many findings wait for somebody."""
        return sum(1 for one in self.findings if one.finding.is_open)

    @property
    def passages(self) -> list[ShownPassage]:
        """What the proofreader stumbles over, section by section."""
        return [one for section in self.sections for one in section.passages]

    @property
    def explained(self) -> int:
        """How many figures differ from the printed paper for a known reason."""
        return sum(1 for one in self.findings if one.finding.verdict is Verdict.EXPLAINED)


def short(digest: str) -> str:
    """``sha256:7c1e…a940`` as ``7c1e…a940``."""
    return f"{digest[SHORT]}…{digest[-4:]}" if digest else ""


def heading(number: int, title: str) -> str:
    """一、企业与项目; in English 1. Enterprises."""
    if (get_language() or "").startswith("en"):
        return f"{number}. {title}"
    return f"{NUMERALS[number - 1] if number <= len(NUMERALS) else number}、{title}"


def language_key() -> str:
    """The key under which documents keep the reader's language."""
    return "en" if (get_language() or "").startswith("en") else "zh"


def composed_draft(user: object, summary: Summary) -> tuple[Composed, tuple[Finding, ...]]:
    """A draft filled in from the records as they stand, and every finding, those against the printed paper too."""
    composed = compose(summary, sections_of(user, summary), live_snapshot())
    return composed, (*composed.findings, *against_stated(composed))


def show(user: object, summary: Summary) -> ShownDocument:
    """A summary for the reader: live while it is a draft, the kept document once issued."""
    if summary.status == SummaryStatus.ISSUED:
        return show_issued(summary)
    composed, findings = composed_draft(user, summary)
    return show_draft(user, composed, findings)


def show_draft(user: object, composed: Composed, findings: Sequence[Finding]) -> ShownDocument:
    """A draft for the template."""
    summary, key = composed.summary, language_key()
    odd = odd_references(findings)
    sections = []
    for section in composed.sections:
        paragraphs = shown_paragraphs(section.as_spans(key), str(composed.period), odd=odd)
        mine = (one for one in findings if one.section == section.key)
        edit = (
            reverse("summary:edit", args=[summary.year, section.key])
            if may(user, "edit", section.row)
            else ""
        )
        title = section.title.in_language(key)
        sections.append(
            ShownSection(
                section.key,
                heading(section.number, title),
                paragraphs,
                _notes(mine),
                shown_passages(passages(section), section.key),
                edit,
            )
        )
    return ShownDocument(
        year=summary.year,
        version=summary.version,
        bureau=summary.bureau_en if key == "en" else summary.bureau,
        title=summary.title_en if key == "en" else summary.title,
        sections=sections,
        snapshot=composed.snapshot.content,
        findings=shown_findings(findings),
        figures=len(composed.figures),
    )


def show_issued(summary: Summary) -> ShownDocument:
    """An issued version from the document that was issued: not a word of it is computed again."""
    document: dict[str, Any] = summary.document or {}
    key = language_key()
    sections = [
        ShownSection(
            section["key"],
            heading(section["number"], section["title"][key]),
            shown_paragraphs(section["paragraphs"][key], document["period"], document["snapshot"]),
        )
        for section in document["sections"]
    ]
    doors = {
        span.url for section in sections for paragraph in section.paragraphs for span in paragraph if span.url
    }
    return ShownDocument(
        year=summary.year,
        version=summary.version,
        bureau=document["bureau"][key],
        title=document["title"][key],
        sections=sections,
        snapshot=document["content"],
        findings=[],
        figures=len(doors),
        issued_at=summary.issued_at,
        receipt=summary.receipt,
        digest=summary.digest,
    )


def _notes(findings: Iterable[Finding]) -> list[ShownFinding]:
    return shown_findings(one for one in findings if one.is_open or one.verdict is Verdict.EXPLAINED)
