"""Regions, organisations, people, accounts, sections, roles, calendar days and dated rules."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jingwei.registry.terms import DayKind, LimitUnit, OrganisationKind, RegionLevel, Role, SignInOutcome


def _in_language(name: str, english: str) -> str:
    """The English name for English readers, where there is one."""
    return english if english and (get_language() or "").startswith("en") else name


class Region(models.Model):
    """A region of GB/T 2260 or below (towns 9 digits, villages 12), for as long as it is called so."""

    code = models.CharField(_("region code"), max_length=12)
    name = models.CharField(_("name"), max_length=80)
    name_en = models.CharField(_("English name"), max_length=120, blank=True)
    level = models.CharField(_("level"), max_length=12, choices=RegionLevel.choices)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("part of")
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    successor = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name=_("successor"),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    is_verified = models.BooleanField(_("checked against the source"), default=True)

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        ordering = ("code",)
        constraints: ClassVar = [models.UniqueConstraint(fields=["code", "name"], name="region_code_name")]

    def __str__(self) -> str:
        return _in_language(self.name, self.name_en)


class Organisation(models.Model):
    """One legal body whatever it is called over time; `name` is its current name."""

    uscc = models.CharField(
        _("unified social credit code"), max_length=18, null=True, blank=True, unique=True
    )
    name = models.CharField(_("name"), max_length=200)
    name_en = models.CharField(_("English name"), max_length=200, blank=True)
    kind = models.CharField(_("kind of organisation"), max_length=16, choices=OrganisationKind.choices)
    town = models.ForeignKey(
        Region,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="organisations",
        verbose_name=_("town or street"),
    )
    family = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="members", verbose_name=_("belongs to")
    )
    industry = models.CharField(_("industry code"), max_length=5, blank=True)
    industry_edition = models.CharField(_("edition of the industry standard"), max_length=16, blank=True)
    founded_on = models.DateField(_("founded on"), null=True, blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)
    is_demo = models.BooleanField(_("demonstration data"), default=False)

    searched: ClassVar = ("name", "name_en", "uscc")

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ("name",)
        indexes: ClassVar = [  # one for each order of the register; what is not indexed cannot order a long list
            models.Index(fields=[name, "id"], name=f"organisation_{name}")
            for name in (
                "name",
                "uscc",
                "name_en",
                "kind",
                "industry",
                "founded_on",
                "address",
                "is_demo",
            )
        ]

    def __str__(self) -> str:
        return self.name


class OrganisationName(models.Model):
    """What an organisation was called, and from when to when."""

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="names", verbose_name=_("organisation")
    )
    name = models.CharField(_("name"), max_length=200, db_index=True)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)

    searched: ClassVar = ("name",)

    class Meta:
        verbose_name = _("organisation name")
        verbose_name_plural = _("organisation names")
        ordering = ("organisation", F("valid_from").desc(nulls_last=True))

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """A person the bureau deals with; no resident id unless the person is paid as an expert."""

    name = models.CharField(_("person's name"), max_length=80)
    title = models.CharField(_("professional title"), max_length=80, blank=True)
    telephone = models.CharField(_("telephone"), max_length=32, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    is_demo = models.BooleanField(_("demonstration data"), default=False)

    searched: ClassVar = ("name", "title")

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ("name", "pk")
        indexes: ClassVar = [  # one for each order of the register; what is not indexed cannot order a long list
            models.Index(fields=[name, "id"], name=f"person_{name}")
            for name in (
                "name",
                "title",
                "is_demo",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Employment(models.Model):
    """Who worked where, from when to when."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="employments", verbose_name=_("person"))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="employments", verbose_name=_("organisation")
    )
    position = models.CharField(_("position"), max_length=80, blank=True)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)

    class Meta:
        verbose_name = _("employment")
        verbose_name_plural = _("employments")

    def __str__(self) -> str:
        return f"{self.person} · {self.organisation}"


