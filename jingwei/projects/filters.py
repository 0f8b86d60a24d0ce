"""Filters of the registers of projects and subsidies."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from jingwei.projects.models import Programme
from jingwei.projects.terms import ProgrammeFamily, ProjectStatus
from jingwei.registry.models import Region, Section
from jingwei.registry.terms import Level, RegionLevel
from jingwei.ui.register import Choices, Days, Records, RegisterFilter, Search, YesNo


def _programmes(_request: object) -> QuerySet[Programme]:
    return Programme.objects.all()


def _towns(_request: object) -> QuerySet[Region]:
    return Region.objects.filter(level=RegionLevel.TOWN).order_by("order", "code")


def _sections(_request: object) -> QuerySet[Section]:
    return Section.objects.all()


class PublicProjectFilter(RegisterFilter):
    """By words, date, programme, family, level, town, status."""

    q = Search(fields=("number", "name", "undertaker__name"))
    listed_on = Days(label=_("listed on"))
    family = Choices(
        field_name="programme__family", choices=ProgrammeFamily.choices, label=_("family of programmes")
    )
    programme = Records(queryset=_programmes, to_field_name="code", label=_("programme"))
    level = Choices(field_name="programme__level", choices=Level.choices, label=_("level"))
    town = Records(queryset=_towns, to_field_name="code", label=_("town or street"))
    status = Choices(choices=ProjectStatus.choices, label=_("status"))


class ProjectFilter(PublicProjectFilter):
    """The same, and by section and end of term."""

    ends_on = Days(label=_("term ends"))
    section = Records(queryset=_sections, to_field_name="code", label=_("section in charge"))
    is_demo = YesNo(label=_("demonstration data"))


class SubsidyFilter(RegisterFilter):
    """By words, date, level, programme."""

    q = Search(fields=("document", "organisation__name", "purpose", "project__number"))
    received_on = Days(label=_("money received on"))
    level = Choices(choices=Level.choices, label=_("level"))
    programme = Records(
        field_name="project__programme", queryset=_programmes, to_field_name="code", label=_("programme")
    )
    is_demo = YesNo(label=_("demonstration data"))
