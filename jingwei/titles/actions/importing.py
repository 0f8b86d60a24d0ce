"""Rows of a ledger of titles: what they would change, and keeping them."""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jingwei.documents.shapes import Fault, Outcome, Resolution
from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text
from jingwei.registry.acting import Noted, changes_between, demand, note_many, snapshot_of
from jingwei.registry.actions.employees import employees
from jingwei.registry.models import Account, Region
from jingwei.registry.parties import Parties, Party, settle
from jingwei.registry.terms import RegionLevel
from jingwei.registry.wording import both
from jingwei.titles.access import may
from jingwei.titles.actions.facts import title_facts
from jingwei.titles.actions.titles import NEEDED, with_defaults, wrong_dates
from jingwei.titles.models import Title, TitleType
from jingwei.titles.terms import AwardClass, RecipientKind

Values = Mapping[str, Any]
Key = tuple[str, str]
PLAIN = (
    "subject",
    "award_class",
    "edition",
    "issuer",
    "document",
    "granted_on",
    "valid_until",
    "revoked_on",
)
RELATED = ("type", "organisation__town", "person", "region", "town", "renews")
NOBODY = Party(None, "", None)
BATCH = 500


@dataclass
class Plan:
    """One row against the register: the title as stored and as it would be, and what stands in the way."""

    values: Values
    party: Party
    old: Title | None
    new: Title
    faults: list[Fault] = field(default_factory=list)

    @property
    def changes(self) -> dict[str, tuple[Any, Any]]:
        """Column → (stored, in the file), as texts, for a title that is there already."""
        if self.old is None:
            return {}
        pairs = {key: (_shown(self.old, key), _shown(self.new, key)) for key in ("town", *PLAIN)}
        called = self.values.get("person")
        if called:
            pairs["person"] = (self.old.person.name if self.old.person else "", called)
        if self.party is not NOBODY and self.party.key != f"#{self.old.organisation_id}":
            pairs["organisation"] = (
                self.old.organisation.name if self.old.organisation else "",
                self.party.name,
            )
        renewed = self.values.get("renews")
        if renewed:
            pairs["renews"] = (self.old.renews.number if self.old.renews else "", renewed)
        return {key: (old, new) for key, (old, new) in pairs.items() if old != new}

    def resolution(self) -> Resolution:
        """What storing the row would do."""
        if any(fault.severity == "error" for fault in self.faults):
            return Resolution(Outcome.REFUSE, {}, tuple(self.faults))
        if self.old is None:
            return Resolution(Outcome.ADD, {}, tuple(self.faults))
        changes = self.changes
        return Resolution(Outcome.CHANGE if changes else Outcome.SAME, changes, tuple(self.faults))


def resolve_titles(rows: Sequence[Values]) -> list[Resolution]:
    """How each row meets the register; reads only."""
    return [plan.resolution() for plan in _plans(rows)]


@transaction.atomic
def store_titles(*, by: Account, rows: Sequence[Values]) -> tuple[int, int]:
    """Keep rows that were resolved before; gives how many titles were added and changed. One log entry each.

    Raises PermissionDenied, and InputError for a row that could not be kept after all.
    """
    demand(may(by, "import", Title), _("You may not import titles."))
    plans = _plans(rows)
    for plan in plans:
        error = next((fault for fault in plan.faults if fault.severity == "error"), None)
        if error:
            raise InputError(error.text)
    open_plans = [plan for plan in plans if plan.old is None or plan.changes]
    _complete(by, open_plans)
    added = [plan.new for plan in open_plans if plan.old is None]
    Title.objects.bulk_create(added, batch_size=BATCH)
    for plan in open_plans:
        if plan.old is not None:
            plan.new.save()
    note_many(by=by, acts=[_noted(plan) for plan in open_plans])
    return len(added), len(open_plans) - len(added)


def _plans(rows: Sequence[Values]) -> list[Plan]:
    parties = Parties(rows)
    types = {one.code: one for one in TitleType.objects.all()}
    towns = {
        str(one.pk): one
        for one in Region.objects.filter(pk__in={row["town"] for row in rows if row.get("town")})
    }
    numbers = {row["number"] for row in rows} | {row["renews"] for row in rows if row.get("renews")}
    stored = _stored(numbers)
    district = _district()
    return [_plan(row, parties, types[row["type"]], stored, towns, district) for row in rows]


