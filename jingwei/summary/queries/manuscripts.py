"""Texts given to the proofreader, as far as the reader may see them, and what is found in a version of one."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from jingwei.figures.snapshot.manifest import SnapshotError
from jingwei.kernel.text import Text
from jingwei.summary.access import visible
from jingwei.summary.models import FindingVerdict, Manuscript, ManuscriptVersion
from jingwei.summary.proofread import Finding, Reading, Status, proofread
from jingwei.summary.queries.measured import against_measures
from jingwei.summary.rules.revisions import Revision, compare

_WORST_FIRST = {status: place for place, status in enumerate(Status)}


@dataclass(frozen=True)
class Understood:
    """A text as the proofreader understands it, with every finding, worst first.

    `unread`: why it could not be compared with the records, where it should have been.
    """

    reading: Reading
    findings: tuple[Finding, ...]
    unread: Text | None

    def having(self, status: Status) -> tuple[Finding, ...]:
        """The findings of one status, in the order of the text."""
        return tuple(one for one in self.findings if one.status is status)


@dataclass(frozen=True)
class Examined(Understood):
    """A version with all that was found in it.

    `verdicts` by fingerprint; `revision`: what became of the findings of the version before, None for the first.
    """

    version: ManuscriptVersion
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


def understood(text: str, year: int | None) -> Understood:
    """What is found in a text: by its own arithmetic and, where a year is given, against the records of that year."""
    reading = proofread(text)
    unread, found = None, list(reading.findings)
    if year is not None:
        try:
            found += against_measures(reading, year)
        except SnapshotError as error:
            unread = error.text
    found.sort(key=lambda one: (_WORST_FIRST[one.status], one.start, one.end))
    return Understood(reading, tuple(found), unread)


def examine(version: ManuscriptVersion) -> Examined:
    """Everything a page shows of a version."""
    manuscript = version.manuscript
    now = understood(version.body, manuscript.year)
    verdicts = {one.fingerprint: one for one in manuscript.verdicts.select_related("judged_by")}
    before = manuscript.versions.filter(number=version.number - 1).first()
    revision = compare(understood(before.body, manuscript.year).findings, now.findings) if before else None
    return Examined(now.reading, now.findings, now.unread, version, verdicts, revision)
