"""The history of a record as its readers see it."""

from django.db.models import Model

from jingwei.projects.access import sees_everything
from jingwei.ui.history import Row, history_of


def history_for(user: object, record: Model) -> list[Row]:
    """The steps of a record; outside the bureau only what happened, not who did it."""
    return history_of(record, names_shown=sees_everything(user))
