"""Snapshots taken, targets set, and statistics received from others."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jingwei.figures.terms import SnapshotKind, TargetKind
from jingwei.registry.models import Account


def _in_language(chinese: str, english: str) -> str:
    return english if english and (get_language() or "").startswith("en") else chinese


class Snapshot(models.Model):
    """The frozen tables of one moment; the rows lie in files named by `digest`, which is that of the manifest."""

    digest = models.CharField(_("digest"), max_length=71, unique=True)
    content = models.CharField(_("content digest"), max_length=71)
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind of snapshot"), max_length=8, choices=SnapshotKind.choices)
    cut_off = models.DateTimeField(_("cut-off"), null=True, blank=True)
    taken_at = models.DateTimeField(_("taken at"))
    taken_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="snapshots", verbose_name=_("taken by")
    )
    manifest = models.JSONField(_("manifest"))
    basis = models.BigIntegerField(_("log entries when read"))
    entry = models.BigIntegerField(_("number in the log"), null=True, blank=True)

    class Meta:
        verbose_name = _("snapshot")
        verbose_name_plural = _("snapshots")
        ordering = ("-taken_at", "-pk")
        indexes: ClassVar = [models.Index(fields=["kind", "-basis"], name="figures_snapshot_latest")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind=SnapshotKind.LIVE) | Q(cut_off__isnull=False),
                name="snapshot_frozen_has_cut_off",
            ),
            models.CheckConstraint(condition=Q(basis__gte=0), name="snapshot_basis_not_negative"),
        ]

    def __str__(self) -> str:
        return self.name


class Target(models.Model):
    """What a figure should come to in a year, in the figure's base unit (fen, items, persons).

    `reference` is how the figure is written; empty where nobody reports it to the bureau yet. `value` is empty where
    the target is a multiple of a base that is not known yet. `break_year`: the first year told by another definition.
    """

    code = models.SlugField(_("code"), max_length=60)
    kind = models.CharField(
        _("kind of target"), max_length=8, choices=TargetKind.choices, default=TargetKind.ANNUAL
    )
    label = models.CharField(_("label"), max_length=120)
    label_en = models.CharField(_("English label"), max_length=160, blank=True)
    reference = models.CharField(_("figure reference"), max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(_("year"))
    value = models.BigIntegerField(_("value"), null=True, blank=True)
    base_year = models.PositiveSmallIntegerField(_("base year"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=300)
    source_en = models.CharField(_("source in English"), max_length=300, blank=True)
    break_year = models.PositiveSmallIntegerField(_("definition changes from"), null=True, blank=True)
    break_note = models.CharField(_("what changes"), max_length=300, blank=True)
    break_note_en = models.CharField(_("what changes, in English"), max_length=300, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    is_demo = models.BooleanField(_("demonstration data"), default=False)

    class Meta:
        verbose_name = _("target")
        verbose_name_plural = _("targets")
        ordering = ("year", "kind", "order", "code")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["code", "year"], name="target_code_year"),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(value__gt=0), name="target_value_positive"
            ),
            models.CheckConstraint(
                condition=Q(base_year__isnull=True) | Q(base_year__lt=F("year")),
                name="target_base_before_year",
            ),
        ]

    def __str__(self) -> str:
        return f"{_in_language(self.label, self.label_en)} {self.year}"


class ReceivedStatistic(models.Model):
    """A total somebody else counted, with its source: never taken apart into records here.

    `value` is in the base unit (fen where `unit` is 元). `whole` names the statistic this one is a share of.
    `is_derived`: computed from stated growth or share, as `derivation` says, and not itself stated by the issuer.
    """

    code = models.SlugField(_("code"), max_length=60)
    period = models.CharField(_("period"), max_length=24)
    label = models.CharField(_("label"), max_length=120)
    label_en = models.CharField(_("English label"), max_length=160)
    value = models.BigIntegerField(_("value"))
    unit = models.CharField(_("unit"), max_length=12)
    unit_en = models.CharField(_("unit in English"), max_length=24)
    issuer = models.CharField(_("issuer"), max_length=120)
    issuer_en = models.CharField(_("issuer in English"), max_length=160, blank=True)
    document = models.CharField(_("document"), max_length=200)
    document_en = models.CharField(_("document in English"), max_length=200, blank=True)
    received_on = models.DateField(_("received on"), null=True, blank=True)
    definition = models.CharField(_("definition"), max_length=500)
    definition_en = models.CharField(_("definition in English"), max_length=500, blank=True)
    caveat = models.CharField(_("caveat"), max_length=500, blank=True)
    caveat_en = models.CharField(_("caveat in English"), max_length=500, blank=True)
    whole = models.SlugField(_("share of"), max_length=60, blank=True)
    is_derived = models.BooleanField(_("derived"), default=False)
    derivation = models.CharField(_("derivation"), max_length=300, blank=True)
    derivation_en = models.CharField(_("derivation in English"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("received statistic")
        verbose_name_plural = _("received statistics")
        ordering = ("code", "-period")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["code", "period"], name="received_code_period"),
            models.CheckConstraint(
                condition=Q(is_derived=False) | ~Q(derivation=""), name="received_derived_says_how"
            ),
        ]

    def __str__(self) -> str:
        return f"{_in_language(self.label, self.label_en)} {self.period}"
