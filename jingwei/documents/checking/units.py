"""Which unit bare numbers are in: the head's, the title's (单位：万元), the column's own; and what contradicts what."""

import re
from statistics import median

from jingwei.documents.checking.verdicts import Finding, found
from jingwei.documents.reading.grid import CellKind, Grid
from jingwei.documents.shapes import Column, ColumnKind
from jingwei.kernel import amounts, areas, counts
from jingwei.kernel.digits import narrow
from jingwei.kernel.text import Text

_BRACKETED = re.compile(r"[(（\[【]([^)）\]】]*)[)）\]】]")
_IN_TITLE = re.compile(r"单位\s*[:：]?\s*(?:人民币)?\s*((?:十|百|千|万|亿)*元)")
_MONEY = re.compile(r"(?:十|百|千|万|亿)*元")
_PLAINLY = 10  # times nearer
_FOREIGN = re.compile(r"美元|欧元|日元|港元|英镑|USD|EUR", re.IGNORECASE)


def head_unit(heading: str, column: Column) -> tuple[str, Finding | None]:
    """The unit a heading names for its column, or nothing; and the fault where it names two or an unfit one."""
    bracketed = [part.strip() for part in _BRACKETED.findall(heading)]
    if column.kind is ColumnKind.AMOUNT:
        return _money(heading, bracketed)
    if column.kind is ColumnKind.COUNT:
        scaled = [part for part in bracketed if part in counts.UNITS and counts.UNITS[part].worth > 1]
        return (scaled[0] if scaled else ""), None
    if column.kind is ColumnKind.DECIMAL and column.unit:
        for part in bracketed:
            known = areas.UNITS.get(narrow(part).lower())
            own = areas.UNITS.get(column.unit.lower())
            if known and (own is None or known.worth != own.worth):
                why = Text(
                    f"列名写的是“{part}”，应为“{column.unit}”",
                    f"the head says “{part}”, it should be “{column.unit}”",
                )
                return "", found("E-UNIT", why=why)
    return "", None


def title_unit(grid: Grid, first_row: int) -> str:
    """The unit a line above the head names for the whole table."""
    for row in sorted(number for number in grid.rows if number < first_row):
        for cell in grid.rows[row]:
            match = _IN_TITLE.search(narrow(cell.value)) if cell.kind is CellKind.TEXT else None
            if match and match[1] in amounts.UNITS:
                return match[1]
    return ""


def contradicts(fen: int, unit: str, number: float, others: list[int], cell_unit_fen: int) -> Finding | None:
    """Whether an amount in another unit than the head's contradicts the column.

    `fen`: as the cell's own unit says; `number`: the bare number; `others`: the column's amounts in the head's unit;
    `cell_unit_fen`: one of the head's unit. Read by the head's unit it must not come plainly nearer to the others than
    read by its own; alone, it must be at least a tenth of one of the head's units.
    """
    if fen == 0:
        return None
    by_head = abs(number) * cell_unit_fen
    positive = [other for other in others if other > 0]
    if positive:
        middle = median(positive)
        near_own = max(abs(fen) / middle, middle / abs(fen))
        near_head = max(by_head / middle, middle / by_head)
        is_contradiction = near_head * _PLAINLY < near_own
    else:
        is_contradiction = abs(fen) * 10 < cell_unit_fen
    if not is_contradiction:
        return None
    why = Text(
        f"列名的单位是“{unit}”，格内写的是另一个单位，换算后与同列悬殊",
        f"the head says {unit}, the cell another unit, which puts it far off its column",
    )
    return found("E-UNIT", why=why)


def _money(heading: str, bracketed: list[str]) -> tuple[str, Finding | None]:
    if _FOREIGN.search(heading):
        why = Text("列名写的是外币", "the head names a foreign currency")
        return "", found("E-UNIT", why=why)
    named = [unit for part in bracketed for unit in _MONEY.findall(part) if unit in amounts.UNITS]
    named += [part for part in bracketed if part in ("万", "亿", "千") and part in amounts.UNITS]
    if not named:
        tail = re.search(r"[:：/／_-]\s*((?:十|百|千|万|亿)*元)$", heading.strip())
        named = [tail[1]] if tail and tail[1] in amounts.UNITS else []
    if len({amounts.UNITS[unit].worth for unit in named}) > 1:
        why = Text(f"列名“{heading}”写了两个单位", f"the head “{heading}” names two units")
        return "", found("E-UNIT", why=why)
    return (named[0] if named else ""), None
