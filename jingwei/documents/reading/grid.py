"""What a file holds before anyone asks what it means: sheets, rows, cells, merges, what is hidden."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

Wire = Any  # what JSON carries


class CellKind(StrEnum):
    """What the file itself says a cell is."""

    EMPTY = ""
    TEXT = "t"
    NUMBER = "n"
    DATE = "d"
    BOOL = "b"
    ERROR = "e"
    FORMULA = "f"  # a formula whose value the file does not hold


class Cell(NamedTuple):
    """One cell. `value` is text: a number as plain decimal digits (15 significant, as a spreadsheet shows it, in
    scientific notation from 10^15 on, where digits are lost), a date as ISO 8601, ``#60`` for a serial that is no date.
    """

    kind: CellKind
    value: str = ""
    format: str = ""  # the number format, where it is not General
    is_linked: bool = False  # the formula behind it points into another file
    is_computed: bool = False


EMPTY = Cell(CellKind.EMPTY)
_KINDS = {kind.value: kind for kind in CellKind}


class Merge(NamedTuple):
    """A merged range; rows and columns from 1, both ends inside."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass
class Grid:
    """One sheet: rows by number (from 1, empty ones absent), cells from the first column on."""

    name: str
    is_hidden: bool = False
    rows: dict[int, list[Cell]] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: int = 0
    hidden_columns: list[int] = field(default_factory=list)
    is_filtered: bool = False

    def cell(self, row: int, column: int) -> Cell:
        """The cell at `row` and `column`, both from 1."""
        cells = self.rows.get(row, ())
        return cells[column - 1] if column <= len(cells) else EMPTY

    @property
    def width(self) -> int:
        """The number of columns of the widest row."""
        return max((len(cells) for cells in self.rows.values()), default=0)


@dataclass
class Book:
    """A file as read: `format` is ``xlsx`` or ``text``; `encoding` and `delimiter` are those of a text file."""

    format: str
    sheets: list[Grid] = field(default_factory=list)
    encoding: str = ""
    delimiter: str = ""
    is_1904: bool = False
    has_macros: bool = False

    def sheet(self, name: str) -> Grid | None:
        """The sheet called `name`."""
        return next((grid for grid in self.sheets if grid.name == name), None)


def cell_to_wire(cell: Cell) -> Wire:
    """A cell as short as JSON allows: null, a text, or a list."""
    if cell.kind is CellKind.EMPTY:
        return None
    if cell.kind is CellKind.TEXT and not cell.is_linked and not cell.is_computed:
        return cell.value
    return [cell.kind.value, cell.value, cell.format, int(cell.is_linked), int(cell.is_computed)]


def cell_from_wire(wire: Wire) -> Cell:
    """The inverse of `cell_to_wire`."""
    if wire is None:
        return EMPTY
    if isinstance(wire, str):
        return Cell(CellKind.TEXT, wire)
    kind, value, shown, is_linked, is_computed = wire
    return Cell(_KINDS[kind], value, shown, bool(is_linked), bool(is_computed))


def book_from_wire(lines: Iterator[Wire]) -> Book:
    """A book from what the worker printed: the head, then for each sheet its name, its rows, its tail."""
    head = next(lines)
    book = Book(head["format"])
    for line in lines:
        if isinstance(line, list):
            number, cells = line
            book.sheets[-1].rows[number] = [cell_from_wire(cell) for cell in cells]
        elif "sheet" in line:
            book.sheets.append(Grid(line["sheet"], is_hidden=line["is_hidden"]))
        elif "tail" in line:
            tail = line["tail"]
            grid = book.sheets[-1]
            grid.merges = [Merge(*merge) for merge in tail["merges"]]
            grid.hidden_rows, grid.hidden_columns = tail["hidden_rows"], tail["hidden_columns"]
            grid.is_filtered = tail["is_filtered"]
        else:
            for name, value in line["book"].items():
                setattr(book, name, value)
    return book
