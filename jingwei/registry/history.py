"""Words for the registry's verbs in the log."""

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from jingwei.registry.access import roles_of
from jingwei.registry.terms import ADMINS, DESK
from jingwei.ui.history import Row, history_of

KINDS = {
    "registry.organisation.added": _("Added"),
    "registry.organisation.imported": _("Imported"),
    "registry.organisation.edited": _("Changed"),
    "registry.organisation.moved": _("Moved to another town"),
    "registry.organisation.renamed": _("Renamed"),
    "registry.organisation.joined": _("Family changed"),
    "registry.person.added": _("Added"),
    "registry.person.edited": _("Changed"),
    "registry.employment.added": _("Employment added"),
    "registry.employment.ended": _("Employment ended"),
    "registry.account.created": _("Account created"),
    "registry.account.edited": _("Changed"),
    "registry.account.disabled": _("Account disabled"),
    "registry.account.enabled": _("Account opened again"),
    "registry.account.password_reset": _("Password reset"),
    "registry.account.password_changed": _("Password changed"),
    "registry.assignment.given": _("Role given"),
    "registry.assignment.ended": _("Role ended"),
    "registry.calendar.day_edited": _("Day changed"),
    "registry.calendar.notice_imported": _("Holiday notice imported"),
    "registry.rule.added": _("Rule added"),
    "registry.rule.ended": _("Rule ended"),
}


def history_for(user: object, record: Model) -> list[Row]:
    """The steps of a record; outside the bureau only what happened, not who did it."""
    return history_of(record, kinds=KINDS, names_shown=bool(roles_of(user) & (DESK | ADMINS)))
