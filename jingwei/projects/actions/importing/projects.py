"""Rows of a ledger of projects: what they would change, and keeping them."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from jingwei.documents.shapes import Fault, Resolution, Values
from jingwei.kernel.text import Text
from jingwei.projects.access import may
from jingwei.projects.actions.facts import project_facts
from jingwei.projects.actions.projects import wrong_fields
from jingwei.projects.models import Programme, Project
from jingwei.projects.rules import read_term
from jingwei.registry.acting import demand
from jingwei.registry.actions.importing import Plan, RegisterRows
from jingwei.registry.models import Account
from jingwei.registry.queries.batches import among

TERM = Text(
    "看不懂起止时间，应如“2013.01-2014.12”。", "The term cannot be read; write it as 2013.01-2014.12."
)
RELATED = ("programme", "undertaker", "leader", "town")


class ProjectRows(RegisterRows[Project]):
    """Rows of projects, told apart by their number."""

    model, facts = Project, staticmethod(project_facts)
    plain = (
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
    compared = ("programme", "town", *plain)
    organisation, person = "undertaker", "leader"

    def __init__(self, rows: Sequence[Values]) -> None:
        super().__init__(rows)
        self.programmes = {one.code: one for one in Programme.objects.all()}
        projects = Project.objects.select_related(*RELATED)
        self.stored = {one.number: one for one in among(projects, "number", (row["number"] for row in rows))}

    def plan(self, row: Values) -> Plan[Project]:
        """The project of the row's number, listed under the row's programme, in the undertaker's town."""
        party, old = self.parties.find(row), self.stored.get(row["number"])
        term, faults = _term(row)
        new = self.draft({**row, **term}, old, number=row["number"])
        new.programme = self.programmes[row["programme"]]
        if party.organisation:
            new.undertaker = party.organisation
            new.town = new.town or party.organisation.town
        wrong = [
            Fault("E-PROJECT", text, column=key, value=str(row.get(key) or ""))
            for key, text in wrong_fields(new).items()
        ]
        return Plan(row, party, old, new, (*party.faults, *faults, *wrong))


def resolve_projects(rows: Sequence[Values]) -> list[Resolution]:
    """How each row meets the register; reads only."""
    return ProjectRows(rows).resolutions()


@transaction.atomic
def store_projects(*, by: Account, rows: Sequence[Values]) -> tuple[int, int]:
    """Keep rows that were resolved before; gives how many projects were added and changed. One log entry each.

    Raises PermissionDenied, and InputError for a row that could not be kept after all.
    """
    demand(may(by, "import", Project), _("You may not import projects."))
    return ProjectRows(rows).keep(by)


def _term(row: Values) -> tuple[dict[str, date], list[Fault]]:
    """First and last day out of the one cell that holds both; the two columns of their own go before."""
    text = row.get("term")
    if not text:
        return {}, []
    term = read_term(text)
    if term is None:
        return {}, [Fault("E-TERM", TERM, column="term", value=text)]
    days = zip(("starts_on", "ends_on"), term, strict=True)
    return {key: day for key, day in days if not row.get(key)}, []
