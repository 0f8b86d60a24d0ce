"""Rows of a ledger of subsidies: what they would change, and keeping them."""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jingwei.documents.shapes import Fault, Outcome, Resolution
from jingwei.kernel.amounts import format_amount
from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text
from jingwei.projects.access import may
from jingwei.projects.actions.facts import subsidy_facts
from jingwei.projects.models import Project, Subsidy
from jingwei.registry.acting import Noted, changes_between, demand, note_many, snapshot_of
from jingwei.registry.models import Account
from jingwei.registry.parties import Parties, Party, settle
from jingwei.registry.terms import Level
from jingwei.registry.wording import both

Values = Mapping[str, Any]
Identity = tuple[str, str, str, str]
PLAIN = ("level", "received_on", "amount_fen")
BATCH = 500


@dataclass
class Plan:
    """One row against the register: the subsidy as stored and as it would be, and what stands in the way."""

    values: Values
    party: Party
    old: Subsidy | None
    new: Subsidy
    faults: tuple[Fault, ...]

    @property
    def changes(self) -> dict[str, tuple[str, str]]:
        """Column → (stored, in the file), as texts, for a subsidy that is there already."""
        if self.old is None:
            return {}
        pairs = {key: (_shown(self.old, key), _shown(self.new, key)) for key in PLAIN}
        return {key: (old, new) for key, (old, new) in pairs.items() if old != new}

    def resolution(self) -> Resolution:
        """What storing the row would do."""
        if any(fault.severity == "error" for fault in self.faults):
            return Resolution(Outcome.REFUSE, {}, self.faults)
        if self.old is None:
            return Resolution(Outcome.ADD, {}, self.faults)
        changes = self.changes
        return Resolution(Outcome.CHANGE if changes else Outcome.SAME, changes, self.faults)


def resolve_subsidies(rows: Sequence[Values]) -> list[Resolution]:
    """How each row meets the register; reads only."""
    return [plan.resolution() for plan in _plans(rows)]


@transaction.atomic
def store_subsidies(*, by: Account, rows: Sequence[Values]) -> tuple[int, int]:
    """Keep rows that were resolved before; gives how many subsidies were added and changed. One log entry each."""
    demand(may(by, "import", Subsidy), _("You may not import subsidies."))
    plans = _plans(rows)
    for plan in plans:
        error = next((fault for fault in plan.faults if fault.severity == "error"), None)
        if error:
            raise InputError(error.text)
    open_plans = [plan for plan in plans if plan.old is None or plan.changes]
    organisations = settle(by=by, parties=[plan.party for plan in open_plans], on=timezone.localdate())
    for plan in open_plans:
        plan.new.organisation = organisations[plan.party.key]
    added = [plan.new for plan in open_plans if plan.old is None]
    Subsidy.objects.bulk_create(added, batch_size=BATCH)
    for plan in open_plans:
        if plan.old is not None:
            plan.new.save()
    note_many(by=by, acts=[_noted(plan) for plan in open_plans])
    return len(added), len(open_plans) - len(added)


def _plans(rows: Sequence[Values]) -> list[Plan]:
    parties = Parties(rows)
    projects = _projects({row["project"] for row in rows if row.get("project")})
    stored = _stored({row["document"] for row in rows})
    return [_plan(row, parties.find(row), projects, stored) for row in rows]


def _projects(numbers: set[str]) -> dict[str, Project]:
    found: dict[str, Project] = {}
    ordered = sorted(numbers)
    for start in range(0, len(ordered), BATCH):
        found |= {
            one.number: one for one in Project.objects.filter(number__in=ordered[start : start + BATCH])
        }
    return found


def _stored(documents: set[str]) -> dict[Identity, Subsidy]:
    rows = Subsidy.objects.filter(document__in=documents).select_related("project", "organisation")
    return {
        (one.document, f"#{one.organisation_id}", one.project.number if one.project else "", one.purpose): one
        for one in rows
    }


def _plan(
    row: Values, party: Party, projects: Mapping[str, Project], stored: Mapping[Identity, Subsidy]
) -> Plan:
    number, purpose = row.get("project") or "", row.get("purpose") or ""
    old = stored.get((row["document"], party.key, number, purpose))
    project = projects.get(number)
    new = copy(old) if old else Subsidy(document=row["document"], purpose=purpose, project=project)
    for key in PLAIN:
        setattr(new, key, row[key])
    faults = party.faults
    if number and project is None:
        text = Text(f"台账中没有编号为{number}的项目。", f"No project {number} is registered.")
        remedy = Text("请先导入项目，或把该列留空。", "Import the projects first, or leave the cell empty.")
        faults = (*faults, Fault("E-PROJECT", text, column="project", value=number, remedy=remedy))
    return Plan(row, party, old, new, faults)


def _noted(plan: Plan) -> Noted:
    before = snapshot_of(plan.old) if plan.old else None
    verb = "changed" if plan.old else "imported"
    changes = changes_between(before, snapshot_of(plan.new))
    return Noted(f"projects.subsidy.{verb}", plan.new, changes, subsidy_facts(plan.new))


def _shown(subsidy: Subsidy, key: str) -> str:
    """A value as the preview shows it; the same in every language, for what was previewed is compared when stored."""
    value = getattr(subsidy, key)
    if key == "amount_fen":
        return format_amount(value)
    return both(Level(value).label).zh if key == "level" else str(value)
