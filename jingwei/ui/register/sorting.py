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
    return rows.order_by(*keys, "-pk" if is_down else "pk"), sort


def is_quick(model: type[Model], key: str) -> bool:
    """Whether an index gives the order by itself."""
    name = key.removeprefix("-")
    if name in {"pk", "id"}:
        return True
    leading = {index.fields[0].removeprefix("-") for index in model._meta.indexes if index.fields}
    leading |= {
        fields[0] for fields in (getattr(one, "fields", ()) for one in model._meta.constraints) if fields
    }
    return name in leading or any(
        field.name == name and (getattr(field, "db_index", False) or getattr(field, "unique", False))
        for field in model._meta.concrete_fields
    )


def may_sort(rows: QuerySet[Any], column: Any, found: Counted) -> bool:
    """Whether a column's head offers to sort: always in short lists, only by an index in long ones."""
    if not column.orderable:
        return False
    return found.is_exact or all(is_quick(rows.model, str(key)) for key in column.order_by)


def _turned(key: str, is_down: bool) -> str:
    if not is_down:
        return key
    return key.removeprefix("-") if key.startswith("-") else f"-{key}"
