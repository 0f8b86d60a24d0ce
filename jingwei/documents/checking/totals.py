"""Total rows (合计, 小计): recognised, checked against what they claim to sum, never imported."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from jingwei.documents.checking.verdicts import Finding, found
from jingwei.documents.reading.grid import Cell, CellKind
from jingwei.documents.shapes import Column, ColumnKind
from jingwei.kernel import amounts
from jingwei.kernel.digits import narrow

_TOTAL = re.compile(
    r"(?:合计|总计|共计|总合计|累计)(?:[:：(（]?\d+[项家个件人]?[)）]?)?[:：]?|(?:grand)?total[:：]?"
)
_SUBTOTAL = re.compile(r".{0,12}(?:小计|分计)(?:[:：(（]?\d+[项家个件人]?[)）]?)?[:：]?|subtotal[:：]?")
_ADDABLE = (ColumnKind.AMOUNT, ColumnKind.COUNT, ColumnKind.DECIMAL)


def total_kind(cells: Sequence[Cell]) -> str:
    """``total``, ``subtotal`` or nothing, by the first text of a row."""
    for cell in cells[:6]:
        if cell.kind is CellKind.EMPTY or (cell.kind is CellKind.TEXT and not cell.value.strip()):
            continue
        if cell.kind is not CellKind.TEXT:
            continue
        text = re.sub(r"\s+", "", narrow(cell.value)).lower()
        if _TOTAL.fullmatch(text):
            return "total"
        if _SUBTOTAL.fullmatch(text):
            return "subtotal"
    return ""


@dataclass
class Sums:
    """Running sums of the columns that add up, since the start and since the last subtotal."""

    columns: tuple[Column, ...]
    since_start: dict[str, Any] = field(default_factory=dict)
    since_subtotal: dict[str, Any] = field(default_factory=dict)
    rows: int = 0
    rows_since_subtotal: int = 0
    unread: set[str] = field(default_factory=set)

    @property
    def addable(self) -> tuple[Column, ...]:
        """The columns that add up."""
        return tuple(column for column in self.columns if column.kind in _ADDABLE)

    def add(self, values: Mapping[str, Any], unread: set[str]) -> None:
        """One more data row; `unread`: the columns that could not be read in it."""
        self.rows += 1
        self.rows_since_subtotal += 1
        self.unread |= unread
        for column in self.addable:
            value = values.get(column.key)
            if value is not None:
                for sums in (self.since_start, self.since_subtotal):
                    sums[column.key] = sums.get(column.key, 0) + value

    def close_group(self) -> None:
        """A subtotal was met."""
        self.since_subtotal = {}
        self.rows_since_subtotal = 0

    def check(self, kind: str, stated: Mapping[str, Any]) -> list[tuple[str, Finding]]:
        """What a total row of `kind` says against the sums: (column key, finding) pairs; empty means it agrees."""
        if self.rows == 0:
            return []
        sums = self.since_start if kind == "total" else self.since_subtotal
        return [
            (column.key, self._differs(column, stated[column.key], sums.get(column.key, 0), kind))
            for column in self.addable
            if stated.get(column.key) is not None
            and (column.key in self.unread or stated[column.key] != sums.get(column.key, 0))
        ]

    def looks_like_subtotal(self, values: Mapping[str, Any]) -> tuple[str, Finding] | None:
        """For a row without identity: whether its sums equal those of the two or more rows before it."""
        if self.rows_since_subtotal < 2:
            return None
        given = [column for column in self.addable if values.get(column.key)]
        if not given or any(values[c.key] != self.since_subtotal.get(c.key) for c in given):
            return None
        column = given[0]
        return column.key, self._differs(
            column, values[column.key], self.since_subtotal[column.key], "subtotal"
        )

    def _differs(self, column: Column, stated: Any, added: Any, kind: str) -> Finding:
        if column.key in self.unread:
            return found("N-SUM-UNCHECKED", column=column.label)
        show = _shower(column)
        words = {"column": column.label, "stated": show(stated), "added": show(added)}
        if kind == "total":
            return found("E-SUM", **words, difference=show(abs(stated - added)))
        return found("E-SUBTOTAL", **words, rows=self.rows_since_subtotal)


def _shower(column: Column) -> Callable[[int | Decimal], str]:
    if column.kind is ColumnKind.AMOUNT:
        return lambda value: amounts.format_yuan(int(value))
    return str