class Section(models.Model):
    """A section of the bureau."""

    code = models.SlugField(_("code"), unique=True)
    name = models.CharField(_("name"), max_length=80)
    name_en = models.CharField(_("English name"), max_length=120, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ("order", "code")

    def __str__(self) -> str:
        return _in_language(self.name, self.name_en)


class Account(AbstractUser):
    """Who signs in. What they may do hangs on their assignments, never on Django's staff or superuser flags."""

    display_name = models.CharField(_("displayed name"), max_length=80, blank=True)
    person = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="accounts", verbose_name=_("person")
    )
    external_id = models.CharField(
        _("identifier in the government login"), max_length=200, null=True, blank=True, unique=True
    )
    must_change_password = models.BooleanField(_("must change the password"), default=False)
    is_demo = models.BooleanField(_("demonstration data"), default=False)

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")

    def __str__(self) -> str:
        return self.display_name or self.username


class Assignment(models.Model):
    """A role held by an account: where, and from when to when."""

    account = models.ForeignKey(
        Account, models.CASCADE, related_name="assignments", verbose_name=_("account")
    )
    role = models.CharField(_("role"), max_length=16, choices=Role.choices)
    section = models.ForeignKey(Section, models.PROTECT, null=True, blank=True, verbose_name=_("section"))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, verbose_name=_("organisation")
    )
    town = models.ForeignKey(Region, models.PROTECT, null=True, blank=True, verbose_name=_("town or street"))
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(role=Role.CITIZEN), name="assignment_citizen_has_no_account"),
        ]

    def __str__(self) -> str:
        return f"{self.account} · {self.get_role_display()}"


class CalendarDay(models.Model):
    """What a day is, by which notice; a day without a row is not known yet."""

    day = models.DateField(_("day"), primary_key=True)
    kind = models.CharField(_("kind of day"), max_length=8, choices=DayKind.choices)
    name = models.CharField(_("name"), max_length=40, blank=True)
    source = models.CharField(_("source"), max_length=200)
    version = models.PositiveIntegerField(_("version"), default=0, db_index=True)

    class Meta:
        verbose_name = _("calendar day")
        verbose_name_plural = _("calendar days")
        ordering = ("day",)

    def __str__(self) -> str:
        return f"{self.day} {self.get_kind_display()}"


class DatedRule(models.Model):
    """A limit as a rule with jurisdiction, validity and source: a 2013 case follows the 2013 row."""

    rule = models.CharField(_("rule"), max_length=80, db_index=True)
    label = models.CharField(_("label"), max_length=200)
    label_en = models.CharField(_("English label"), max_length=200, blank=True)
    jurisdiction = models.CharField(_("jurisdiction"), max_length=12, default="000000")
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    value = models.IntegerField(_("value"))
    unit = models.CharField(_("unit"), max_length=8, choices=LimitUnit.choices)
    source = models.CharField(_("source"), max_length=300)
    is_verified = models.BooleanField(_("checked against the source"), default=False)

    class Meta:
        verbose_name = _("dated rule")
        verbose_name_plural = _("dated rules")
        ordering = ("rule", "jurisdiction", F("valid_from").asc(nulls_first=True))

    def __str__(self) -> str:
        return f"{self.words}: {self.value} {self.get_unit_display()}"

    @property
    def words(self) -> str:
        """The label in the reader's language."""
        return _in_language(self.label, self.label_en)


class SignIn(models.Model):
    """An attempt to sign in, or a sign-out. Never a password; an unknown name is hashed, for it may be one."""

    at = models.DateTimeField(_("time"))
    account = models.ForeignKey(
        Account, models.SET_NULL, null=True, blank=True, related_name="sign_ins", verbose_name=_("account")
    )
    name_key = models.CharField(_("keyed hash of the name typed"), max_length=64, blank=True)
    outcome = models.CharField(_("outcome"), max_length=12, choices=SignInOutcome.choices)
    address = models.GenericIPAddressField(_("network address"), null=True, blank=True)

    class Meta:
        verbose_name = _("sign-in")
        verbose_name_plural = _("sign-ins")
        ordering = ("-at", "-pk")
        indexes: ClassVar = [
            models.Index(fields=["at", "id"], name="sign_in_at"),
            models.Index(fields=["outcome", "id"], name="sign_in_outcome"),
            models.Index(fields=["address", "id"], name="sign_in_from"),
            models.Index(fields=["name_key", "at"], name="sign_in_name"),
            models.Index(fields=["address", "at"], name="sign_in_address"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.get_outcome_display()}"
