"""Filters of the registers of titles."""

from collections.abc import Sequence

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from jingwei.registry.models import Region, Section
from jingwei.registry.queries.day import day_in_hand
from jingwei.registry.terms import Level, RegionLevel
from jingwei.titles.models import Title, TitleType
from jingwei.titles.queries import due, in_status
from jingwei.titles.terms import AwardClass, TitleCategory, TitleStatus
from jingwei.ui.register import Choices, Days, Records, RegisterFilter, Search, YesNo

MONTHS = [("3", _("3 months")), ("6", _("6 months")), ("12", _("12 months")), ("24", _("24 months"))]


def _types(_request: object) -> QuerySet[TitleType]:
    return TitleType.objects.all()


def _public_types(_request: object) -> QuerySet[TitleType]:
    return TitleType.objects.filter(is_confidential=False)


def _towns(_request: object) -> QuerySet[Region]:
    return Region.objects.filter(level=RegionLevel.TOWN).order_by("order", "code")


def _sections(_request: object) -> QuerySet[Section]:
    return Section.objects.all()


class PublicTitleFilter(RegisterFilter):
    """By words, date, category, type, level, class, town, status today."""

    q = Search(fields=("type__name", "organisation__name", "subject"))
    granted_on = Days(label=_("granted on"))
    category = Choices(field_name="type__category", choices=TitleCategory.choices, label=_("category"))
    type = Records(queryset=_public_types, to_field_name="code", label=_("type of title"))
    level = Choices(field_name="type__level", choices=Level.choices, label=_("level"))
    award_class = Choices(choices=AwardClass.choices, label=_("class"))
    town = Records(queryset=_towns, to_field_name="code", label=_("town or street"))
    status = Choices(choices=TitleStatus.choices, label=_("status"), method="standing")

    def standing(self, rows: QuerySet[Title], name: str, value: Sequence[str]) -> QuerySet[Title]:
        """Titles whose status today is any of the ticked ones."""
        found = rows.none()
        for status in value:
            found = found | in_status(rows, status, day_in_hand())
        return found if value else rows


class TitleFilter(PublicTitleFilter):
    """The same, and by persons, numbers, expiry and section."""

    q = Search(fields=("type__name", "organisation__name", "person__name", "number", "subject"))
    type = Records(queryset=_types, to_field_name="code", label=_("type of title"))
    valid_until = Days(label=_("valid until"))
    is_renewal = django_filters.ChoiceFilter(
        choices=[("1", _("yes")), ("0", _("no"))],
        empty_label=None,
        widget=forms.RadioSelect,
        label=_("renewal"),
        method="renewal",
    )
    section = Records(queryset=_sections, to_field_name="code", label=_("section in charge"))
    is_demo = YesNo(label=_("demonstration data"))

    def renewal(self, rows: QuerySet[Title], name: str, value: str) -> QuerySet[Title]:
        """Renewals, or first conferments."""
        return rows.filter(renews__isnull=value == "0")


class DueFilter(RegisterFilter):
    """By words, type, town, and how soon."""

    q = Search(fields=("type__name", "organisation__name", "number"))
    within = django_filters.ChoiceFilter(
        choices=MONTHS, empty_label=None, widget=forms.RadioSelect, label=_("expires within"), method="soon"
    )
    type = Records(queryset=_types, to_field_name="code", label=_("type of title"))
    town = Records(queryset=_towns, to_field_name="code", label=_("town or street"))

    def soon(self, rows: QuerySet[Title], name: str, value: str) -> QuerySet[Title]:
        """Those that expire within so many months from today."""
        return due(rows, day_in_hand(), int(value)) if value else rows
