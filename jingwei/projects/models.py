"""Programmes, approved projects, and subsidies received from above. Money in fen."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jingwei.projects.terms import ProgrammeFamily, ProjectStatus
from jingwei.registry.models import Organisation, Person, Region, Section
from jingwei.registry.terms import Level


class Programme(models.Model):
    """A programme under which projects are listed; which ones a place has is data of its pack."""

    code = models.SlugField(_("code"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("English name"), max_length=160, blank=True)
    level = models.CharField(_("level"), max_length=12, choices=Level.choices)
    family = models.CharField(_("family of programmes"), max_length=12, choices=ProgrammeFamily.choices)
    aliases = models.JSONField(_("other names in ledgers"), default=list, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        ordering = ("order", "code")

    def __str__(self) -> str:
        return self.name_en if self.name_en and (get_language() or "").startswith("en") else self.name


class Project(models.Model):
    """A project once it is approved (listed) by whatever level; money in fen."""

    number = models.CharField(_("project number"), max_length=40, unique=True)
    name = models.CharField(_("project name"), max_length=300)
    programme = models.ForeignKey(
        Programme, models.PROTECT, related_name="projects", verbose_name=_("programme")
    )
    undertaker = models.ForeignKey(
        Organisation, models.PROTECT, related_name="projects", verbose_name=_("undertaker")
    )
    leader = models.ForeignKey(
        Person,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="led_projects",
        verbose_name=_("project leader"),
    )
    town = models.ForeignKey(
        Region,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="projects",
        verbose_name=_("town or street"),
    )
    section = models.ForeignKey(
        Section, models.PROTECT, null=True, blank=True, verbose_name=_("section in charge")
    )
    listed_on = models.DateField(_("listed on"))
    starts_on = models.DateField(_("term begins"), null=True, blank=True)
    ends_on = models.DateField(_("term ends"), null=True, blank=True)
    budget_fen = models.BigIntegerField(_("total budget"), null=True, blank=True)
    grant_fen = models.BigIntegerField(_("grant"), default=0)
    status = models.CharField(
        _("status"), max_length=12, choices=ProjectStatus.choices, default=ProjectStatus.RUNNING
    )
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    document = models.CharField(_("approval document"), max_length=120, blank=True)
    is_demo = models.BooleanField(_("demonstration data"), default=False)

    searched: ClassVar = ("number", "name")

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        ordering = ("-listed_on", "number")
        indexes: ClassVar = [  # one for each order of the register; what is not indexed cannot order a long list
            models.Index(fields=[name, "id"], name=f"project_{name}")
            for name in (
                "listed_on",
                "name",
                "grant_fen",
                "budget_fen",
                "status",
                "starts_on",
                "ends_on",
                "closed_on",
                "document",
                "is_demo",
            )
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(grant_fen__gte=0), name="project_grant_not_negative"),
            models.CheckConstraint(
                condition=Q(budget_fen__isnull=True) | Q(budget_fen__gte=F("grant_fen")),
                name="project_grant_within_budget",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="project_term_ordered",
            ),
            models.CheckConstraint(
                condition=Q(status=ProjectStatus.RUNNING, closed_on__isnull=True)
                | (~Q(status=ProjectStatus.RUNNING) & Q(closed_on__gte=F("listed_on"))),
                name="project_closed_with_a_date",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class Subsidy(models.Model):
    """Money received from a level above (争取上级资金), by document; in fen. Recorded, never moved."""

    project = models.ForeignKey(
        Project, models.PROTECT, null=True, blank=True, related_name="subsidies", verbose_name=_("project")
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="subsidies", verbose_name=_("recipient")
    )
    level = models.CharField(_("level"), max_length=12, choices=Level.choices)
    document = models.CharField(_("document number"), max_length=120)
    received_on = models.DateField(_("money received on"))
    amount_fen = models.BigIntegerField(_("amount"))
    purpose = models.CharField(_("purpose"), max_length=200, blank=True)
    section = models.ForeignKey(
        Section, models.PROTECT, null=True, blank=True, verbose_name=_("section in charge")
    )
    is_demo = models.BooleanField(_("demonstration data"), default=False)

    searched: ClassVar = ("document", "purpose")

    class Meta:
        verbose_name = _("subsidy from above")
        verbose_name_plural = _("subsidies from above")
        ordering = ("-received_on", "pk")
        indexes: ClassVar = [  # one for each order of the register; what is not indexed cannot order a long list
            models.Index(fields=[name, "id"], name=f"subsidy_{name}")
            for name in (
                "received_on",
                "document",
                "level",
                "amount_fen",
                "purpose",
                "is_demo",
            )
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(amount_fen__gt=0), name="subsidy_positive")
        ]

    def __str__(self) -> str:
        return f"{self.organisation} · {self.document}"
