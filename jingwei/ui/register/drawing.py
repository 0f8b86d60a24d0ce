"""Heads and cells of a register, ready for its template."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from jingwei.ui.register import address, sorting


@dataclass(frozen=True)
class Head:
    """A column's head: its name, its unit, and the address that sorts by it."""

    label: str
    unit: str
    css: str
    sort_url: str = ""
    direction: str = ""


@dataclass(frozen=True)
class Cell:
    """One cell; `head` names its column where the table becomes a list."""

    content: Any
    css: str
    is_head: bool
    head: str


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


def lines(table: Any) -> Iterator[list[Cell]]:
    """The rows, cell by cell."""
    labels = {bound.name: _label(bound) for bound in table.columns}
    for row in table.rows:
        yield [
            Cell(content, _css(bound), getattr(bound.column, "is_head", False), labels[bound.name])
            for bound, content in row.items()
        ]


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
