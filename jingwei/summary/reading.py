"""A summary as a page shows it: spans with their addresses, findings in words."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jingwei.summary.proofread import Kind, Status
from jingwei.summary.queries.passages import Passage
from jingwei.summary.rules.findings import Check, Finding, Verdict

VERDICTS: Mapping[str, tuple[str, Promise]] = {  # verdict → state of the kit, word
    Verdict.PASS: ("done", _("Agrees")),
    Verdict.FAIL: ("late", _("Contradiction")),
    Verdict.EXPLAINED: ("wait", _("Differs, explained")),
    Verdict.UNCERTAIN: ("wait", _("To be looked at")),
    Verdict.NOT_ASSESSABLE: ("", _("Cannot be assessed")),
}
CHECKS: Mapping[str, Promise] = {
    Check.SUM: _("Parts and total"),
    Check.SUBSET: _("Part of a total"),
    Check.HEDGE: _("Hedge"),
    Check.FIGURE: _("Figure"),
    Check.STATED: _("Against the printed paper"),
    Check.BREAKDOWN: _("Breakdown of the records"),
    Check.LANGUAGES: _("Chinese and English"),
}
# of the proofreader: status → state of the kit, Chinese word (the English one is its own); kind of relation → words
STATUSES: Mapping[Status, tuple[str, str]] = {
    Status.FAIL: ("late", "不符"),
    Status.UNCERTAIN: ("wait", "拿不准"),
    Status.PASS: ("done", "相符"),
    Status.NOT_ASSESSABLE: ("", "无从判"),
}
KINDS: Mapping[Kind, Promise] = {
    Kind.SUM: _("Parts and total"),
    Kind.SUBSET: _("Part of a total"),
    Kind.SHARE: _("Share"),
    Kind.GROWTH: _("Growth"),
    Kind.CUMULATIVE: _("Running total"),
    Kind.TARGET: _("Against the target"),
    Kind.REPEAT: _("Said twice"),
    Kind.UNIT: _("Units"),
    Kind.MEASURE: _("Against the records"),
}


@dataclass(frozen=True)
class ShownSpan:
    """One span for the template: `kind` is words, figure or fault."""

    kind: str
    text: str
    url: str = ""
    tip: str = ""
    is_odd: bool = False


@dataclass(frozen=True)
class ShownFinding:
    """One finding for the template, in the reader's language."""

    finding: Finding
    kind: str
    word: Promise
    check: Promise

    @property
    def title(self) -> str:
        """What it is about."""
        return self.finding.title.in_language(get_language())

    @property
    def note(self) -> str:
        """What it means."""
        return self.finding.note.in_language(get_language())


@dataclass(frozen=True)
class ShownPassage:
    """A passage of a draft the proofreader stumbles over; `anchor` is the paragraph it stands in."""

    passage: Passage
    anchor: str

    @property
    def state(self) -> str:
        """The state of the kit."""
        return STATUSES[self.passage.finding.status][0]

    @property
    def word(self) -> SafeString:
        """The status in both languages."""
        return status_words(self.passage.finding.status)

    @property
    def kind(self) -> Promise:
        """What was checked."""
        return KINDS[self.passage.finding.kind]

    @property
    def explanation(self) -> str:
        """Why."""
        return self.passage.finding.relation.explanation.in_language(get_language())


def status_words(status: Status) -> SafeString:
    """A status of the proofreader in both languages, the reader's own first."""
    chinese = format_html('<span lang="zh-Hans">{}</span>', STATUSES[status][1])
    english = format_html('<span lang="en">{}</span>', status.value.replace("_", " "))
    first, second = (english, chinese) if (get_language() or "").startswith("en") else (chinese, english)
    return format_html("{} {}", first, second)


def shown_passages(passages: Iterable[Passage], prefix: str) -> list[ShownPassage]:
    """Passages for the template; `prefix` is that of the paragraphs' anchors."""
    return [ShownPassage(one, f"{prefix}-p{one.paragraph}") for one in passages]


def shown_paragraphs(
    paragraphs: Iterable[Iterable[Any]], period: str, snapshot: str = "", odd: Collection[str] = ()
) -> list[list[ShownSpan]]:
    """Paragraphs of JSON spans (see `rules.writing.as_json`) with the address of every figure.

    `snapshot`: the digest an issued text belongs to; empty while drafting. `odd`: references marked as at odds.
    """
    return [[_span(span, period, snapshot, odd) for span in paragraph] for paragraph in paragraphs]


def _span(span: Mapping[str, Any], period: str, snapshot: str, odd: Collection[str]) -> ShownSpan:
    reference = span.get("reference")
    if reference:
        is_odd = span.get("keeps_hedge") is False or reference in odd
        return ShownSpan(
            "figure", span["text"], figure_url(reference, period, snapshot), span.get("tip", ""), is_odd
        )
    if "fault" in span:
        english = (get_language() or "").startswith("en")
        return ShownSpan("fault", span["text"], tip=span["fault"]["en" if english else "zh"])
    return ShownSpan("words", span["text"])


def figure_url(reference: str, period: str, snapshot: str = "") -> str:
    """The page of a figure; with `snapshot` as it stood in that snapshot."""
    url = reverse("figures:figure", args=[period, reference])
    return f"{url}?snapshot={snapshot}" if snapshot else url


def address(view: str, *args: object) -> str:
    """The page `view` shows; empty where the bureau has none."""
    try:
        return reverse(view, args=args)
    except NoReverseMatch:
        return ""


def shown_findings(findings: Iterable[Finding]) -> list[ShownFinding]:
    """Findings for the template, those that need somebody first."""
    order = list(VERDICTS)
    rank = {
        Verdict.FAIL: 0,
        Verdict.UNCERTAIN: 1,
        Verdict.EXPLAINED: 2,
        Verdict.NOT_ASSESSABLE: 3,
        Verdict.PASS: 4,
    }
    chosen = sorted(findings, key=lambda finding: rank.get(finding.verdict, len(order)))
    return [ShownFinding(one, *VERDICTS[one.verdict], CHECKS[one.check]) for one in chosen]


def odd_references(findings: Iterable[Finding]) -> frozenset[str]:
    """The totals of what does not agree, or agrees only with an explanation: marked where they stand."""
    return frozenset(
        one.references[0]
        for one in findings
        if one.references and one.verdict in {Verdict.FAIL, Verdict.EXPLAINED}
    )
