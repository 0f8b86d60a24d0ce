"""From a grid to checked rows: the one way into this package."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from jingwei.documents.checking.across import across_rows
from jingwei.documents.checking.context import Context
from jingwei.documents.checking.heading import SEARCHED, Head, find_head, head_faults
from jingwei.documents.checking.labels import Labels
from jingwei.documents.checking.rows import CheckedRow, Table, merged_cells
from jingwei.documents.checking.totals import Sums, total_kind
from jingwei.documents.checking.units import contradicts, head_unit, title_unit
from jingwei.documents.checking.verdicts import Finding, found
from jingwei.documents.checking.verdicts import fault as make_fault
from jingwei.documents.checking.words import fold
from jingwei.documents.reading.grid import Book, Cell, CellKind, Grid
from jingwei.documents.shapes import Column, ColumnKind, Fault
from jingwei.kernel import amounts
from jingwei.kernel.text import Text

Progress = Callable[[int, int], None]

_REMARK = re.compile(
    r"(?:备?注|说明|填表|制表|审核|负责人|联系人|单位负责|报送|日期|示例|note|remark)", re.IGNORECASE
)
_EVERY = 500


@dataclass
class Checked:
    """What checking gives. `faults` are those of the file as a whole; an error among them leaves `rows` empty."""

    worksheet: str
    rows: list[CheckedRow] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    headings: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_refused(self) -> bool:
        """Whether the file as a whole cannot be imported."""
        return any(fault.severity == "error" and fault.row is None for fault in self.faults)

    def all_faults(self) -> list[Fault]:
        """File and rows together, in the order of the file."""
        return [*self.faults, *(fault for row in self.rows for fault in row.faults)]


def check_grid(
    columns: Sequence[Column],
    identity: Sequence[str],
    book: Book,
    grid: Grid,
    today: date,
    progress: Progress | None = None,
) -> Checked:
    """Check `grid` of `book` against `columns`; `identity` are the keys that tell rows apart.

    `progress(done, of)` is called now and then. No value is changed without a note among the faults.
    """
    checked = Checked(grid.name, faults=_of_the_book(book, grid))
    head = find_head(grid, Labels(columns)) if grid.rows else None
    if head is None:
        checked.faults.append(_place(grid, _no_head(columns, book, grid)))
        return checked
    problems = head_faults(head, tuple(columns), Labels(columns))
    contexts, unit_problems = _contexts(columns, head, book, grid, today)
    checked.faults += [_place(grid, problem) for problem in problems]
    checked.faults += [_place(grid, problem, heading) for heading, problem in unit_problems]
    if unknown := head.unknown:
        checked.faults.append(_place(grid, found("N-IGNORED", headings="、".join(unknown))))
    if checked.is_refused:
        return checked
    places = head.places()
    table = Table(
        grid,
        {key: places[key] for key in contexts},
        {key: head.headings[places[key]] for key in contexts},
        contexts,
        merged_cells(grid, head.last),
    )
    checked.headings = table.headings
    _Pass(table, head, identity, book.format == "text", checked).run(progress)
    _finish(checked, table, identity)
    return checked


class _Pass:
    """One walk down the rows."""

    def __init__(
        self, table: Table, head: Head, identity: Sequence[str], is_text: bool, checked: Checked
    ) -> None:
        self.table = table
        self.head = head
        self.identity = [key for key in identity if key in table.contexts]
        self.is_text = is_text
        self.checked = checked
        self.columns = tuple(context.column for context in table.contexts.values())
        self.sums = Sums(self.columns)
        self.early_totals: list[CheckedRow] = []
        self.wanted = len(table.grid.rows[head.last])
        self.head_texts = _row_texts(table.grid.rows[head.first]), _row_texts(table.grid.rows[head.last])

    def run(self, progress: Progress | None) -> None:
        """Read every row below the head."""
        numbers = sorted(number for number in self.table.grid.rows if number > self.head.last)
        for done, number in enumerate(numbers):
            if progress and done % _EVERY == 0:
                progress(done, len(numbers))
            self._row(number, self.table.grid.rows[number])
        for row in self.early_totals:
            self._total("total", row)

    def _row(self, number: int, cells: list[Cell]) -> None:
        if self._is_skipped(number, cells):
            return
        if self.is_text and self._is_ragged(cells) and not total_kind(cells):
            fault = self.table.fault(found("E-COLS", wanted=self.wanted, got=len(cells)), number)
            self.checked.rows.append(CheckedRow(number, faults=[fault]))
            self.sums.unread |= {column.key for column in self.columns}
            return
        row = self.table.read_row(number)
        kind = total_kind(cells)
        if kind and self._is_no_record(row):
            if self.sums.rows == 0:
                self.early_totals.append(row)
            else:
                self._total(kind, row)
            return
        if all(cell.kind is CellKind.EMPTY for cell in row.cells.values()):
            return
        if self._is_no_record(row) and (hit := self.sums.looks_like_subtotal(row.values)):
            key, finding = hit
            row.faults = [self.table.fault(finding, number, key, row.cells[key])]
            row.values = dict.fromkeys(row.values)
            self.checked.rows.append(row)
            self.sums.close_group()
            return
        self.sums.add(row.values, row.unread)
        self.checked.rows.append(row)

    def _is_ragged(self, cells: list[Cell]) -> bool:
        more = any(cell.kind is not CellKind.EMPTY for cell in cells[self.wanted :])
        return len(cells) < self.wanted or more

    def _is_skipped(self, number: int, cells: list[Cell]) -> bool:
        texts = _row_texts(cells)
        if texts and texts in self.head_texts:
            self._note("N-HEADER-AGAIN", number)
            return True
        if len(texts) == 1 and _REMARK.match(texts[0][1]) and _count(cells) == 1:
            self._note("N-REMARK", number)
            return True
        return False

    def _is_no_record(self, row: CheckedRow) -> bool:
        """Whether what tells rows apart is missing (a total's own word in its place does not count)."""
        columns = {key: self.table.contexts[key].column for key in self.identity}
        needed = [key for key, column in columns.items() if column.required] or self.identity
        lost = [key for key in needed if row.values.get(key) is None or total_kind([row.cells[key]])]
        return len(lost) == len(needed) or any(columns[key].required for key in lost)

    def _total(self, kind: str, row: CheckedRow) -> None:
        differences = self.sums.check(kind, row.values)
        faults = [self.table.fault(finding, row.number, key, row.cells[key]) for key, finding in differences]
        if not differences:
            faults = [self.table.fault(found("N-TOTAL" if kind == "total" else "N-SUBTOTAL"), row.number)]
        if kind == "subtotal":
            self.sums.close_group()
        self.checked.faults += faults

    def _note(self, code: str, number: int) -> None:
        self.checked.faults.append(self.table.fault(found(code), number))


def _finish(checked: Checked, table: Table, identity: Sequence[str]) -> None:
    """What needs all rows: units against the column, duplicates, outliers."""
    if not checked.rows:
        checked.faults.append(_place(table.grid, found("E-NO-ROWS")))
        return
    columns = [context.column for context in table.contexts.values()]
    for row, key, finding in _unit_contradictions(checked.rows, table):
        row.values[key] = None
        row.faults.append(table.fault(finding, row.number, key, row.cells[key]))
    read = [row for row in checked.rows if row.cells]
    known = [key for key in identity if key in table.contexts]
    for row, key, finding in across_rows(read, columns, known):
        row.faults.append(table.fault(finding, row.number, key, row.cells[key]))
    if computed := sum(row.computed for row in checked.rows):
        checked.faults.append(_place(table.grid, found("N-FORMULAS", count=computed)))


def _unit_contradictions(rows: list[CheckedRow], table: Table) -> list[tuple[CheckedRow, str, Finding]]:
    hits = []
    for key, context in table.contexts.items():
        foreign = [row for row in rows if key in row.foreign and row.values[key] is not None]
        if not foreign:
            continue
        others = [
            row.values[key] for row in rows if key not in row.foreign and row.values.get(key) is not None
        ]
        worth = int(amounts.UNITS[context.unit].worth)
        for row in foreign:
            bare = re.sub(r"[^\d.]", "", row.cells[key].value.replace("．", "."))
            number = float(bare) if re.fullmatch(r"\d+(\.\d+)?", bare) else 0.0
            if finding := contradicts(row.values[key], context.unit, number, others, worth):
                hits.append((row, key, finding))
    return hits


def _contexts(
    columns: Sequence[Column], head: Head, book: Book, grid: Grid, today: date
) -> tuple[dict[str, Context], list[tuple[str, Finding]]]:
    places = head.places()
    titled = title_unit(grid, head.first)
    contexts, problems = {}, []
    for column in columns:
        if column.key not in places:
            continue
        heading = head.headings[places[column.key]]
        unit, problem = head_unit(heading, column)
        if problem:
            problems.append((heading, problem))
        named = unit or (titled if column.kind is ColumnKind.AMOUNT else "")
        choices: Mapping[str, str] = column.choices() if column.choices else {}
        contexts[column.key] = Context(
            column,
            unit=named or column.unit or ("元" if column.kind is ColumnKind.AMOUNT else ""),
            is_head_unit=bool(named),
            says_percent="%" in heading or "％" in heading or "百分" in heading,
            is_1904=book.is_1904,
            is_text_file=book.format == "text",
            today=today,
            choices=choices,
            spellings={fold(spelling): spelling for spelling in reversed(list(choices))},
        )
    return contexts, problems


def _of_the_book(book: Book, grid: Grid) -> list[Fault]:
    faults = []
    if book.encoding and book.encoding != "UTF-8":
        faults.append(_place(grid, found("N-ENC", encoding=book.encoding)))
    if book.has_macros:
        faults.append(_place(grid, found("N-MACROS")))
    if grid.hidden_rows or grid.hidden_columns:
        filtered = Text("（已筛选）", " (filtered)") if grid.is_filtered else ""
        width = grid.width
        columns = len([place for place in grid.hidden_columns if place <= width])
        if grid.hidden_rows or columns:
            finding = found("W-HIDDEN", rows=grid.hidden_rows, columns=columns, filtered=filtered)
            faults.append(_place(grid, finding))
    return faults


def _no_head(columns: Sequence[Column], book: Book, grid: Grid) -> Finding:
    if book.format == "text" and grid.width <= 1 and len(columns) > 1:
        return found("E-DELIM")
    wanted = [column.label for column in columns if column.required] or [column.label for column in columns]
    names = Text("、".join(label.zh for label in wanted), ", ".join(label.en for label in wanted))
    return found("E-HEADER", rows=SEARCHED, wanted=names)


def _place(grid: Grid, finding: Finding, column: str = "") -> Fault:
    return make_fault(finding, sheet=grid.name, column=column)


def _row_texts(cells: Sequence[Cell]) -> list[tuple[int, str]]:
    return [
        (place, cell.value.strip())
        for place, cell in enumerate(cells)
        if cell.kind is CellKind.TEXT and cell.value.strip()
    ]


def _count(cells: Sequence[Cell]) -> int:
    return sum(cell.kind is not CellKind.EMPTY for cell in cells)
