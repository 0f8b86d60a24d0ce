"""Rows of a ledger of subsidies: what they would change, and keeping them."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from jingwei.documents.shapes import Fault, Resolution, Values
from jingwei.kernel.text import Text
from jingwei.projects.access import may
from jingwei.projects.actions.facts import subsidy_facts
from jingwei.projects.models import Project, Subsidy
from jingwei.registry.acting import demand
from jingwei.registry.actions.importing import Plan, RegisterRows
from jingwei.registry.models import Account
from jingwei.registry.queries.batches import among


class SubsidyRows(RegisterRows[Subsidy]):
    """Rows of subsidies, told apart by document, recipient, project and purpose."""

    model, facts = Subsidy, staticmethod(subsidy_facts)
    plain = ("level", "received_on", "amount_fen")
    compared = plain

    def __init__(self, rows: Sequence[Values]) -> None:
        super().__init__(rows)
        numbers = {row["project"] for row in rows if row.get("project")}
        self.projects = {one.number: one for one in among(Project.objects.all(), "number", numbers)}
        subsidies = Subsidy.objects.select_related("project", "organisation")
        self.stored = {
            (
                one.document,
                f"#{one.organisation_id}",
                one.project.number if one.project else "",
                one.purpose,
            ): one
            for one in among(subsidies, "document", (row["document"] for row in rows))
        }

    def plan(self, row: Values) -> Plan[Subsidy]:
        """The payment the row tells of; a project it names must be registered."""
        party = self.parties.find(row)
        number, purpose = row.get("project") or "", row.get("purpose") or ""
        project = self.projects.get(number)
        old = self.stored.get((row["document"], party.key, number, purpose))
        new = self.draft(row, old, document=row["document"], purpose=purpose, project=project)
        missing = [_no_project(number)] if number and project is None else []
        return Plan(row, party, old, new, (*party.faults, *missing))


def resolve_subsidies(rows: Sequence[Values]) -> list[Resolution]:
    """How each row meets the register; reads only."""
    return SubsidyRows(rows).resolutions()


@transaction.atomic
def store_subsidies(*, by: Account, rows: Sequence[Values]) -> tuple[int, int]:
    """Keep rows that were resolved before; gives how many subsidies were added and changed. One log entry each."""
    demand(may(by, "import", Subsidy), _("You may not import subsidies."))
    return SubsidyRows(rows).keep(by)


def _no_project(number: str) -> Fault:
    text = Text(f"台账中没有编号为{number}的项目。", f"No project {number} is registered.")
    remedy = Text("请先导入项目，或把该列留空。", "Import the projects first, or leave the cell empty.")
    return Fault("E-PROJECT", text, column="project", value=number, remedy=remedy)
