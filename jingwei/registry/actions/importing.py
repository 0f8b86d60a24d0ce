"""Rows of a ledger (台账) against a register: what each would change, and keeping them."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model
from django.utils import timezone
from django.utils.translation import override

from jingwei.documents.shapes import Fault, Resolution, Values
from jingwei.kernel.amounts import format_amount
from jingwei.kernel.canonical import JSON
from jingwei.kernel.errors import InputError
from jingwei.registry.acting import Noted, changes_between, note_many, snapshot_of
from jingwei.registry.actions.employees import employees
from jingwei.registry.actions.parties import Parties, Party, settle
from jingwei.registry.models import Account, Region
from jingwei.registry.queries.batches import BATCH

Record = TypeVar("Record", bound=Model)
Pair = tuple[str, str]


@dataclass(frozen=True)
class Plan(Generic[Record]):
    """One row against the register: the record as stored (None: a new one) and as it would be, and what is wrong.

    `party`: the organisation the row names, if any; one not registered yet is added when the rows are kept.
    """

    values: Values
    party: Party | None
    old: Record | None
    new: Record
    faults: Sequence[Fault] = ()


class RegisterRows(ABC, Generic[Record]):
    """Typed rows of one import, on their way into one register.

    A register says its `model`, which columns are `plain` fields of it, which fields a preview compares, how `plan`
    meets one row, and which `facts` of a record the log may tell anyone. What a row leaves empty stays as it is.
    """

    model: type[Record]
    facts: Callable[[Any], Mapping[str, JSON]]
    plain: tuple[str, ...]
    compared: tuple[str, ...]
    organisation = "organisation"  # the field for whom the columns `organisation` and `uscc` name
    person = ""  # the field, and the column, of somebody employed there

    def __init__(self, rows: Sequence[Values]) -> None:
        self.rows = rows
        self.parties = Parties(rows)
        towns = Region.objects.filter(pk__in={row["town"] for row in rows if row.get("town")})
        self.towns = {str(town.pk): town for town in towns}

    @abstractmethod
    def plan(self, row: Values) -> Plan[Record]:
        """How one row meets the register; reads only."""

    def resolutions(self) -> list[Resolution]:
        """What keeping each row would do; reads only."""
        return [
            Resolution.of(is_new=plan.old is None, changes=self.changes(plan), faults=plan.faults)
            for plan in map(self.plan, self.rows)
        ]

    def keep(self, by: Account) -> tuple[int, int]:
        """Keep the rows; gives how many records were added and changed. One log entry each.

        Needs an open transaction. Raises InputError for a row that cannot be kept, whatever its preview said.
        """
        plans = [self.plan(row) for row in self.rows]
        for fault in (fault for plan in plans for fault in plan.faults):
            if fault.severity == "error":
                raise InputError(fault.text)
        kept = [plan for plan in plans if plan.old is None or self.changes(plan)]
        self.complete(by, kept)
        added = [plan.new for plan in kept if plan.old is None]
        self.model._default_manager.bulk_create(added, batch_size=BATCH)
        for plan in kept:
            if plan.old is not None:
                plan.new.save()
        note_many(by=by, acts=[self._noted(plan) for plan in kept])
        return len(added), len(kept) - len(added)

    def draft(self, row: Values, old: Record | None, **identity: Any) -> Record:
        """The record with what the row says in plain columns and of its town; without `old` a new one of `identity`."""
        new = copy(old) if old else self.model(**identity)
        said = {key: row[key] for key in self.plain if row.get(key) is not None}
        if row.get("town"):
            said["town"] = self.towns[row["town"]]
        for field, value in said.items():
            setattr(new, field, value)
        return new

    def changes(self, plan: Plan[Record]) -> dict[str, Pair]:
        """Column → (stored, in the file), as texts, where they differ; nothing for a new record."""
        if plan.old is None:
            return {}
        pairs = self.pairs(plan.old, plan)
        return {key: (old, new) for key, (old, new) in pairs.items() if old != new}

    def pairs(self, old: Record, plan: Plan[Record]) -> dict[str, Pair]:
        """Column → (stored, in the file), whether they differ or not."""
        pairs = {key: (_shown(old, key), _shown(plan.new, key)) for key in self.compared}
        if self.person and plan.values.get(self.person):
            pairs[self.person] = (_shown(old, self.person), plan.values[self.person])
        if plan.party and plan.party.key != f"#{getattr(old, f'{self.organisation}_id')}":
            pairs["organisation"] = (_shown(old, self.organisation), plan.party.name)
        return pairs

    def complete(self, by: Account, plans: Sequence[Plan[Record]]) -> None:
        """Add the organisations and people that are not registered yet, and put them into the records."""
        parties = [plan.party for plan in plans if plan.party]
        organisations = settle(by=by, parties=parties, on=timezone.localdate())
        for plan in plans:
            if plan.party:
                setattr(plan.new, self.organisation, organisations[plan.party.key])
        employed = [
            (plan.new, getattr(plan.new, self.organisation), plan.values[self.person])
            for plan in plans
            if plan.values.get(self.person) and getattr(plan.new, self.organisation)
        ]
        people = employees(by=by, wanted=[(employer, name) for _new, employer, name in employed])
        for new, employer, name in employed:
            setattr(new, self.person, people[(employer.pk, name)])

    def _noted(self, plan: Plan[Record]) -> Noted:
        before = snapshot_of(plan.old) if plan.old else None
        verb = "changed" if plan.old else "imported"
        changes = changes_between(before, snapshot_of(plan.new))
        return Noted(f"{self.model._meta.label_lower}.{verb}", plan.new, changes, self.facts(plan.new))


def _shown(record: Model, field: str) -> str:
    """A value as the preview shows it; the same in every language, for what was previewed is compared when stored."""
    value = getattr(record, field)
    if value is None:
        return ""
    if field.endswith("_fen"):
        return format_amount(value)
    in_words = getattr(record, f"get_{field}_display", None)
    if in_words is not None:
        with override("zh-hans"):
            return str(in_words())
    return str(getattr(value, "name", value))