def _stored(numbers: set[str]) -> dict[Key, Title]:
    found: dict[Key, Title] = {}
    ordered = sorted(numbers)
    for start in range(0, len(ordered), BATCH):
        rows = Title.objects.filter(number__in=ordered[start : start + BATCH]).select_related(*RELATED)
        found |= {(one.type.code, one.number): one for one in rows}
    return found


def _district() -> Region | None:
    """The district the towns belong to: who receives what is conferred on a region."""
    town = (
        Region.objects.filter(level=RegionLevel.TOWN, valid_to=None)
        .select_related("parent")
        .order_by("code")
        .first()
    )
    return town.parent if town else None


def _plan(
    row: Values,
    parties: Parties,
    kind: TitleType,
    stored: Mapping[Key, Title],
    towns: Mapping[str, Region],
    district: Region | None,
) -> Plan:
    old = stored.get((kind.code, row["number"]))
    new = copy(old) if old else Title(type=kind, number=row["number"])
    for key in PLAIN:
        if row.get(key) is not None:
            setattr(new, key, row[key])
    if row.get("town"):
        new.town = towns[row["town"]]
    party, faults = _recipient(row, parties, new, district)
    faults += _renewal(row, kind, new, stored)
    with_defaults(new)
    faults += [
        Fault("E-TITLE", text, column=key, value=str(row.get(key) or ""))
        for key, text in wrong_dates(new).items()
    ]
    return Plan(row, party, old, new, faults)


def _recipient(
    row: Values, parties: Parties, new: Title, district: Region | None
) -> tuple[Party, list[Fault]]:
    """Who receives it, by the kind of the title; a person is found through the employer."""
    kind = new.type.recipient_kind
    if kind == RecipientKind.REGION:
        new.region = new.region or district
        return NOBODY, []
    if not row.get("organisation") and not row.get("uscc"):
        return NOBODY, [Fault("E-RECIPIENT", NEEDED[kind][1], column="organisation")]
    party = parties.find(row)
    faults = list(party.faults)
    new.organisation = party.organisation or new.organisation
    if kind == RecipientKind.PERSON and not row.get("person"):
        faults.append(Fault("E-RECIPIENT", NEEDED[kind][1], column="person"))
    return party, faults


def _renewal(row: Values, kind: TitleType, new: Title, stored: Mapping[Key, Title]) -> list[Fault]:
    number = row.get("renews")
    if not number:
        return []
    new.renews = stored.get((kind.code, number))
    if new.renews is not None:
        return []
    text = Text(
        f"台账中没有编号为{number}的“{kind.name}”证书，无法续认。",
        f"No certificate {number} of “{kind.name}” is registered that could be renewed.",
    )
    remedy = Text(
        "请先导入原证书，或把该列留空。", "Import the old certificate first, or leave the cell empty."
    )
    return [Fault("E-RENEWS", text, column="renews", value=number, remedy=remedy)]


def _complete(by: Account, plans: Sequence[Plan]) -> None:
    """Add the organisations and people that are new, and put them into the titles."""
    parties = [plan.party for plan in plans if plan.party is not NOBODY]
    organisations = settle(by=by, parties=parties, on=timezone.localdate())
    for plan in plans:
        if plan.party is not NOBODY:
            plan.new.organisation = organisations[plan.party.key]
            with_defaults(plan.new)
    wanted = [
        (plan.new.organisation, plan.values["person"])
        for plan in plans
        if plan.new.organisation and plan.values.get("person")
    ]
    people = employees(by=by, wanted=wanted)
    for plan in plans:
        called = plan.values.get("person")
        if called and plan.new.organisation:
            plan.new.person = people[(plan.new.organisation.pk, called)]


def _noted(plan: Plan) -> Noted:
    before = snapshot_of(plan.old) if plan.old else None
    verb = "changed" if plan.old else "imported"
    changes = changes_between(before, snapshot_of(plan.new))
    return Noted(f"titles.title.{verb}", plan.new, changes, title_facts(plan.new))


def _shown(title: Title, key: str) -> str:
    """A value as the preview shows it; the same in every language, for what was previewed is compared when stored."""
    value = getattr(title, key)
    if value is None or value == "":
        return ""
    if key == "award_class":
        return both(AwardClass(value).label).zh
    return str(getattr(value, "name", value))
