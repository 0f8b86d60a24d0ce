"""What can be asked of projects and subsidies; every question starts from what the reader may see."""

from typing import Any

from django.db.models import Q, QuerySet, Sum

from jingwei.projects.access import published, visible
from jingwei.projects.models import Project, Subsidy
from jingwei.registry.models import Organisation, Region

PROJECT = ("programme", "undertaker", "leader", "town", "section")
SUBSIDY = ("organisation", "project__programme", "section")


def projects(user: object) -> QuerySet[Project]:
    """The projects of the reader's own register."""
    return visible(user, Project.objects.select_related(*PROJECT))


def public_projects() -> QuerySet[Project]:
    """The projects everybody may read about."""
    return published(Project.objects.select_related("programme", "undertaker", "town"))


def openable_projects(user: object) -> QuerySet[Project]:
    """Projects whose page the reader may open: one's own in full, the published ones in their public fields."""
    own, open_to_all = visible(user, Project.objects.all()), published(Project.objects.all())
    rows = Project.objects.filter(Q(pk__in=own.values("pk")) | Q(pk__in=open_to_all.values("pk")))
    return rows.select_related(*PROJECT)


def subsidies(user: object) -> QuerySet[Subsidy]:
    """The subsidies of the reader's own register."""
    return visible(user, Subsidy.objects.select_related(*SUBSIDY))


def openable_subsidies(user: object) -> QuerySet[Subsidy]:
    """Subsidies whose page the reader may open; as `openable_projects`."""
    own, open_to_all = visible(user, Subsidy.objects.all()), published(Subsidy.objects.all())
    rows = Subsidy.objects.filter(Q(pk__in=own.values("pk")) | Q(pk__in=open_to_all.values("pk")))
    return rows.select_related(*SUBSIDY)


def projects_of(user: object, organisation: Organisation) -> QuerySet[Project]:
    """The projects an organisation undertakes, among those of the reader."""
    return projects(user).filter(undertaker=organisation).order_by("-listed_on", "number")


def subsidies_of(user: object, organisation: Organisation) -> QuerySet[Subsidy]:
    """The subsidies an organisation received, among those of the reader."""
    return subsidies(user).filter(organisation=organisation).order_by("-received_on", "pk")


def projects_in(user: object, town: Region) -> QuerySet[Project]:
    """The projects of a town or street, among those of the reader."""
    return projects(user).filter(town=town).order_by("-listed_on", "number")


def total(rows: QuerySet[Any], field: str) -> int:
    """The sum of an amount over rows, in fen."""
    return int(rows.order_by().aggregate(sum=Sum(field))["sum"] or 0)
