"""Exports of a register: the columns shown, the rows filtered, streamed."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jingwei.ui.streaming import spreadsheet

KINDS = {"xlsx": gettext_lazy("Excel, with notes on the filters"), "csv": gettext_lazy("CSV, UTF-8")}
CHUNK = 1000


def response(
    request: HttpRequest,
    name: str,
    title: str,
    table: Any,
    rows: QuerySet[Any],
    filters: Sequence[tuple[str, str]],
) -> HttpResponseBase:
    """The file `?export=` asks for, with the columns `table` shows and all of `rows`; `filters` in words go along."""
    kind = request.GET["export"]
    shown = [bound for bound in table.columns.iterall() if bound.visible]
    head = [_head(bound) for bound in shown]
    file_name = f"{name}-{timezone.localdate().isoformat()}"
    about = [(_("Register"), title), (_("Exported at"), _now()), *filters]
    return spreadsheet(request, kind, file_name, head, _values(table, shown, rows), title=title, about=about)


def _now() -> str:
    return timezone.localtime().strftime("%Y-%m-%d %H:%M")


def _head(bound: Any) -> str:
    unit = str(getattr(bound.column, "unit", "") or "")
    return f"{bound.header}（{unit}）" if unit else str(bound.header)


def _values(table: Any, shown: Sequence[Any], rows: QuerySet[Any]) -> Iterator[list[Any]]:
    for record in rows.iterator(chunk_size=CHUNK):
        yield [_value(table, bound, record) for bound in shown]


def _value(table: Any, bound: Any, record: Any) -> Any:
    """What the cell holds: ``value_<column>`` of the table where its column shows no field of the record."""
    reckoned = getattr(table, f"value_{bound.name}", None)
    if reckoned is not None:
        return reckoned(record)
    display = _display(bound, record)
    if display is not None:
        return display
    value = bound.accessor.resolve(record, quiet=True)
    column = bound.column
    return column.plain(value, record) if hasattr(column, "plain") else value


def _display(bound: Any, record: Any) -> str | None:
    """The label of a model's choice, as the table shows it."""
    *path, last = str(bound.accessor).replace(".", "__").split("__")
    for name in path:
        record = getattr(record, name, None)
    shown = getattr(record, f"get_{last}_display", None)
    return str(shown()) if callable(shown) else None
