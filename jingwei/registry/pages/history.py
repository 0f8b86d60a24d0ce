"""The history of a record as its readers see it."""

from django.db.models import Model

from jingwei.registry.access import roles_of
from jingwei.registry.terms import ADMINS, DESK
from jingwei.ui.history import Row, history_of


def history_for(user: object, record: Model) -> list[Row]:
    """The steps of a record; outside the bureau only what happened, not who did it."""
    return history_of(record, names_shown=bool(roles_of(user) & (DESK | ADMINS)))
