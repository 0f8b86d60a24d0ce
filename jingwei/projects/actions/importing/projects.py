"""Rows of a ledger of projects: what they would change, and keeping them."""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jingwei.documents.shapes import Fault, Outcome, Resolution
from jingwei.kernel.amounts import format_amount
from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text
from jingwei.projects.access import may
from jingwei.projects.actions.facts import project_facts
from jingwei.projects.actions.projects import wrong_fields
from jingwei.projects.models import Programme, Project
from jingwei.projects.rules import read_term
from jingwei.projects.terms import ProjectStatus
from jingwei.registry.acting import Noted, changes_between, demand, note_many, snapshot_of
from jingwei.registry.actions.employees import employees
from jingwei.registry.models import Account, Region
from jingwei.registry.parties import Parties, Party, settle
from jingwei.registry.wording import both

Values = Mapping[str, Any]
PLAIN = (
    "name",
    "listed_on",
    "starts_on",
    "ends_on",
    "budget_fen",
    "grant_fen",
    "status",
    "closed_on",
    "document",
)
TERM = Text(
    "看不懂起止时间，应如“2013.01-2014.12”。", "The term cannot be read; write it as 2013.01-2014.12."
)
RELATED = ("programme", "undertaker", "leader", "town")
BATCH = 500


@dataclass
class Plan:
    """One row against the register: the project as stored and as it would be, and what stands in the way."""

    values: Values
    party: Party
    old: Project | None
    new: Project
    faults: list[Fault] = field(default_factory=list)

    @property
    def changes(self) -> dict[str, tuple[Any, Any]]:
        """Column → (stored, in the file), as texts, for a project that is there already."""
        if self.old is None:
            return {}
        pairs = {key: (_shown(self.old, key), _shown(self.new, key)) for key in ("programme", "town", *PLAIN)}
        called = self.values.get("leader")
        if called:
            pairs["leader"] = (self.old.leader.name if self.old.leader else "", called)
        if self.party.key != f"#{self.old.undertaker_id}":
            pairs["organisation"] = (self.old.undertaker.name, self.party.name)
        return {key: (old, new) for key, (old, new) in pairs.items() if old != new}

    def resolution(self) -> Resolution:
        """What storing the row would do."""
        if any(fault.severity == "error" for fault in self.faults):
            return Resolution(Outcome.REFUSE, {}, tuple(self.faults))
        if self.old is None:
            return Resolution(Outcome.ADD, {}, tuple(self.faults))
        changes = self.changes
        return Resolution(Outcome.CHANGE if changes else Outcome.SAME, changes, tuple(self.faults))


def resolve_projects(rows: Sequence[Values]) -> list[Resolution]:
    """How each row meets the register; reads only."""
    return [plan.resolution() for plan in _plans(rows)]


@transaction.atomic
def store_projects(*, by: Account, rows: Sequence[Values]) -> tuple[int, int]:
    """Keep rows that were resolved before; gives how many projects were added and changed. One log entry each.

    Raises PermissionDenied, and InputError for a row that could not be kept after all.
    """
    demand(may(by, "import", Project), _("You may not import projects."))
    plans = _plans(rows)
    for plan in plans:
        error = next((fault for fault in plan.faults if fault.severity == "error"), None)
        if error:
            raise InputError(error.text)
    open_plans = [plan for plan in plans if plan.old is None or plan.changes]
    _complete(by, open_plans)
    added = [plan.new for plan in open_plans if plan.old is None]
    Project.objects.bulk_create(added, batch_size=BATCH)
    for plan in open_plans:
        if plan.old is not None:
            plan.new.save()
    note_many(by=by, acts=[_noted(plan) for plan in open_plans])
    return len(added), len(open_plans) - len(added)


def _plans(rows: Sequence[Values]) -> list[Plan]:
    parties = Parties(rows)
    programmes = {one.code: one for one in Programme.objects.all()}
    towns = {
        str(one.pk): one
        for one in Region.objects.filter(pk__in={row["town"] for row in rows if row.get("town")})
    }
    stored = _stored({row["number"] for row in rows})
    return [_plan(row, parties.find(row), stored.get(row["number"]), programmes, towns) for row in rows]


def _stored(numbers: set[str]) -> dict[str, Project]:
    found: dict[str, Project] = {}
    ordered = sorted(numbers)
    for start in range(0, len(ordered), BATCH):
        rows = Project.objects.filter(number__in=ordered[start : start + BATCH])
        found |= {one.number: one for one in rows.select_related(*RELATED)}
    return found


def _plan(
    row: Values,
    party: Party,
    old: Project | None,
    programmes: Mapping[str, Programme],
    towns: Mapping[str, Region],
) -> Plan:
    new = copy(old) if old else Project(number=row["number"])
    faults = list(party.faults)
    for key, value in {**row, **_term(row, faults)}.items():
        if key in PLAIN and value is not None:
            setattr(new, key, value)
    new.programme = programmes[row["programme"]]
    if row.get("town"):
        new.town = towns[row["town"]]
    if party.organisation:
        new.undertaker = party.organisation
        new.town = new.town or party.organisation.town
    faults += [
        Fault("E-PROJECT", text, column=key, value=str(row.get(key) or ""))
        for key, text in wrong_fields(new).items()
    ]
    return Plan(row, party, old, new, faults)


def _term(row: Values, faults: list[Fault]) -> dict[str, date]:
    """First and last day out of the one cell that holds both; the two columns of their own go before."""
    text = row.get("term")
    if not text:
        return {}
    term = read_term(text)
    if term is None:
        faults.append(Fault("E-TERM", TERM, column="term", value=text))
        return {}
    return {key: day for key, day in zip(("starts_on", "ends_on"), term, strict=True) if not row.get(key)}


def _complete(by: Account, plans: Sequence[Plan]) -> None:
    """Add the organisations and people that are new, and put them into the projects."""
    organisations = settle(by=by, parties=[plan.party for plan in plans], on=timezone.localdate())
    for plan in plans:
        plan.new.undertaker = organisations[plan.party.key]
    wanted = [(plan.new.undertaker, plan.values["leader"]) for plan in plans if plan.values.get("leader")]
    people = employees(by=by, wanted=wanted)
    for plan in plans:
        called = plan.values.get("leader")
        if called:
            plan.new.leader = people[(plan.new.undertaker.pk, called)]


def _noted(plan: Plan) -> Noted:
    before = snapshot_of(plan.old) if plan.old else None
    verb = "changed" if plan.old else "imported"
    changes = changes_between(before, snapshot_of(plan.new))
    return Noted(f"projects.project.{verb}", plan.new, changes, project_facts(plan.new))


def _shown(project: Project, key: str) -> str:
    """A value as the preview shows it; the same in every language, for what was previewed is compared when stored."""
    value = getattr(project, key)
    if value is None:
        return ""
    if key.endswith("_fen"):
        return format_amount(value)
    if key == "status":
        return both(ProjectStatus(value).label).zh
    return str(getattr(value, "name", value))
