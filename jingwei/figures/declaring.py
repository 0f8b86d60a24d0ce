"""What registers need to hand their records to the figures: frozen columns, frozen tables, breakdowns many share."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Model, QuerySet
from django.urls import reverse

from jingwei.figures.shapes import Breakdown, ColumnType, FrozenColumn, FrozenTable
from jingwei.kernel.text import Text
from jingwei.registry.wording import level_labels, town_labels

Labels = Callable[[], Mapping[str, Text]]

BY_LEVEL = Breakdown("level", Text("按级别", "By level"), "level", level_labels)
BY_TOWN = Breakdown("town", Text("按镇街", "By town or street"), "town", town_labels)


def public_column(
    name: str, kind: ColumnType, zh: str, en: str, labels: Labels | None = None
) -> FrozenColumn:
    """A frozen column everyone may read behind a public figure."""
    return FrozenColumn(name, kind, Text(zh, en), True, labels)


def closed_column(name: str, kind: ColumnType, zh: str, en: str) -> FrozenColumn:
    """A frozen column for those who may open the records."""
    return FrozenColumn(name, kind, Text(zh, en), False)


def register_table(
    model: type[Model],
    *,
    name: str,
    label: Text,
    columns: tuple[FrozenColumn, ...],
    rows: Callable[[], Iterable[Sequence[Any]]],
    view: str,
    sees_everything: Callable[[object], bool],
    visible: Callable[[object, QuerySet[Any]], QuerySet[Any]],
    withheld: str = "",
) -> FrozenTable:
    """The frozen table of a register: its access says which ids somebody may open, `view` shows one record."""

    def opened(user: object) -> frozenset[str] | None:
        if sees_everything(user):
            return None
        keys = visible(user, model._default_manager.all()).values_list("pk", flat=True)
        return frozenset(str(key) for key in keys)

    return FrozenTable(
        name=name,
        label=label,
        columns=columns,
        rows=rows,
        visible=opened,
        url=lambda key: reverse(view, args=[key]),
        withheld=withheld,
    )
