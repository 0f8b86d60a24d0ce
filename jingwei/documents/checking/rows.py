"""One data row: its cells read in their columns, merged cells filled down where that is declared."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from jingwei.documents.checking.cells import read_cell
from jingwei.documents.checking.context import Context, Reading
from jingwei.documents.checking.verdicts import VERDICTS, Finding, found
from jingwei.documents.checking.verdicts import fault as make_fault
from jingwei.documents.reading.grid import Cell, CellKind, Grid, Merge
from jingwei.documents.shapes import ColumnKind, Fault
from jingwei.kernel.identifiers import resident_id

_SHOWN = 200
_AREA = 1_000_000


@dataclass
class CheckedRow:
    """A data row: its number in the file, typed values by column key (None where empty or unread), its faults.

    `foreign`: keys of amounts whose cell names another unit than the head; `unread`: keys of cells that hold something
    which could not be read.
    """

    number: int
    values: dict[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    cells: dict[str, Cell] = field(default_factory=dict)
    foreign: set[str] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)
    computed: int = 0

    @property
    def has_error(self) -> bool:
        """Whether it may not be stored."""
        return any(fault.severity == "error" for fault in self.faults)


@dataclass(frozen=True)
class Table:
    """A grid with what is known of its columns: where each stands, what it is called, how it is read."""

    grid: Grid
    places: Mapping[str, int]
    headings: Mapping[str, str]
    contexts: Mapping[str, Context]
    merged: Mapping[tuple[int, int], Merge]

    def fault(self, finding: Finding, row: int, key: str = "", cell: Cell | None = None) -> Fault:
        """`finding` placed at a row and column of this table; a resident id is shown masked."""
        value = cell.value.lstrip("#") if cell else ""
        context = self.contexts.get(key)
        if context and context.column.kind is ColumnKind.RESIDENT_ID:
            value = resident_id.mask(value)
        heading = self.headings.get(key, "")
        return make_fault(finding, sheet=self.grid.name, row=row, column=heading, value=value[:_SHOWN])

    def read_row(self, number: int) -> CheckedRow:
        """The row at `number` with its values and faults."""
        row = CheckedRow(number)
        for key, context in self.contexts.items():
            place = self.places[key]
            cell, reading = self._read(number, place, context)
            row.cells[key] = cell
            row.values[key] = reading.value
            row.computed += cell.is_computed
            if reading.foreign:
                row.foreign.add(key)
            if reading.value is None and cell.kind is not CellKind.EMPTY and _has_error(reading):
                row.unread.add(key)
            row.faults += [self.fault(finding, number, key, cell) for finding in reading.findings]
        return row

    def _read(self, number: int, place: int, context: Context) -> tuple[Cell, Reading]:
        cell = self.grid.cell(number, place)
        merge = self.merged.get((number, place))
        if merge is None:
            return cell, read_cell(cell, context)
        first = self.grid.cell(merge.top, merge.left)
        if merge.left != place or not context.column.fill_down:
            if merge.left == place == merge.right or merge.left != place or merge.top != merge.bottom:
                return first, Reading(None, (found("E-MERGED", range=in_letters(merge)),))
            return cell, read_cell(cell, context)
        reading = read_cell(first, context)
        if number == merge.top:
            return first, reading
        note = found("N-FILL", range=in_letters(merge))
        return first, reading._replace(findings=(note, *reading.findings))


def _has_error(reading: Reading) -> bool:
    return any(VERDICTS[finding.code].severity == "error" for finding in reading.findings)


def merged_cells(grid: Grid, after: int) -> dict[tuple[int, int], Merge]:
    """Which merge each cell below row `after` belongs to."""
    found_cells: dict[tuple[int, int], Merge] = {}
    last_row, last_place = max(grid.rows, default=0), grid.width
    for merge in grid.merges:
        for row in range(max(merge.top, after + 1), min(merge.bottom, last_row) + 1):
            for place in range(merge.left, min(merge.right, last_place) + 1):
                found_cells[row, place] = merge
            if len(found_cells) > _AREA:
                return found_cells
    return found_cells


def in_letters(merge: Merge) -> str:
    """A range as a spreadsheet names it: ``B3:B5``."""
    return f"{letters(merge.left)}{merge.top}:{letters(merge.right)}{merge.bottom}"


def letters(place: int) -> str:
    """A column's letters: 1 is ``A``, 28 is ``AB``."""
    name = ""
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(65 + rest) + name
    return name
