"""Words for the verbs of titles in the log."""

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from jingwei.titles.access import sees_everything
from jingwei.ui.history import Row, history_of

KINDS = {
    "titles.title.added": _("Added"),
    "titles.title.imported": _("Imported"),
    "titles.title.changed": _("Changed"),
    "titles.title.renewed": _("Added as a renewal"),
    "titles.title.revoked": _("Revoked"),
}


def history_for(user: object, record: Model) -> list[Row]:
    """The steps of a record; outside the bureau only what happened, not who did it."""
    return history_of(record, kinds=KINDS, names_shown=sees_everything(user))
