"""A summary's text against a snapshot: its paragraphs in both languages, and what is found in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jingwei.figures import queries as figures
from jingwei.figures.engine.figure import Figure
from jingwei.figures.models import Snapshot
from jingwei.kernel.canonical import JSON
from jingwei.kernel.periods import Period
from jingwei.kernel.text import Text
from jingwei.summary.models import Summary, SummarySection
from jingwei.summary.queries.values import values_of
from jingwei.summary.rules import findings as rules
from jingwei.summary.rules.findings import Check, Finding, Verdict
from jingwei.summary.rules.placeholders import Parsed, parse
from jingwei.summary.rules.spans import Paragraph, fill
from jingwei.summary.rules.values import Filled
from jingwei.summary.rules.writing import as_json

CHINESE, ENGLISH = "zh", "en"
LANGUAGES = (CHINESE, ENGLISH)
DIFFERENT_FIGURES = Text(
    "中文与英文引用的数字不同：{these}", "Chinese and English name different figures: {these}"
)


@dataclass(frozen=True)
class ComposedSection:
    """One section filled in: `paragraphs` by language (``zh``, ``en``), and its findings."""

    key: str
    number: int
    title: Text
    paragraphs: Mapping[str, tuple[Paragraph, ...]]
    findings: tuple[Finding, ...]
    references: tuple[str, ...]
    row: SummarySection

    def as_spans(self, language: str) -> list[list[dict[str, JSON]]]:
        """The paragraphs as pages and documents have them."""
        return as_json(self.paragraphs[CHINESE if language.startswith("zh") else ENGLISH])


@dataclass(frozen=True)
class Composed:
    """A summary filled in from one snapshot."""

    summary: Summary
    period: Period
    snapshot: Snapshot
    sections: tuple[ComposedSection, ...]
    figures: Mapping[str, Figure]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding, in the order of the text."""
        return tuple(finding for section in self.sections for finding in section.findings)

    @property
    def failures(self) -> tuple[Finding, ...]:
        """What forbids the issue."""
        return tuple(finding for finding in self.findings if finding.verdict is Verdict.FAIL)


def compose(
    summary: Summary, sections: Sequence[SummarySection], snapshot: Snapshot, *, with_evidence: bool = False
) -> Composed:
    """Fill the sections of `summary` in from `snapshot`. Raises SnapshotError where it cannot be read."""
    period = Period.year(summary.year)
    parsed = {section.pk: _parsed(section.body, section.body_en) for section in sections}
    wanted = [name for pair in parsed.values() for text in pair.values() for name in text.references]
    values, found = values_of(wanted, period, snapshot, with_evidence=with_evidence)
    broken = _breakdowns(found, snapshot)
    composed = tuple(_section(section, parsed[section.pk], values, broken) for section in sections)
    return Composed(summary, period, snapshot, composed, found)


def preview(
    section: SummarySection, body: str, body_en: str, snapshot: Snapshot
) -> tuple[ComposedSection, Mapping[str, Parsed]]:
    """A section as it would read with other texts, and the texts as they were understood."""
    parsed = _parsed(body, body_en)
    wanted = [name for text in parsed.values() for name in text.references]
    values, found = values_of(wanted, Period.year(section.summary.year), snapshot)
    return _section(section, parsed, values, _breakdowns(found, snapshot)), parsed


def document(composed: Composed) -> dict[str, JSON]:
    """The whole summary as it is issued and digested: both languages, every figure with its evidence."""
    summary = composed.summary
    return {
        "kind": "summary",
        "year": summary.year,
        "version": summary.version,
        "bureau": {"zh": summary.bureau, "en": summary.bureau_en},
        "title": {"zh": summary.title, "en": summary.title_en},
        "period": str(composed.period),
        "snapshot": composed.snapshot.digest,
        "content": composed.snapshot.content,
        "sections": [_section_json(section) for section in composed.sections],
    }


def _parsed(body: str, body_en: str) -> dict[str, Parsed]:
    return {CHINESE: parse(body), ENGLISH: parse(body_en)}


def _section(
    row: SummarySection,
    parsed: Mapping[str, Parsed],
    values: Mapping[str, Filled],
    broken: Mapping[str, tuple[Finding, ...]],
) -> ComposedSection:
    paragraphs = {language: fill(parsed[language], values, language) for language in LANGUAGES}
    references = tuple(dict.fromkeys(name for text in parsed.values() for name in text.references))
    found = [
        finding
        for language in LANGUAGES
        for finding in rules.of_section(row.key, paragraphs[language], language)
    ]
    found += [finding.within(row.key) for name in references for finding in broken.get(name, ())]
    found += _same_figures(row.key, parsed)
    title = Text(row.title, row.title_en)
    return ComposedSection(row.key, row.number, title, paragraphs, _once(found), references, row)


def _once(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """The same check of both languages once, the worse of the two."""
    kept: dict[str, Finding] = {}
    for finding in found:
        earlier = kept.get(finding.fingerprint)
        if earlier is None or (finding.is_open and not earlier.is_open):
            kept[finding.fingerprint] = finding
    return tuple(kept.values())


def _same_figures(section: str, parsed: Mapping[str, Parsed]) -> list[Finding]:
    """A figure that stands in one language only is worth a look."""
    chinese, english = (set(parsed[language].references) for language in LANGUAGES)
    different = sorted(chinese ^ english)
    if not different:
        return []
    these = ", ".join(different)
    note = DIFFERENT_FIGURES.format(these=these)
    title = Text("中英文对照", "The two languages")
    return [Finding(Check.LANGUAGES, Verdict.UNCERTAIN, section, title, "", note, tuple(different))]


def _breakdowns(found: Mapping[str, Figure], snapshot: Snapshot) -> dict[str, tuple[Finding, ...]]:
    """What the exhaustive breakdowns of the figures used do not add up to, by reference."""
    broken: dict[str, tuple[Finding, ...]] = {}
    for name, figure in found.items():
        if figure.measure is None:
            continue
        parted = figures.breakdowns(figure, snapshot)
        broken[name] = tuple(
            Finding(
                Check.BREAKDOWN,
                Verdict.FAIL,
                "",
                figure.label,
                parts.finding.arithmetic,
                parts.finding.text,
                (str(figure.reference.base), parts.breakdown.id),
            )
            for parts in parted
            if parts.finding is not None
        )
    return broken


def _section_json(section: ComposedSection) -> JSON:
    return {
        "key": section.key,
        "number": section.number,
        "title": {"zh": section.title.zh, "en": section.title.en},
        "paragraphs": {language: list(map(list, section.as_spans(language))) for language in LANGUAGES},
    }
