"""Verbs on people and their employments."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text
from jingwei.registry import access
from jingwei.registry.acting import changes_between, demand, note, snapshot_of
from jingwei.registry.models import Account, Employment, Organisation, Person

EDITABLE = ("name", "title", "telephone", "email")


@transaction.atomic
def add_person(*, by: Account, name: str, **values: Any) -> Person:
    """Take a person into the register; gives the person. The log's leaf says nothing of who it is."""
    demand(access.may(by, "add", Person), _("You may not add people."))
    person = Person.objects.create(name=name.strip(), **values)
    note(
        by=by, kind="registry.person.added", record=person, changes=changes_between(None, snapshot_of(person))
    )
    return person


@transaction.atomic
def edit_person(*, by: Account, person: Person, values: Mapping[str, Any]) -> Person:
    """Change a person's name, title, telephone or e-mail; gives the person."""
    demand(access.may(by, "edit", person), _("You may not change this person."))
    current = Person.objects.select_for_update().get(pk=person.pk)
    before = snapshot_of(current)
    for name in EDITABLE:
        if name in values:
            setattr(current, name, values[name])
    changes = changes_between(before, snapshot_of(current))
    if changes:
        current.save()
        note(by=by, kind="registry.person.edited", record=current, changes=changes)
    return current


@transaction.atomic
def add_employment(
    *,
    by: Account,
    person: Person,
    organisation: Organisation,
    position: str = "",
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> Employment:
    """Say that a person works (or worked) at an organisation; gives the employment.

    Raises PermissionDenied, and InputError when it would end before it begins.
    """
    demand(access.may(by, "add", Employment), _("You may not add employments."))
    _ordered(valid_from, valid_to)
    employment = Employment.objects.create(
        person=person, organisation=organisation, position=position, valid_from=valid_from, valid_to=valid_to
    )
    changes = changes_between(None, snapshot_of(employment))
    note(by=by, kind="registry.employment.added", record=employment, changes=changes)
    return employment


@transaction.atomic
def end_employment(*, by: Account, employment: Employment, on: date) -> Employment:
    """Say that `on` is the last day of an employment; gives it."""
    demand(access.may(by, "end", employment), _("You may not end this employment."))
    _ordered(employment.valid_from, on)
    before = snapshot_of(employment)
    employment.valid_to = on
    employment.save(update_fields=["valid_to"])
    changes = changes_between(before, snapshot_of(employment))
    note(by=by, kind="registry.employment.ended", record=employment, changes=changes)
    return employment


def _ordered(first: date | None, last: date | None) -> None:
    if first and last and last < first:
        raise InputError(
            Text(
                f"结束日期{last}早于开始日期{first}。",
                f"It would end on {last}, before it begins on {first}.",
            )
        )
