"""Types of titles and the titles conferred."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jingwei.registry.models import Organisation, Person, Region, Section
from jingwei.registry.terms import Level
from jingwei.titles.terms import AwardClass, RecipientKind, TitleCategory


class TitleType(models.Model):
    """A kind of title: level, issuer, validity; which ones a place keeps is data of its pack."""

    code = models.SlugField(_("code"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("English name"), max_length=160, blank=True)
    category = models.CharField(_("category"), max_length=16, choices=TitleCategory.choices)
    level = models.CharField(_("level"), max_length=12, choices=Level.choices)
    recipient_kind = models.CharField(_("kind of recipient"), max_length=12, choices=RecipientKind.choices)
    issuer = models.CharField(_("conferred by"), max_length=120, blank=True)
    validity_years = models.PositiveSmallIntegerField(_("validity in years"), null=True, blank=True)
    aliases = models.JSONField(_("other names in ledgers"), default=list, blank=True)
    is_confidential = models.BooleanField(_("no names in public"), default=False)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("type of title")
        verbose_name_plural = _("types of titles")
        ordering = ("order", "code")

    def __str__(self) -> str:
        return self.name_en if self.name_en and (get_language() or "").startswith("en") else self.name


class Title(models.Model):
    """Something conferred on an organisation, a person or a region."""

    type = models.ForeignKey(
        TitleType, models.PROTECT, related_name="titles", verbose_name=_("type of title")
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="titles",
        verbose_name=_("organisation"),
    )
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="titles", verbose_name=_("person")
    )
    region = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="titles", verbose_name=_("region")
    )
    town = models.ForeignKey(
        Region,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="titles_here",
        verbose_name=_("town or street"),
    )
    number = models.CharField(_("certificate number"), max_length=60, blank=True)
    subject = models.CharField(_("awarded for"), max_length=300, blank=True)
    award_class = models.CharField(_("class"), max_length=8, choices=AwardClass.choices, blank=True)
    edition = models.PositiveSmallIntegerField(_("edition"), null=True, blank=True)
    issuer = models.CharField(_("conferred by"), max_length=120)
    document = models.CharField(_("document number"), max_length=120, blank=True)
    granted_on = models.DateField(_("granted on"))
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    revoked_on = models.DateField(_("revoked on"), null=True, blank=True)
    renews = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="renewals", verbose_name=_("renewal of")
    )
    section = models.ForeignKey(
        Section, models.PROTECT, null=True, blank=True, verbose_name=_("section in charge")
    )
    is_demo = models.BooleanField(_("demonstration data"), default=False)

    searched: ClassVar = ("number", "subject")

    class Meta:
        verbose_name = _("title")
        verbose_name_plural = _("titles")
        ordering = ("-granted_on", "pk")
        indexes: ClassVar = [  # one for each order of the register; what is not indexed cannot order a long list
            models.Index(fields=[name, "id"], name=f"title_{name}")
            for name in (
                "granted_on",
                "number",
                "award_class",
                "subject",
                "edition",
                "valid_until",
                "revoked_on",
                "issuer",
                "document",
                "is_demo",
            )
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["type", "number"], condition=~Q(number=""), name="title_number_once"
            ),
            models.CheckConstraint(
                condition=Q(organisation__isnull=False) | Q(person__isnull=False) | Q(region__isnull=False),
                name="title_has_recipient",
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("granted_on")),
                name="title_validity_ordered",
            ),
            models.CheckConstraint(
                condition=Q(revoked_on__isnull=True) | Q(revoked_on__gte=F("granted_on")),
                name="title_revoked_after_grant",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.type} · {self.organisation or self.person or self.region}"
