"""Filters of the registry's lists."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from jingwei.registry.access import in_force, today
from jingwei.registry.models import Assignment, Region
from jingwei.registry.terms import ACCOUNTS, LimitUnit, OrganisationKind, RegionLevel, Role, SignInOutcome
from jingwei.ui.register import Choices, Days, Records, RegisterFilter, Search, YesNo


def towns(_request: object) -> QuerySet[Region]:
    """Towns and streets in the order of the place."""
    return Region.objects.filter(level=RegionLevel.TOWN).order_by("order", "code")


class OrganisationFilter(RegisterFilter):
    """By words (former names count), kind, town, industry and founding."""

    q = Search(fields=("name", "name_en", "uscc", "names__name"))
    kind = Choices(choices=OrganisationKind.choices, label=_("kind of organisation"))
    town = Records(queryset=towns, label=_("town or street"))
    founded_on = Days(label=_("founded on"))
    is_demo = YesNo(label=_("demonstration data"))


class PersonFilter(RegisterFilter):
    """By words."""

    q = Search(fields=("name", "title"))
    is_demo = YesNo(label=_("demonstration data"))


class AccountFilter(RegisterFilter):
    """By words, role held today, and whether open."""

    q = Search(fields=("username", "display_name"))
    role = Choices(
        choices=[(value, label) for value, label in Role.choices if value in ACCOUNTS],
        label=_("role"),
        method="holding",
    )
    is_active = YesNo(label=_("open"))

    def holding(self, rows: QuerySet[Any], name: str, value: list[str]) -> QuerySet[Any]:
        """Whoever holds any of these roles today."""
        if not value:
            return rows
        held = Assignment.objects.filter(in_force(today()), role__in=value)
        return rows.filter(pk__in=held.values("account"))


class RuleFilter(RegisterFilter):
    """By words, the day on which a rule holds, unit, and whether it was checked."""

    q = Search(fields=("label", "label_en", "rule", "source"))
    on = django_filters.DateFilter(
        label=_("in force on"), method="holding", widget=forms.DateInput(attrs={"type": "date"})
    )
    unit = Choices(choices=LimitUnit.choices, label=_("unit"))
    is_verified = YesNo(label=_("checked against the source"))

    def holding(self, rows: QuerySet[Any], name: str, value: Any) -> QuerySet[Any]:
        """Rules in force on a day."""
        return rows.filter(in_force(value)) if value else rows


class SignInFilter(RegisterFilter):
    """By account, outcome, address and time."""

    q = Search(fields=("account__username", "account__display_name", "address"))
    outcome = Choices(choices=SignInOutcome.choices, label=_("outcome"))
    at = Days(label=_("time"))
