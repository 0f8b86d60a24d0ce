"""The demonstration year of projects and subsidies: real size, invented content, every record in the log."""

from collections.abc import Iterable
from datetime import date, datetime, time
from itertools import groupby
from random import Random

from django.db import transaction
from django.utils import timezone

from jingwei.projects.actions.facts import project_facts, subsidy_facts
from jingwei.projects.demo.making import Maker
from jingwei.projects.demo.money import subsidies
from jingwei.projects.models import Project, Subsidy
from jingwei.registry.acting import Noted, changes_between, note_many, snapshot_of
from jingwei.registry.models import Organisation
from jingwei.registry.terms import OrganisationKind

OPENING_TIME = time(9)
Dated = tuple[date, Noted]


@transaction.atomic
def make_demo(random: Random) -> int:
    """Make the projects and subsidies of 2012 and 2013; gives how many, 0 when they exist.

    Needs the programmes of the pack and the demonstration enterprises of the registry.
    """
    if Project.objects.filter(is_demo=True).exists():
        return 0
    enterprises = list(
        Organisation.objects.filter(is_demo=True, kind=OrganisationKind.ENTERPRISE)
        .select_related("town")
        .order_by("pk")
    )
    projects = Project.objects.bulk_create(Maker(random, enterprises).projects())
    received = Subsidy.objects.bulk_create(subsidies(projects, enterprises))
    _note(_acts(projects, received))
    return len(projects) + len(received)


def _acts(projects: Iterable[Project], received: Iterable[Subsidy]) -> list[Dated]:
    acts: list[Dated] = []
    for project in projects:
        changes = changes_between(None, snapshot_of(project))
        acts.append(
            (project.listed_on, Noted("projects.project.added", project, changes, project_facts(project)))
        )
    for subsidy in received:
        changes = changes_between(None, snapshot_of(subsidy))
        acts.append(
            (subsidy.received_on, Noted("projects.subsidy.added", subsidy, changes, subsidy_facts(subsidy)))
        )
    return sorted(acts, key=lambda act: act[0])


def _note(acts: Iterable[Dated]) -> None:
    """One entry for each record, acted on its own day, appended now."""
    for day, group in groupby(acts, key=lambda act: act[0]):
        moment = timezone.make_aware(datetime.combine(day, OPENING_TIME))
        note_many(by=None, acts=[act for _, act in group], acted_at=moment)
