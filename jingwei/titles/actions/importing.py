"""Rows of a ledger of titles: what they would change, and keeping them."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from jingwei.documents.shapes import Fault, Resolution, Values
from jingwei.kernel.text import Text
from jingwei.registry.acting import demand
from jingwei.registry.actions.importing import Pair, Plan, RegisterRows
from jingwei.registry.actions.parties import Party
from jingwei.registry.models import Account, Region
from jingwei.registry.queries.batches import among
from jingwei.registry.terms import RegionLevel
from jingwei.titles.access import may
from jingwei.titles.actions.facts import title_facts
from jingwei.titles.actions.titles import NEEDED, with_defaults, wrong_dates
from jingwei.titles.models import Title, TitleType
from jingwei.titles.terms import RecipientKind

RELATED = ("type", "organisation__town", "person", "region", "town", "renews")


class TitleRows(RegisterRows[Title]):
    """Rows of titles, told apart by type and certificate number."""

    model, facts = Title, staticmethod(title_facts)
    plain = (
        "subject",
        "award_class",
        "edition",
        "issuer",
        "document",
        "granted_on",
        "valid_until",
        "revoked_on",
    )
    compared = ("town", *plain)
    person = "person"

    def __init__(self, rows: Sequence[Values]) -> None:
        super().__init__(rows)
        self.types = {one.code: one for one in TitleType.objects.all()}
        numbers = {row["number"] for row in rows} | {row["renews"] for row in rows if row.get("renews")}
        titles = Title.objects.select_related(*RELATED)
        self.stored = {(one.type.code, one.number): one for one in among(titles, "number", numbers)}
        self.district = _district()

    def plan(self, row: Values) -> Plan[Title]:
        """The title of the row's type and number; who receives it follows from the type."""
        kind = self.types[row["type"]]
        old = self.stored.get((kind.code, row["number"]))
        new = self.draft(row, old, type=kind, number=row["number"])
        party, faults = self._recipient(row, new)
        faults += self._renewal(row, new)
        with_defaults(new)
        faults += [
            Fault("E-TITLE", text, column=key, value=str(row.get(key) or ""))
            for key, text in wrong_dates(new).items()
        ]
        return Plan(row, party, old, new, faults)

    def pairs(self, old: Title, plan: Plan[Title]) -> dict[str, Pair]:
        """As every register, and the certificate that is renewed."""
        pairs = super().pairs(old, plan)
        if plan.values.get("renews"):
            pairs["renews"] = (old.renews.number if old.renews else "", plan.values["renews"])
        return pairs

    def complete(self, by: Account, plans: Sequence[Plan[Title]]) -> None:
        """As every register; a title of a new organisation then lies in its town."""
        super().complete(by, plans)
        for plan in plans:
            with_defaults(plan.new)

    def _recipient(self, row: Values, new: Title) -> tuple[Party | None, list[Fault]]:
        """Who receives it, by the kind of the title; a person is found through the employer."""
        kind = new.type.recipient_kind
        if kind == RecipientKind.REGION:
            new.region = new.region or self.district
            return None, []
        if not row.get("organisation") and not row.get("uscc"):
            return None, [Fault("E-RECIPIENT", NEEDED[kind][1], column="organisation")]
        party = self.parties.find(row)
        faults = list(party.faults)
        new.organisation = party.organisation or new.organisation
        if kind == RecipientKind.PERSON and not row.get("person"):
            faults.append(Fault("E-RECIPIENT", NEEDED[kind][1], column="person"))
        return party, faults

    def _renewal(self, row: Values, new: Title) -> list[Fault]:
        number = row.get("renews")
        if not number:
            return []
        new.renews = self.stored.get((new.type.code, number))
        return [] if new.renews else [_nothing_to_renew(new.type, number)]


def resolve_titles(rows: Sequence[Values]) -> list[Resolution]:
    """How each row meets the register; reads only."""
    return TitleRows(rows).resolutions()


@transaction.atomic
def store_titles(*, by: Account, rows: Sequence[Values]) -> tuple[int, int]:
    """Keep rows that were resolved before; gives how many titles were added and changed. One log entry each.

    Raises PermissionDenied, and InputError for a row that could not be kept after all.
    """
    demand(may(by, "import", Title), _("You may not import titles."))
    return TitleRows(rows).keep(by)


def _district() -> Region | None:
    """The district the towns belong to: who receives what is conferred on a region."""
    town = (
        Region.objects.filter(level=RegionLevel.TOWN, valid_to=None)
        .select_related("parent")
        .order_by("code")
        .first()
    )
    return town.parent if town else None


def _nothing_to_renew(kind: TitleType, number: str) -> Fault:
    text = Text(
        f"台账中没有编号为{number}的“{kind.name}”证书，无法续认。",
        f"No certificate {number} of “{kind.name}” is registered that could be renewed.",
    )
    remedy = Text(
        "请先导入原证书，或把该列留空。", "Import the old certificate first, or leave the cell empty."
    )
    return Fault("E-RENEWS", text, column="renews", value=number, remedy=remedy)
