"""Verbs on projects: add, change, close, reopen."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text
from jingwei.projects.access import may
from jingwei.projects.actions.facts import project_facts
from jingwei.projects.models import Project
from jingwei.projects.rules import ProjectFacts, faults
from jingwei.projects.terms import ProjectStatus
from jingwei.registry.acting import changes_between, demand, note, snapshot_of
from jingwei.registry.actions.employees import employees
from jingwei.registry.models import Account

# the end of a project has verbs of its own, with its date
EDITABLE = (
    "number",
    "name",
    "programme",
    "undertaker",
    "leader",
    "town",
    "section",
    "listed_on",
    "starts_on",
    "ends_on",
    "budget_fen",
    "grant_fen",
    "document",
)
WRONG: Mapping[str, Text] = {
    "grant_fen": Text("财政资助不能为负数。", "The grant cannot be negative."),
    "budget_fen": Text("总经费不能少于财政资助。", "The total budget cannot be less than the grant."),
    "ends_on": Text("终止日期早于起始日期。", "The term ends before it begins."),
    "closed_on": Text(
        "结题日期须与状态一致：在研项目不填，其他状态必填，且不早于立项日期。",
        "The closing date must fit the status: none while running, otherwise given and not before the listing.",
    ),
}


def wrong_fields(project: Project) -> Mapping[str, Text]:
    """What contradicts itself in a project, by field."""
    facts = ProjectFacts(
        project.listed_on,
        project.starts_on,
        project.ends_on,
        project.budget_fen,
        project.grant_fen,
        project.status,
        project.closed_on,
    )
    return {field: WRONG[field] for field in sorted(faults(facts))}


@transaction.atomic
def add_project(*, by: Account, values: Mapping[str, Any], leader_name: str = "") -> Project:
    """Take a listed project into the register; gives it. `leader_name`: an employee of the undertaker, added if new.

    Raises PermissionDenied, and InputError for what contradicts itself or a number that is there already.
    """
    demand(may(by, "add", Project), _("You may not add projects."))
    project = Project(**_editable(values))
    project.town = project.town or project.undertaker.town
    _lead(by, project, leader_name)
    _check(project)
    project.save()
    _note(by, "added", project, changes_between(None, snapshot_of(project)))
    return project


@transaction.atomic
def change_project(
    *, by: Account, project: Project, values: Mapping[str, Any], leader_name: str | None = None
) -> Project:
    """Change fields of a project; nothing is written where nothing changes. `leader_name` "" takes the leader away.

    Raises PermissionDenied and InputError as `add_project`.
    """
    demand(may(by, "change", project), _("You may not change this project."))
    current, before = _held(project)
    for field, value in _editable(values).items():
        setattr(current, field, value)
    if leader_name is not None:
        _lead(by, current, leader_name)
    _keep(by, "changed", current, before)
    return current


@transaction.atomic
def close_project(*, by: Account, project: Project, status: str, on: date) -> Project:
    """End a running project on the day `on`: accepted, closed, terminated or revoked; gives it.

    Raises PermissionDenied, and InputError when it does not run or `on` lies before its listing.
    """
    demand(may(by, "close", project), _("You may not close this project."))
    current, before = _held(project)
    if current.status != ProjectStatus.RUNNING or status == ProjectStatus.RUNNING:
        raise InputError(Text("只有在研项目可以结题。", "Only a running project can be closed."))
    current.status, current.closed_on = ProjectStatus(status), on
    _keep(by, "closed", current, before)
    return current


@transaction.atomic
def reopen_project(*, by: Account, project: Project) -> Project:
    """Take back the end of a project that was entered by mistake; gives it, running again."""
    demand(may(by, "reopen", project), _("You may not reopen this project."))
    current, before = _held(project)
    if current.status == ProjectStatus.RUNNING:
        raise InputError(Text("该项目本来就在研。", "The project is running already."))
    current.status, current.closed_on = ProjectStatus.RUNNING, None
    _keep(by, "reopened", current, before)
    return current


def _editable(values: Mapping[str, Any]) -> dict[str, Any]:
    return {field: value for field, value in values.items() if field in EDITABLE}


def _held(project: Project) -> tuple[Project, Mapping[str, Any]]:
    """The project as stored, held against other writers, and its fields as they are now."""
    current = Project.objects.select_for_update().get(pk=project.pk)
    return current, snapshot_of(current)


def _lead(by: Account, project: Project, name: str) -> None:
    if not name:
        project.leader = None
        return
    people = employees(by=by, wanted=[(project.undertaker, name)])
    project.leader = people[(project.undertaker.pk, name)]


def _check(project: Project) -> None:
    for text in wrong_fields(project).values():
        raise InputError(text)
    if Project.objects.filter(number=project.number).exclude(pk=project.pk).exists():
        raise InputError(
            Text(
                f"项目编号{project.number}已经登记。",
                f"The project number {project.number} is registered already.",
            )
        )


def _keep(by: Account, verb: str, project: Project, before: Mapping[str, Any]) -> None:
    _check(project)
    changes = changes_between(before, snapshot_of(project))
    if changes:
        project.save()
        _note(by, verb, project, changes)


def _note(by: Account, verb: str, project: Project, changes: Mapping[str, tuple[Any, Any]]) -> None:
    note(
        by=by,
        kind=f"projects.project.{verb}",
        record=project,
        changes=changes,
        facts=project_facts(project),
    )
