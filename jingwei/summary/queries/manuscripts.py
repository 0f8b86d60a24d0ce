"""Texts given to the proofreader, as far as the reader may see them, and what is found in a version of one."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from jingwei.summary.access import visible
from jingwei.summary.models import FindingVerdict, Manuscript, ManuscriptVersion
from jingwei.summary.proofread import Finding, Reading, Status, proofread
from jingwei.summary.rules.revisions import Revision, compare

_WORST_FIRST = {status: place for place, status in enumerate(Status)}


@dataclass(frozen=True)
class Examined:
    """A version with all that was found in it, worst first.

    `verdicts` by fingerprint; `revision`: what became of the findings of the version before, None for the first.
    """

    version: ManuscriptVersion
    reading: Reading
    findings: tuple[Finding, ...]
    verdicts: Mapping[str, FindingVerdict]
    revision: Revision | None


def manuscripts(user: object) -> QuerySet[Manuscript]:
    """Every manuscript the reader may see, the last begun first, with its versions but not their texts."""
    versions = ManuscriptVersion.objects.defer("body").select_related("added_by").order_by("-number")
    rows = Manuscript.objects.select_related("section", "started_by")
    return visible(user, rows.prefetch_related(Prefetch("versions", versions)))


def manuscript_of(user: object, pk: int) -> Manuscript | None:
    """One manuscript, where the reader may see it."""
    return visible(user, Manuscript.objects.select_related("section", "started_by")).filter(pk=pk).first()


def version_of(manuscript: Manuscript, number: int | None = None) -> ManuscriptVersion | None:
    """The version asked for; without one the last."""
    rows = manuscript.versions.select_related("manuscript", "added_by").order_by("-number")
    return rows.first() if number is None else rows.filter(number=number).first()


def findings_of(version: ManuscriptVersion) -> tuple[Reading, tuple[Finding, ...]]:
    """The text as the proofreader understands it, and every finding, worst first."""
    reading = proofread(version.body)
    found = sorted(reading.findings, key=lambda one: (_WORST_FIRST[one.status], one.start, one.end))
    return reading, tuple(found)


def examine(version: ManuscriptVersion) -> Examined:
    """Everything a page shows of a version."""
    reading, found = findings_of(version)
    manuscript = version.manuscript
    verdicts = {one.fingerprint: one for one in manuscript.verdicts.select_related("judged_by")}
    before = manuscript.versions.select_related("manuscript").filter(number=version.number - 1).first()
    revision = compare(findings_of(before)[1], found) if before else None
    return Examined(version, reading, found, verdicts, revision)
