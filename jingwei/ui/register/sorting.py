"""Sorting: by a column's own order, made total by the key, and only by an index where the table is large."""

from typing import Any

from django.db.models import Model, QuerySet

from jingwei.ui.register.paging import Counted


def ordered(rows: QuerySet[Any], table: Any, sort: str) -> tuple[QuerySet[Any], str]:
    """Rows in the order asked for, and the order that was really taken (empty: the model's own)."""
    name, is_down = sort.removeprefix("-"), sort.startswith("-")
    if name not in table.columns.names() or not table.columns[name].orderable:
        return rows.order_by(*(rows.query.order_by or rows.model._meta.ordering), "-pk"), ""
    keys = [_turned(str(key), is_down) for key in table.columns[name].order_by]
    if not _is_total(rows.model, keys[0]):
        keys.append("-pk" if is_down else "pk")
    return rows.order_by(*keys), sort


def is_quick(model: type[Model], key: str) -> bool:
    """Whether an index gives the whole order by itself: of a unique field, or of a field and the key."""
    name = key.removeprefix("-")
    return _is_total(model, name) or [name, "id"] in [index.fields for index in model._meta.indexes]


def _is_total(model: type[Model], key: str) -> bool:
    """Whether a key orders rows without another; of several empty values none comes first."""
    name = key.removeprefix("-")
    return name == "pk" or any(
        field.name == name and field.unique and not field.null for field in model._meta.concrete_fields
    )


def may_sort(rows: QuerySet[Any], column: Any, found: Counted) -> bool:
    """Whether a column's head offers to sort: always in short lists, only by an index in long ones."""
    if not column.orderable:
        return False
    if found.is_short:
        return True
    return len(column.order_by) == 1 and is_quick(rows.model, str(column.order_by[0]))


def _turned(key: str, is_down: bool) -> str:
    if not is_down:
        return key
    return key.removeprefix("-") if key.startswith("-") else f"-{key}"
