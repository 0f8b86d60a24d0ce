"""Verbs on organisations: add, edit, rename, move, join a family."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jingwei.kernel.errors import InputError
from jingwei.kernel.identifiers import uscc as credit_code
from jingwei.kernel.text import Text
from jingwei.registry import access
from jingwei.registry.acting import Noted, changes_between, demand, note, note_many, snapshot_of
from jingwei.registry.models import Account, Organisation, OrganisationName, Region

# a change of name or family has a verb of its own, with its date
EDITABLE = (
    "uscc",
    "name_en",
    "kind",
    "town",
    "industry",
    "industry_edition",
    "founded_on",
    "address",
)


@transaction.atomic
def add_organisation(*, by: Account | None, name: str, kind: str, **values: Any) -> Organisation:
    """Take a new organisation into the register, with its first name; gives it.

    Raises PermissionDenied, and InputError for a credit code that is wrong or already there.
    """
    if by is not None:
        demand(access.may(by, "add", Organisation), _("You may not add organisations."))
    organisation = Organisation(name=name.strip(), kind=kind, **_checked(values, None))
    organisation.save()
    OrganisationName.objects.create(
        organisation=organisation, name=organisation.name, valid_from=organisation.founded_on
    )
    changes = changes_between(None, snapshot_of(organisation))
    note(
        by=by,
        kind="registry.organisation.added",
        record=organisation,
        changes=changes,
        facts=facts_of(organisation),
    )
    return organisation


@transaction.atomic
def edit_organisation(*, by: Account, organisation: Organisation, values: Mapping[str, Any]) -> Organisation:
    """Change fields of an organisation other than its name and family; nothing is written where nothing changes.

    Raises PermissionDenied, and InputError for a credit code that is wrong or another's.
    """
    demand(access.may(by, "edit", organisation), _("You may not change this organisation."))
    current = locked(organisation)
    before = snapshot_of(current)
    chosen = {name: value for name, value in values.items() if name in EDITABLE}
    for name, value in _checked(chosen, current).items():
        setattr(current, name, value)
    changes = changes_between(before, snapshot_of(current))
    if changes:
        current.save()
        kind = "registry.organisation.moved" if set(changes) == {"town"} else "registry.organisation.edited"
        note(by=by, kind=kind, record=current, changes=changes, facts=facts_of(current))
    return current


def move_organisation(*, by: Account, organisation: Organisation, town: Region | None) -> Organisation:
    """Put an organisation into another town or street, as of now; gives it."""
    return edit_organisation(by=by, organisation=organisation, values={"town": town})


@transaction.atomic
def rename_organisation(
    *, by: Account | None, organisation: Organisation, name: str, on: date
) -> Organisation:
    """Give an organisation the new `name` from the day `on`; it stays one organisation with two dated names.

    Raises PermissionDenied, and InputError when the name is empty, unchanged, or `on` lies before the current name.
    """
    if by is not None:
        demand(access.may(by, "rename", organisation), _("You may not rename this organisation."))
    current = locked(organisation)
    new = name.strip()
    if not new or new == current.name:
        raise InputError(
            Text("新名称不能为空，也不能与现名称相同。", "The new name is empty or the same as now.")
        )
    last = current.names.filter(valid_to__isnull=True).order_by("-pk").first()
    if last and last.valid_from and last.valid_from >= on:
        raise InputError(
            Text(
                f"更名日期须晚于现名称的启用日期{last.valid_from}。",
                f"The new name must begin after {last.valid_from}, when the current one began.",
            )
        )
    _close_name(current, last, on)
    OrganisationName.objects.create(organisation=current, name=new, valid_from=on)
    old, current.name = current.name, new
    current.save(update_fields=["name"])
    note(
        by=by,
        kind="registry.organisation.renamed",
        record=current,
        changes={"name": (old, new)},
        facts={**facts_of(current), "on": on.isoformat()},
    )
    return current


def _close_name(organisation: Organisation, last: OrganisationName | None, on: date) -> None:
    """End the current name the day before; an organisation stored without a dated name gets one now."""
    if last is None:
        last = OrganisationName(organisation=organisation, name=organisation.name)
    last.valid_to = on - timedelta(days=1)
    last.save()


@transaction.atomic
def join_family(*, by: Account, organisation: Organisation, family: Organisation | None) -> Organisation:
    """Say that an organisation belongs to another (a hospital to its university), or to none; gives it.

    Raises PermissionDenied, and InputError when the family would turn into a circle.
    """
    demand(access.may(by, "join", organisation), _("You may not change this organisation's family."))
    current = locked(organisation)
    if family is not None and family.pk in access.with_members([current.pk]):
        raise InputError(
            Text(
                f"“{family}”本身隶属于“{current}”，不能互相隶属。",
                f"“{family}” belongs to “{current}” already; the two cannot belong to each other.",
            )
        )
    before = snapshot_of(current)
    current.family = family
    changes = changes_between(before, snapshot_of(current))
    if changes:
        current.save(update_fields=["family"])
        note(
            by=by,
            kind="registry.organisation.joined",
            record=current,
            changes=changes,
            facts=facts_of(current),
        )
    return current


@dataclass(frozen=True)
class OrganisationRow:
    """One row of an import: the organisation it changes (None: a new one) and its values by field name."""

    organisation: Organisation | None
    values: Mapping[str, Any]


@transaction.atomic
def import_organisations(*, by: Account, rows: list[OrganisationRow], on: date) -> tuple[int, int]:
    """Add and change organisations as one act; gives how many were added and changed.

    A new name for a known organisation is a rename on the day `on`. Rows that change nothing write nothing.
    """
    demand(access.may(by, "import", Organisation), _("You may not import organisations."))
    added = [_added(row) for row in rows if row.organisation is None]
    note_many(by=by, acts=added)
    changed = 0
    for row in rows:
        if row.organisation is not None:
            changed += _changed(by, row.organisation, row.values, on)
    return len(added), changed


def _added(row: OrganisationRow) -> Noted:
    organisation = Organisation.objects.create(**_checked(dict(row.values), None))
    OrganisationName.objects.create(
        organisation=organisation, name=organisation.name, valid_from=organisation.founded_on
    )
    changes = changes_between(None, snapshot_of(organisation))
    return Noted("registry.organisation.imported", organisation, changes, facts_of(organisation))


def _changed(by: Account, organisation: Organisation, values: Mapping[str, Any], on: date) -> int:
    before = snapshot_of(organisation)
    edited = edit_organisation(by=by, organisation=organisation, values=values)
    name = values.get("name")
    if name and name != edited.name:
        edited = rename_organisation(by=by, organisation=edited, name=name, on=on)
    return int(bool(changes_between(before, snapshot_of(edited))))


def facts_of(organisation: Organisation) -> dict[str, str | None]:
    """What anyone may know of a legal body: its name and credit code."""
    return {"name": organisation.name, "uscc": organisation.uscc}


def locked(organisation: Organisation) -> Organisation:
    """The organisation as stored, held against other writers until the transaction ends."""
    return Organisation.objects.select_for_update().get(pk=organisation.pk)


def _checked(values: Mapping[str, Any], current: Organisation | None) -> dict[str, Any]:
    """The values with the credit code in normal form; raises InputError for one that is wrong or taken."""
    checked = dict(values)
    if not checked.get("uscc"):
        if "uscc" in checked:
            checked["uscc"] = None
        return checked
    found = credit_code.check(str(checked["uscc"]))
    if found.errors:
        raise InputError(found.errors[0].text)
    others = Organisation.objects.filter(uscc=found.value)
    taken = others.exclude(pk=current.pk).first() if current else others.first()
    if taken is not None:
        raise InputError(
            Text(
                f"统一社会信用代码{found.value}已属于“{taken}”。",
                f"The unified social credit code {found.value} already belongs to “{taken}”.",
            )
        )
    checked["uscc"] = found.value
    return checked
