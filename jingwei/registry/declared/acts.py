"""Words for the registry's acts in the log, and the records they are about."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jingwei.registry import models
from jingwei.registry.access import visible
from jingwei.ui.shapes import ActLabel, Recorded

act_labels: tuple[ActLabel, ...] = (
    ActLabel("registry.organisation.added", _("Added")),
    ActLabel("registry.organisation.imported", _("Imported")),
    ActLabel("registry.organisation.edited", _("Changed")),
    ActLabel("registry.organisation.moved", _("Moved to another town")),
    ActLabel("registry.organisation.renamed", _("Renamed")),
    ActLabel("registry.organisation.joined", _("Family changed")),
    ActLabel("registry.person.added", _("Added")),
    ActLabel("registry.person.edited", _("Changed")),
    ActLabel("registry.employment.added", _("Employment added")),
    ActLabel("registry.employment.ended", _("Employment ended")),
    ActLabel("registry.account.created", _("Account created")),
    ActLabel("registry.account.edited", _("Changed")),
    ActLabel("registry.account.disabled", _("Account disabled")),
    ActLabel("registry.account.enabled", _("Account opened again")),
    ActLabel("registry.account.password_reset", _("Password reset")),
    ActLabel("registry.account.password_changed", _("Password changed")),
    ActLabel("registry.assignment.given", _("Role given")),
    ActLabel("registry.assignment.ended", _("Role ended")),
    ActLabel("registry.calendar.day_edited", _("Day changed")),
    ActLabel("registry.calendar.notice_imported", _("Holiday notice imported")),
    ActLabel("registry.rule.added", _("Rule added")),
    ActLabel("registry.rule.ended", _("Rule ended")),
)


def _of(model: type[Model], view: str, argument: Callable[[Any], object]) -> Recorded:
    return Recorded(
        model._meta.label_lower,
        lambda request: visible(request.user, model._default_manager.all()),
        lambda one: reverse(view, args=[argument(one)]),
    )


recorded: tuple[Recorded, ...] = (
    _of(models.Organisation, "registry:organisation", lambda one: one.pk),
    _of(models.Person, "registry:person", lambda one: one.pk),
    _of(models.Employment, "registry:person", lambda one: one.person_id),
    _of(models.Account, "registry:account-detail", lambda one: one.pk),
    _of(models.Assignment, "registry:account-detail", lambda one: one.account_id),
    _of(models.CalendarDay, "registry:calendar", lambda one: one.day.year),
    _of(models.DatedRule, "registry:rule", lambda one: one.pk),
)
