"""From a stored file to a preview: read it, pick the worksheet, check it, set its rows against the register."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from jingwei.documents.checking.heading import find_head, head_faults
from jingwei.documents.checking.labels import Labels
from jingwei.documents.checking.rows import CheckedRow
from jingwei.documents.checking.sheet import Checked, check_grid
from jingwei.documents.checking.verdicts import fault, found
from jingwei.documents.reading.grid import Book, Grid
from jingwei.documents.reading.launch import read
from jingwei.documents.reading.refusals import Refused
from jingwei.documents.shapes import Fault, Outcome, Resolution, Sheet
from jingwei.documents.sheets.records import Row
from jingwei.documents.sheets.template import OWN_SHEETS

Progress = Callable[[int], None]

_READ, _CHECKED, _DONE = 30, 80, 100  # per cent


@dataclass
class Preview:
    """What an import would do. `asks`: the worksheet has to be chosen first, from `worksheets`."""

    worksheet: str = ""
    worksheets: list[dict[str, Any]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    is_refused: bool = False
    asks: bool = False


def make_preview(
    path: Path, name: str, sheet: Sheet, worksheet: str, today: date, progress: Progress
) -> Preview:
    """The preview of importing the file at `path` (uploaded as `name`) into `sheet`; the database is only read."""
    try:
        book = read(path, name)
    except Refused as refused:
        return Preview(faults=[refusal(refused)], is_refused=True)
    progress(_READ)
    preview = Preview(worksheets=worksheets_of(book, sheet))
    grid = _choose(book, worksheet, preview)
    if grid is None:
        return preview
    preview.worksheet = grid.name

    def tell(done: int, of: int) -> None:
        progress(_READ + (_CHECKED - _READ) * done // max(of, 1))

    checked = check_grid(sheet.columns, sheet.identity, book, grid, today, tell)
    preview.is_refused = checked.is_refused
    preview.rows, preview.faults = _resolved(sheet, checked)
    progress(_DONE)
    return preview


def worksheets_of(book: Book, sheet: Sheet) -> list[dict[str, Any]]:
    """The worksheets with data: name, rows, whether the head fits `sheet`. Hidden ones and our aids are left out."""
    labels = Labels(sheet.columns)
    listed = []
    for grid in book.sheets:
        if grid.is_hidden or not grid.rows or grid.name in OWN_SHEETS:
            continue
        head = find_head(grid, labels)
        fits = head is not None and not head_faults(head, sheet.columns, labels)
        listed.append({"name": grid.name, "rows": len(grid.rows), "fits": fits})
    return listed


def refusal(refused: Refused) -> Fault:
    """The fault of a file that is not read at all."""
    return Fault(refused.code, refused.text, row=refused.line, remedy=refused.remedy)


def _choose(book: Book, worksheet: str, preview: Preview) -> Grid | None:
    listed = preview.worksheets
    if worksheet:
        grid = book.sheet(worksheet)
        if grid is None:
            preview.faults = [fault(found("E-NO-SHEET", name=worksheet))]
            preview.is_refused = True
        return grid
    if not listed:
        preview.faults = [refusal(Refused("no-sheet"))]
        preview.is_refused = True
        return None
    if len(listed) > 1:
        names = "、".join(one["name"] for one in listed)
        preview.faults = [fault(found("W-SHEETS", count=len(listed), names=names))]
        preview.asks = True
        return None
    return book.sheet(listed[0]["name"])


def _resolved(sheet: Sheet, checked: Checked) -> tuple[list[Row], list[Fault]]:
    good = [row for row in checked.rows if not row.has_error]
    resolutions = list(sheet.resolve([row.values for row in good])) if good else []
    if len(resolutions) != len(good):
        raise RuntimeError(f"sheet {sheet.id!r} resolved {len(resolutions)} of {len(good)} rows")
    by_number = {row.number: resolution for row, resolution in zip(good, resolutions, strict=True)}
    faults = list(checked.faults)
    rows = []
    for row in checked.rows:
        resolution = by_number.get(row.number, Resolution(Outcome.REFUSE))
        own = [*row.faults, *placed(resolution, row, checked, sheet)]
        faults += own
        rows.append(_row(row, resolution, own))
    return rows, faults


def placed(resolution: Resolution, row: CheckedRow, checked: Checked, sheet: Sheet) -> list[Fault]:
    """The register's own faults, put at their row; a column may be named by its key."""
    faults = []
    for one in resolution.faults:
        cell = row.cells.get(one.column)
        heading = checked.headings.get(one.column, one.column)
        value = one.value or (cell.value if cell else "")
        faults.append(replace(one, sheet=checked.worksheet, row=row.number, column=heading, value=value))
    return faults


def _row(row: CheckedRow, resolution: Resolution, faults: Sequence[Fault]) -> Row:
    is_refused = any(one.severity == "error" for one in faults)
    outcome = Outcome.REFUSE if is_refused else resolution.outcome
    unconfirmed = sorted({one.code for one in faults if one.needs_confirmation})
    return Row(row.number, row.values, outcome, resolution.changes, tuple(unconfirmed))
