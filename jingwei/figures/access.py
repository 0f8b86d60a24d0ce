"""Who sees which records behind a figure, and who keeps targets, received statistics and snapshots."""

from dataclasses import dataclass

from django.db.models import Model

from jingwei.figures.engine.subjects import Subject
from jingwei.figures.models import ReceivedStatistic, Snapshot, Target
from jingwei.figures.shapes import FrozenColumn, FrozenTable
from jingwei.registry.access import roles_of
from jingwei.registry.terms import DESK, LEADERS, OUTSIDE, WRITERS, Role

NOBODY: frozenset[str] = frozenset()
# an expert reads for the bureau and stands for nobody: of the registers he has what everyone has
OWN = OUTSIDE - {Role.EXPERT.value}
_VERBS: dict[type[Model], dict[str, frozenset[str]]] = {
    ReceivedStatistic: dict.fromkeys(("add", "edit", "remove"), WRITERS),
    Target: dict.fromkeys(("add", "edit", "remove"), WRITERS),
    Snapshot: {"freeze": WRITERS | LEADERS},
}


@dataclass(frozen=True)
class Audience:
    """What one reader gets of the records behind a figure.

    `only`: the ids listed (None: all); `columns`: those shown; `withheld`: the column marking rows never listed;
    `opens`: the ids whose page may be opened (None: all). `is_own`: the list has only the reader's own records.
    """

    columns: tuple[FrozenColumn, ...]
    only: frozenset[str] | None
    opens: frozenset[str] | None
    withheld: str = ""
    is_own: bool = False

    @property
    def is_closed(self) -> bool:
        """Whether no record is listed at all."""
        return not self.columns or self.only == NOBODY


def audience(user: object, subject: Subject, table: FrozenTable) -> Audience:
    """Which records of `table` behind a measure `user` may be shown, and how much of each.

    Rule (design of the figures, doors by audience): the desk sees the records it may see, an enterprise, university,
    town or park its own; everyone else the public columns, and only where the measure is public.
    """
    roles = roles_of(user)
    opens = table.visible(user)
    if roles & DESK:
        return Audience(table.columns, opens, opens)
    if roles & OWN:
        return Audience(table.columns, opens if opens is not None else NOBODY, opens, is_own=True)
    return public(subject, table, opens)


def public(subject: Subject, table: FrozenTable, opens: frozenset[str] | None = NOBODY) -> Audience:
    """What everyone gets."""
    columns = tuple(column for column in table.columns if column.is_public) if subject.is_public else ()
    return Audience(columns, None if columns else NOBODY, opens, table.withheld)


def may(user: object, verb: str, obj: Model | type[Model]) -> bool:
    """Whether `user` may do `verb`: add, edit, remove (received statistics, targets), freeze (snapshots)."""
    model = obj if isinstance(obj, type) else type(obj)
    return bool(roles_of(user) & _VERBS.get(model, {}).get(verb, NOBODY))
