"""Verbs on titles: add, change, renew, revoke."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text
from jingwei.registry.acting import changes_between, demand, note, snapshot_of
from jingwei.registry.actions.employees import employees
from jingwei.registry.models import Account
from jingwei.titles.access import may
from jingwei.titles.actions.facts import title_facts
from jingwei.titles.models import Title
from jingwei.titles.rules import last_valid_day
from jingwei.titles.terms import RecipientKind

# revoking and renewing have verbs of their own
EDITABLE = (
    "type",
    "organisation",
    "person",
    "region",
    "town",
    "number",
    "subject",
    "award_class",
    "edition",
    "issuer",
    "document",
    "granted_on",
    "valid_until",
    "section",
)
NEEDED: Mapping[str, tuple[str, Text]] = {
    RecipientKind.ORGANISATION: (
        "organisation",
        Text("该称号授予单位，请填写单位。", "This title goes to an organisation; name it."),
    ),
    RecipientKind.PERSON: (
        "person",
        Text(
            "该称号授予个人，请填写姓名和所在单位。",
            "This title goes to a person; give the name and the employer.",
        ),
    ),
    RecipientKind.REGION: (
        "region",
        Text("该荣誉授予本区，请选择区域。", "This honour goes to the district; choose the region."),
    ),
}


def wrong_dates(title: Title) -> Mapping[str, Text]:
    """Dates of a title that contradict its granting, by field."""
    wrong: dict[str, Text] = {}
    if title.valid_until and title.valid_until < title.granted_on:
        wrong["valid_until"] = Text("有效期早于授予日期。", "It would expire before it was granted.")
    if title.revoked_on and title.revoked_on < title.granted_on:
        wrong["revoked_on"] = Text("撤销日期早于授予日期。", "It would be revoked before it was granted.")
    return wrong


def wrong_fields(title: Title) -> Mapping[str, Text]:
    """What is missing, taken or contradicts itself in a title, by field."""
    wrong = dict(wrong_dates(title))
    field, text = NEEDED[title.type.recipient_kind]
    if getattr(title, f"{field}_id") is None:
        wrong[field] = text
    same = Title.objects.filter(type=title.type, number=title.number).exclude(pk=title.pk)
    if title.number and same.exists():
        wrong["number"] = Text(
            f"“{title.type.name}”证书编号{title.number}已经登记。",
            f"The certificate {title.number} of “{title.type.name}” is registered already.",
        )
    return wrong


def with_defaults(title: Title) -> Title:
    """The title with what its type says: issuer, last valid day, and the recipient's town."""
    title.issuer = title.issuer or title.type.issuer
    if title.valid_until is None:
        title.valid_until = last_valid_day(title.granted_on, title.type.validity_years)
    if title.town is None and title.organisation is not None:
        title.town = title.organisation.town
    return title


@transaction.atomic
def add_title(*, by: Account, values: Mapping[str, Any], person_name: str = "") -> Title:
    """Take a title into the register; gives it. `person_name`: an employee of the organisation, added if new.

    Issuer and last valid day come from the type where they are not given. Raises PermissionDenied and InputError.
    """
    demand(may(by, "add", Title), _("You may not add titles."))
    return _add(by, Title(**_editable(values)), person_name, "added")


@transaction.atomic
def renew_title(*, by: Account, title: Title, values: Mapping[str, Any]) -> Title:
    """Enter the renewal of a title: a new certificate to the same recipient, linked by `renews`; gives the new one.

    Raises PermissionDenied, and InputError when the title was revoked or renewed already, or the new one is not later.
    """
    demand(may(by, "renew", title), _("You may not renew this title."))
    old = Title.objects.select_for_update().select_related("type").get(pk=title.pk)
    renewal = Title(
        type=old.type,
        organisation_id=old.organisation_id,
        person_id=old.person_id,
        region_id=old.region_id,
        town_id=old.town_id,
        section_id=old.section_id,
        renews=old,
        **{
            field: values[field]
            for field in ("number", "document", "granted_on", "valid_until")
            if field in values
        },
    )
    if old.revoked_on is not None or old.renewals.exists():
        raise InputError(Text("该称号已撤销或已续认。", "This title was revoked or renewed already."))
    if renewal.granted_on <= old.granted_on:
        raise InputError(
            Text("续认日期须晚于原授予日期。", "The renewal must be later than the first granting.")
        )
    return _add(by, renewal, "", "renewed")


@transaction.atomic
def change_title(
    *, by: Account, title: Title, values: Mapping[str, Any], person_name: str | None = None
) -> Title:
    """Change fields of a title; nothing is written where nothing changes. Raises as `add_title`."""
    demand(may(by, "change", title), _("You may not change this title."))
    current, before = _held(title)
    for field, value in _editable(values).items():
        setattr(current, field, value)
    if person_name is not None:
        _confer(by, current, person_name)
    _keep(by, "changed", current, before)
    return current


@transaction.atomic
def revoke_title(*, by: Account, title: Title, on: date) -> Title:
    """Enter that a title was revoked as of the day `on`; gives it.

    Raises PermissionDenied, and InputError when it was revoked already or `on` lies before its granting.
    """
    demand(may(by, "revoke", title), _("You may not revoke this title."))
    current, before = _held(title)
    if current.revoked_on is not None:
        raise InputError(Text("该称号已经撤销。", "This title was revoked already."))
    current.revoked_on = on
    _keep(by, "revoked", current, before)
    return current


def _editable(values: Mapping[str, Any]) -> dict[str, Any]:
    return {field: value for field, value in values.items() if field in EDITABLE}


def _held(title: Title) -> tuple[Title, Mapping[str, Any]]:
    """The title as stored, held against other writers, and its fields as they are now."""
    current = Title.objects.select_for_update(of=("self",)).select_related("type").get(pk=title.pk)
    return current, snapshot_of(current)


def _confer(by: Account, title: Title, name: str) -> None:
    """Set the person: an employee of the organisation, added if new; none where no name is given."""
    title.person = None
    if name and title.organisation is not None:
        people = employees(by=by, wanted=[(title.organisation, name)])
        title.person = people[(title.organisation.pk, name)]


def _add(by: Account, title: Title, person_name: str, verb: str) -> Title:
    if person_name:
        _confer(by, title, person_name)
    _check(with_defaults(title))
    title.save()
    _note(by, verb, title, changes_between(None, snapshot_of(title)))
    return title


def _check(title: Title) -> None:
    for text in wrong_fields(title).values():
        raise InputError(text)


def _keep(by: Account, verb: str, title: Title, before: Mapping[str, Any]) -> None:
    _check(title)
    changes = changes_between(before, snapshot_of(title))
    if changes:
        title.save()
        _note(by, verb, title, changes)


def _note(by: Account, verb: str, title: Title, changes: Mapping[str, tuple[Any, Any]]) -> None:
    note(by=by, kind=f"titles.title.{verb}", record=title, changes=changes, facts=title_facts(title))
