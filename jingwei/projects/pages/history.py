"""Words for the verbs of projects and subsidies in the log."""

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from jingwei.projects.access import sees_everything
from jingwei.ui.history import Row, history_of

KINDS = {
    "projects.project.added": _("Added"),
    "projects.project.imported": _("Imported"),
    "projects.project.changed": _("Changed"),
    "projects.project.closed": _("Project closed"),
    "projects.project.reopened": _("Project reopened"),
    "projects.subsidy.added": _("Recorded"),
    "projects.subsidy.imported": _("Imported"),
    "projects.subsidy.changed": _("Changed"),
}


def history_for(user: object, record: Model) -> list[Row]:
    """The steps of a record; outside the bureau only what happened, not who did it."""
    return history_of(record, kinds=KINDS, names_shown=sees_everything(user))
