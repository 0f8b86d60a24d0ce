"""Verbs on subsidies from above: add, change."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text
from jingwei.projects.access import may
from jingwei.projects.actions.facts import subsidy_facts
from jingwei.projects.models import Subsidy
from jingwei.registry.acting import changes_between, demand, note, snapshot_of
from jingwei.registry.models import Account

EDITABLE = (
    "project",
    "organisation",
    "level",
    "document",
    "received_on",
    "amount_fen",
    "purpose",
    "section",
)


@transaction.atomic
def add_subsidy(*, by: Account, values: Mapping[str, Any]) -> Subsidy:
    """Record money received from above; gives it.

    Raises PermissionDenied, and InputError for an amount not above zero.
    """
    demand(may(by, "add", Subsidy), _("You may not record subsidies."))
    subsidy = Subsidy(**{field: value for field, value in values.items() if field in EDITABLE})
    _check(subsidy)
    subsidy.save()
    _note(by, "added", subsidy, changes_between(None, snapshot_of(subsidy)))
    return subsidy


@transaction.atomic
def change_subsidy(*, by: Account, subsidy: Subsidy, values: Mapping[str, Any]) -> Subsidy:
    """Correct a recorded subsidy; nothing is written where nothing changes. Raises as `add_subsidy`."""
    demand(may(by, "change", subsidy), _("You may not change this subsidy."))
    current = Subsidy.objects.select_for_update().get(pk=subsidy.pk)
    before = snapshot_of(current)
    for field, value in values.items():
        if field in EDITABLE:
            setattr(current, field, value)
    _check(current)
    changes = changes_between(before, snapshot_of(current))
    if changes:
        current.save()
        _note(by, "changed", current, changes)
    return current


def _check(subsidy: Subsidy) -> None:
    if subsidy.amount_fen <= 0:
        raise InputError(Text("金额须大于零。", "The amount must be above zero."))


def _note(by: Account, verb: str, subsidy: Subsidy, changes: Mapping[str, tuple[Any, Any]]) -> None:
    note(
        by=by,
        kind=f"projects.subsidy.{verb}",
        record=subsidy,
        changes=changes,
        facts=subsidy_facts(subsidy),
    )
