"""Spreadsheets out: .xlsx (constant memory) and CSV (UTF-8 with mark), streamed; no cell can become a formula.

`import(export(x)) == x` for whatever an import can have stored: `sheet_rows` writes typed values as the import reads
them. A text that begins with = + - @ TAB CR or a full-width twin is a string cell in .xlsx, and gets an apostrophe in
CSV, where nothing else tells a text from a formula; the import takes it off again.
"""

import csv
import io
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import IO, Any

import xlsxwriter

from jingwei.documents.checking.cleaning import DANGEROUS, ESCAPED
from jingwei.documents.shapes import Column, ColumnKind, Values
from jingwei.documents.sheets.template import heading
from jingwei.kernel.amounts import UNITS

BOM = b"\xef\xbb\xbf"
_SHARP = 15  # digits a spreadsheet keeps of a number
_LONGEST = 32_767  # characters of a cell
_IN_MEMORY = 1 << 20
_BATCH = 200

Cell = Any  # str, int, Decimal, date, datetime, bool or None


def escape(text: str) -> str:
    """`text` safe in a CSV cell."""
    return f"'{text}" if text.startswith(tuple(DANGEROUS)) or ESCAPED.match(text) else text


def csv_stream(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """A CSV file in pieces: head, then rows; numbers bare, dates ISO 8601."""
    yield BOM
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([escape(name) for name in head])
    for number, row in enumerate(rows, start=1):
        writer.writerow([_csv_cell(value) for value in row])
        if number % _BATCH == 0:
            yield _taken(buffer)
    yield _taken(buffer)


def xlsx_file(
    head: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    title: str = "data",
    about: Sequence[tuple[str, str]] = (),
    about_title: str = "about",
) -> IO[bytes]:
    """An .xlsx file, at its start, for the caller to send and close.

    `about`: lines (what, value) for a second page, called `about_title`.
    """
    out = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - the caller closes what is sent
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(out, {**options, "default_date_format": "yyyy-mm-dd"})
    page = book.add_worksheet(_page_name(title))
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter"})
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    page.freeze_panes(1, 0)
    for place, name in enumerate(head):
        page.set_column(place, place, max(10, min(40, 2 * len(name) + 4)))
        page.write_string(0, place, name, bold)
    for number, row in enumerate(rows, start=1):
        for place, value in enumerate(row):
            _write(page, number, place, value, moment)
    if about:
        notes = book.add_worksheet(_page_name(about_title))
        for number, (what, value) in enumerate(about):
            notes.write_string(number, 0, what)
            notes.write_string(number, 1, value)
    book.close()
    out.seek(0)
    return out


def sheet_head(columns: Sequence[Column], language: str) -> list[str]:
    """The headings of a register's export, with units."""
    return [heading(column, language) for column in columns]


def sheet_rows(columns: Sequence[Column], rows: Iterable[Values]) -> Iterator[list[Cell]]:
    """Typed values as cells: amounts in the column's unit, choices under their usual spelling."""
    spellings = {column.key: _spellings(column) for column in columns}
    for row in rows:
        yield [_cell(row.get(column.key), column, spellings[column.key]) for column in columns]


def _spellings(column: Column) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for spelling, stored in (column.choices() if column.choices else {}).items():
        found.setdefault(stored, spelling)
    return found


def _cell(value: Cell, column: Column, spellings: Mapping[str, str]) -> Cell:
    if value is None:
        return None
    if column.kind is ColumnKind.AMOUNT:
        return _exact(Fraction(value) / UNITS[column.unit or "元"].worth)
    return spellings.get(value, value) if column.kind is ColumnKind.CHOICE else value


def _exact(value: Fraction) -> Decimal:
    """A fraction whose denominator divides a power of ten, as a decimal."""
    places = 0
    while value.denominator != 1:
        value, places = value * 10, places + 1
    return Decimal(value.numerator).scaleb(-places)


def _csv_cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat(" ", "minutes") if isinstance(value, datetime) else value.isoformat()
    return str(value)


def _write(page: Any, row: int, place: int, value: Cell, moment: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, datetime):
        page.write_datetime(row, place, value.replace(tzinfo=None), moment)
    elif isinstance(value, date):
        page.write_datetime(row, place, value)
    elif isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        _write_number(page, row, place, value)
    else:
        text = str(value)
        page.write_string(row, place, (f"'{text}" if ESCAPED.match(text) else text)[:_LONGEST])


def _write_number(page: Any, row: int, place: int, value: int | Decimal) -> None:
    digits = len(Decimal(value).normalize().as_tuple().digits)
    if digits > _SHARP or abs(value) >= 10**_SHARP:
        page.write_string(row, place, f"{value:f}" if isinstance(value, Decimal) else str(value))
    else:
        page.write_number(row, place, float(value))


def _taken(buffer: io.StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode("utf-8")


def _page_name(title: str) -> str:
    return "".join(character for character in title if character not in "[]:*?/\\'")[:31] or "data"
