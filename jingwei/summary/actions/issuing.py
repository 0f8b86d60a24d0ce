"""Issuing a summary: what is issued is frozen, checked, digested and written to the log."""

from datetime import datetime, time

from django.db import transaction
from django.utils import timezone

from jingwei.figures import actions as figures
from jingwei.figures.models import Snapshot
from jingwei.figures.queries import live_snapshot
from jingwei.kernel.canonical import JSON, digest
from jingwei.kernel.errors import InputError
from jingwei.kernel.periods import Period
from jingwei.kernel.text import Text
from jingwei.registry import acting
from jingwei.registry.models import Account
from jingwei.summary.access import may
from jingwei.summary.models import Summary, SummarySection
from jingwei.summary.queries.composing import Composed, compose, document
from jingwei.summary.rules.findings import Finding
from jingwei.summary.terms import SummaryStatus

REFUSED = Text(
    zh="不能印发，先改好{count}处：{these}", en="It cannot be issued; mend {count} places first: {these}"
)
CHANGED = Text(
    zh="印发时这份总结已被改动，请重读后再印发",
    en="The summary was changed while it was being issued; read it again before issuing it",
)
NAMED_AT_ONCE = 5


class NotIssuable(InputError):  # noqa: N818 - says what the summary is
    """The text says what the records do not; `findings` are what must be mended."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(_refusal(findings))
        self.findings = findings


def issue(*, by: Account, summary: Summary) -> Summary:
    """Issue a draft: freeze a snapshot as of the end of its year, fill every figure from it, and keep the document.

    Raises PermissionDenied; NotIssuable where an exhaustive breakdown does not add up, a text contradicts itself or its
    records, or a figure has no value; SnapshotError where the snapshot cannot be read.
    """
    acting.demand(may(by, "issue", summary))
    # checked first against the working snapshot: a refusal leaves no frozen snapshot behind
    _demand_sound(_composed(summary, live_snapshot()))
    name = f"summary-{summary.year}-v{summary.version}"
    snapshot = figures.freeze(by=by, name=name, cut_off=_cut_off(summary.year))
    composed = _composed(summary, snapshot)
    _demand_sound(composed)
    return _recorded(by, summary, composed)


@transaction.atomic
def _recorded(by: Account, summary: Summary, composed: Composed) -> Summary:
    content = document(composed)
    row = Summary.objects.select_for_update().get(pk=summary.pk)
    read = {(section.row.pk, section.row.revision) for section in composed.sections}
    if row.status != SummaryStatus.DRAFT or read != set(row.sections.values_list("pk", "revision")):
        raise InputError(CHANGED)
    before = acting.snapshot_of(row)
    row.status = SummaryStatus.ISSUED
    row.snapshot = composed.snapshot
    row.document = content
    row.digest = digest(content)
    row.issued_at = timezone.now()
    row.issued_by = by
    row.save()
    after = acting.snapshot_of(row)
    changes = {
        name: pair for name, pair in acting.changes_between(before, after).items() if name != "document"
    }
    entry = acting.note(
        by=by, kind="summary.issued", record=row, changes=changes, facts=_facts(row, composed)
    )
    Summary.objects.filter(pk=row.pk).update(receipt=entry.index)
    row.receipt = entry.index
    return row


def _facts(row: Summary, composed: Composed) -> dict[str, JSON]:
    return {
        "year": row.year,
        "version": row.version,
        "title": row.title,
        "digest": row.digest,
        "snapshot": composed.snapshot.digest,
        "content": composed.snapshot.content,
        "figures": len(composed.figures),
    }


def _composed(summary: Summary, snapshot: Snapshot) -> Composed:
    rows = SummarySection.objects.filter(summary=summary).order_by("number")
    return compose(summary, list(rows), snapshot, with_evidence=True)


def _demand_sound(composed: Composed) -> None:
    if composed.failures:
        raise NotIssuable(composed.failures)


def _refusal(findings: tuple[Finding, ...]) -> Text:
    def listed(language: str) -> str:
        named = findings[:NAMED_AT_ONCE]
        lines = [
            f"{one.title.in_language(language)} {one.arithmetic or one.note.in_language(language)}"
            for one in named
        ]
        return "; ".join(lines) if language == "en" else "；".join(lines)

    return Text(
        REFUSED.zh.format(count=len(findings), these=listed("zh")),
        REFUSED.en.format(count=len(findings), these=listed("en")),
    )


def _cut_off(year: int) -> datetime:
    """The last moment of the year, or now while it is not over."""
    zone = timezone.get_default_timezone()
    end = datetime.combine(Period.year(year).end, time(23, 59, 59), tzinfo=zone)
    return min(end, timezone.now())
