"""The annual summary and its sections in two languages; texts given to the proofreader, and what was said of them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jingwei.figures.models import Snapshot
from jingwei.registry.models import Account, Section
from jingwei.summary.terms import Judgement, SummaryStatus, TextSource


def _in_language(chinese: str, english: str) -> str:
    return english if english and (get_language() or "").startswith("en") else chinese


class Summary(models.Model):
    """One version of a year's summary. Once issued, `document` is what was issued, word for word, and never changes.

    A later correction is the next version. `receipt` is the number of the log entry of its issue.
    """

    year = models.PositiveSmallIntegerField(_("year"))
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    bureau = models.CharField(_("bureau"), max_length=120)
    bureau_en = models.CharField(_("bureau in English"), max_length=160)
    title = models.CharField(_("heading"), max_length=160)
    title_en = models.CharField(_("heading in English"), max_length=200)
    status = models.CharField(
        _("status"), max_length=8, choices=SummaryStatus.choices, default=SummaryStatus.DRAFT
    )
    reason = models.CharField(_("reason for the correction"), max_length=300, blank=True)
    snapshot = models.ForeignKey(
        Snapshot, models.PROTECT, null=True, blank=True, related_name="summaries", verbose_name=_("snapshot")
    )
    document = models.JSONField(_("document as issued"), null=True, blank=True)
    digest = models.CharField(_("digest of the document"), max_length=71, blank=True)
    receipt = models.PositiveBigIntegerField(_("receipt"), null=True, blank=True)
    issued_at = models.DateTimeField(_("issued at"), null=True, blank=True)
    issued_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("issued by")
    )
    is_demo = models.BooleanField(_("demonstration data"), default=False)

    class Meta:
        verbose_name = _("annual summary")
        verbose_name_plural = _("annual summaries")
        ordering = ("-year", "-version")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["year", "version"], name="summary_year_version"),
            models.UniqueConstraint(
                fields=["year"], condition=Q(status="draft"), name="summary_one_draft_a_year"
            ),
            models.CheckConstraint(
                condition=Q(status="draft")
                | Q(
                    snapshot__isnull=False,
                    document__isnull=False,
                    issued_at__isnull=False,
                    issued_by__isnull=False,
                )
                & ~Q(digest=""),
                name="summary_issued_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{_in_language(self.title, self.title_en)} v{self.version}"


class SummarySection(models.Model):
    """A section of a summary: texts with figures in the grammar of `rules.placeholders`.

    `revision` counts every change; who edits says which one he read, and is refused when it is no longer the last.
    """

    summary = models.ForeignKey(
        Summary, models.CASCADE, related_name="sections", verbose_name=_("annual summary")
    )
    key = models.SlugField(_("code"), max_length=40)
    number = models.PositiveSmallIntegerField(_("section number"))
    title = models.CharField(_("heading"), max_length=120)
    title_en = models.CharField(_("heading in English"), max_length=160)
    body = models.TextField(_("text"))
    body_en = models.TextField(_("text in English"))
    in_charge = models.ForeignKey(
        Section, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("section in charge")
    )
    revision = models.PositiveIntegerField(_("revision"), default=1)
    edited_at = models.DateTimeField(_("edited at"))
    edited_by = models.ForeignKey(
        Account, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("edited by")
    )

    class Meta:
        verbose_name = _("summary section")
        verbose_name_plural = _("summary sections")
        ordering = ("summary", "number")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["summary", "key"], name="summary_section_key"),
            models.UniqueConstraint(fields=["summary", "number"], name="summary_section_number"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {_in_language(self.title, self.title_en)}"


class Manuscript(models.Model):
    """A text people wrote, followed from version to version so that what was judged once stays judged.

    Texts, titles and reasons may hold personal data. They stand in these tables only: the log gets counts, digests
    under a salted commitment, and the judgement, never a word. Deleting a manuscript deletes versions and verdicts.
    """

    title = models.CharField(_("heading"), max_length=160)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    section = models.ForeignKey(
        Section, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("section in charge")
    )
    started_at = models.DateTimeField(_("started at"))
    started_by = models.ForeignKey(
        Account, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("started by")
    )
    is_demo = models.BooleanField(_("demonstration data"), default=False)

    class Meta:
        verbose_name = _("manuscript")
        verbose_name_plural = _("manuscripts")
        ordering = ("-started_at", "-pk")

    def __str__(self) -> str:
        return self.title


class ManuscriptVersion(models.Model):
    """One version of a manuscript, as read; `failures` and `doubts` are what was found when it came in."""

    manuscript = models.ForeignKey(
        Manuscript, models.CASCADE, related_name="versions", verbose_name=_("manuscript")
    )
    number = models.PositiveSmallIntegerField(_("version"))
    body = models.TextField(_("text"))
    source = models.CharField(_("source"), max_length=8, choices=TextSource.choices)
    digest = models.CharField(_("digest of the text"), max_length=71)
    figures = models.PositiveIntegerField(_("figures"))
    failures = models.PositiveIntegerField(_("contradictions"))
    doubts = models.PositiveIntegerField(_("doubts"))
    added_at = models.DateTimeField(_("added at"))
    added_by = models.ForeignKey(
        Account, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("added by")
    )

    class Meta:
        verbose_name = _("manuscript version")
        verbose_name_plural = _("manuscript versions")
        ordering = ("manuscript", "-number")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["manuscript", "number"], name="summary_manuscript_version"),
        ]

    def __str__(self) -> str:
        return f"{self.manuscript} v{self.number}"


class FindingVerdict(models.Model):
    """What a person said of one finding, for every version of the manuscript in which it stands.

    `receipt` is the number of the log entry.
    """

    manuscript = models.ForeignKey(
        Manuscript, models.CASCADE, related_name="verdicts", verbose_name=_("manuscript")
    )
    fingerprint = models.CharField(_("fingerprint"), max_length=40)
    judgement = models.CharField(_("judgement"), max_length=9, choices=Judgement.choices)
    reason = models.CharField(_("reason given"), max_length=500, blank=True)
    judged_at = models.DateTimeField(_("judged at"))
    judged_by = models.ForeignKey(
        Account, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("judged by")
    )
    receipt = models.PositiveBigIntegerField(_("receipt"), null=True, blank=True)

    class Meta:
        verbose_name = _("verdict on a finding")
        verbose_name_plural = _("verdicts on findings")
        ordering = ("manuscript", "fingerprint")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["manuscript", "fingerprint"], name="summary_finding_verdict"),
            models.CheckConstraint(
                condition=~Q(judgement="dismissed", reason=""), name="summary_dismissal_has_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fingerprint} {self.get_judgement_display()}"
