"""Heads and rows of a register, ready for its template."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from jingwei.ui.register import address, sorting


@dataclass(frozen=True)
class Head:
    """A column's head: its name, its unit, and the address that sorts by it."""

    label: str
    unit: str
    css: str
    sort_url: str = ""
    direction: str = ""


def heads(asked: Any, query: QueryDict) -> list[Head]:
    """Heads of the shown columns, marking the one sorted by."""
    made = []
    for name in asked.where.columns:
        bound = asked.table.columns[name]
        direction = {name: "ascending", f"-{name}": "descending"}.get(asked.sort, "")
        url = ""
        if sorting.may_sort(asked.all_rows, bound, asked.found) or direction:
            turned = {"descending": name, "ascending": f"-{name}"}.get(direction) or _first(bound, name)
            url = address.with_(query, sort=turned)
        made.append(Head(str(bound.header), _unit(bound), _css(bound), url, direction))
    return made


def lines(table: Any) -> Iterator[SafeString]:
    """The rows as HTML; put together here, because a template takes several times as long for some hundred cells."""
    frames = [_frame(bound, is_first=number == 0) for number, bound in enumerate(table.columns)]
    for row in table.rows:
        cells = (
            f"{opening}{conditional_escape(content)}{closing}"
            for (opening, closing), (_, content) in zip(frames, row.items(), strict=True)
        )
        yield SafeString(f"<tr>{''.join(cells)}</tr>")


def _frame(bound: Any, *, is_first: bool) -> tuple[str, str]:
    """What opens and closes a cell; its column's name goes along for where the table becomes a list."""
    if getattr(bound.column, "is_head", False):
        return '<th scope="row">', "</th>"
    css = format_html(' class="{}"', _css(bound)) if _css(bound) else ""
    head = "" if is_first else format_html(' data-h="{}"', _label(bound))
    return f"<td{css}{head}>", "</td>"


def _first(bound: Any, name: str) -> str:
    """Numbers and dates are wanted from the top, words from the beginning."""
    return f"-{name}" if type(bound.column).__name__ in {"Day", "Amount", "Count"} else name


def _unit(bound: Any) -> str:
    return str(getattr(bound.column, "unit", "") or "")


def _css(bound: Any) -> str:
    return str(getattr(bound.column, "css", "") or "")


def _label(bound: Any) -> str:
    unit = _unit(bound)
    return f"{bound.header}（{unit}）" if unit else str(bound.header)
