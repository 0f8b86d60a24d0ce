"""Exports of a register: the columns shown, the rows filtered, streamed."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponseBase
from django.utils.translation import gettext_lazy

from jingwei.ui.register.exporting import export_response

KINDS = {"xlsx": gettext_lazy("Excel, with notes on the head"), "csv": gettext_lazy("CSV, UTF-8")}
CHUNK = 1000


def response(
    name: str, table: Any, rows: QuerySet[Any], kind: str, filters: Sequence[tuple[str, str]]
) -> HttpResponseBase:
    """The file of `kind` with the columns `table` shows and all of `rows`; `filters` in words go along."""
    shown = list(table.columns.iterall())
    shown = [bound for bound in shown if bound.visible]
    head = [(str(bound.header), str(getattr(bound.column, "unit", "") or "")) for bound in shown]
    return export_response(name, head, _values(shown, rows), kind, filters)


def _values(shown: Sequence[Any], rows: QuerySet[Any]) -> Iterator[list[Any]]:
    for record in rows.iterator(chunk_size=CHUNK):
        yield [_value(bound, record) for bound in shown]


def _value(bound: Any, record: Any) -> Any:
    value = bound.accessor.resolve(record, quiet=True)
    display = _display(bound, record)
    column = bound.column
    if display is not None:
        return display
    return column.plain(value, record) if hasattr(column, "plain") else value


def _display(bound: Any, record: Any) -> str | None:
    """The label of a model's choice, as the table shows it."""
    if "__" in str(bound.accessor):
        return None
    shown = getattr(record, f"get_{bound.accessor}_display", None)
    return str(shown()) if callable(shown) else None
