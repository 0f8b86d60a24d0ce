"""Sheets of an .xlsx or .xlsm workbook, one pass each: rows are given out as they are read, merges and what is
hidden come after them.

Not by openpyxl, which gives either rows at low memory or merges, takes the Chinese date formats 27–36 and 50–58 for
plain numbers, and stops at style sheets that WPS writes.
Source: ECMA-376 part 1, 18.3 (worksheets) and 18.4 (shared strings).
"""

import re
from collections.abc import Callable
from typing import IO
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from jingwei.documents.reading.archive import Measured, open_workbook_archive
from jingwei.documents.reading.grid import EMPTY, Cell, CellKind, Wire, cell_to_wire
from jingwei.documents.reading.limits import Limits
from jingwei.documents.reading.numberformats import date_of_serial
from jingwei.documents.reading.refusals import Refused
from jingwei.documents.reading.saxing import local, parse
from jingwei.documents.reading.workbook import Parts, read_parts, unescape

_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_LINK = re.compile(r"\[\d+\]|\[[^\]]+\.xl\w+\]", re.IGNORECASE)
_SHARP = 15  # digits a spreadsheet keeps
_TRUE = ("1", "true")
_MAX_MERGES = 200_000
_MAX_HIDDEN = 16_384

Give = Callable[[Wire], None]


def place(reference: str) -> tuple[int, int]:
    """Row and column, from 1, of a reference such as ``AB12``."""
    match = _PLACE.fullmatch(reference.upper())
    if match is None:
        raise Refused("damaged")
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column


def read_xlsx(file: IO[bytes], limits: Limits, give: Give) -> None:
    """Give out every sheet of the workbook in `file`."""
    with open_workbook_archive(file, limits) as archive:
        parts = read_parts(archive, limits)
        if not parts.sheets:
            raise Refused("no-sheet")
        give({"book": {"is_1904": parts.is_1904, "has_macros": parts.has_macros}})
        cells_left = limits.cells
        for sheet in parts.sheets:
            give({"sheet": sheet.name, "is_hidden": sheet.is_hidden})
            handler = SheetHandler(parts, limits, give, cells_left)
            parse(Measured(archive, sheet.path, limits.unpacked), handler)
            cells_left = handler.cells_left
            give({"tail": handler.tail()})


class SheetHandler(ContentHandler):
    """One sheet as it streams by."""

    def __init__(self, parts: Parts, limits: Limits, give: Give, cells_left: int) -> None:
        super().__init__()
        self._parts = parts
        self._limits = limits
        self._give = give
        self.cells_left = cells_left
        self._row = self._column = 0
        self._cells: list[Cell] = []
        self._type = self._style = ""
        self._pieces: list[str] | None = None
        self._value = self._inline = self._formula = ""
        self._has_formula = self._is_aid = False
        self._merges: list[tuple[int, int, int, int]] = []
        self._hidden_rows = 0
        self._hidden_columns: list[int] = []
        self._is_filtered = False

    def tail(self) -> Wire:
        """What is known once the sheet has been read."""
        return {
            "merges": self._merges,
            "hidden_rows": self._hidden_rows,
            "hidden_columns": self._hidden_columns,
            "is_filtered": self._is_filtered and self._hidden_rows > 0,
        }

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802, D102 - SAX's name
        tag = local(name)
        if tag == "c":
            self._start_cell(attrs)
        elif tag in ("v", "f", "t"):
            self._has_formula = self._has_formula or tag == "f"
            self._pieces = None if tag == "t" and self._is_aid else []
        elif tag == "row":
            self._start_row(attrs)
        elif tag == "rPh":
            self._is_aid = True
        elif tag == "mergeCell":
            self._merge(attrs.get("ref", ""))
        elif tag == "col" and attrs.get("hidden") in _TRUE:
            first, last = int(attrs.get("min", "1")), int(attrs.get("max", "1"))
            self._hidden_columns += range(first, min(last, first + self._limits.columns) + 1)
            if len(self._hidden_columns) > _MAX_HIDDEN:
                raise Refused("damaged")
        elif tag == "autoFilter":
            self._is_filtered = True

    def characters(self, content: str) -> None:  # noqa: D102 - as above
        if self._pieces is not None:
            self._pieces.append(content)

    def endElement(self, name: str) -> None:  # noqa: N802, D102 - as above
        tag = local(name)
        if tag in ("v", "f", "t"):
            self._end_text(tag)
        elif tag == "c":
            self._end_cell()
        elif tag == "row":
            self._end_row()
        elif tag == "rPh":
            self._is_aid = False

    def _start_row(self, attrs: AttributesImpl) -> None:
        self._row = int(attrs.get("r") or self._row + 1)
        if not 0 < self._row <= self._limits.rows:
            raise Refused("rows", limit=self._limits.rows)
        self._cells, self._column = [], 0
        self._hidden_rows += attrs.get("hidden") in _TRUE

    def _end_row(self) -> None:
        while self._cells and self._cells[-1].kind is CellKind.EMPTY:
            self._cells.pop()
        if self._cells:
            self._give([self._row, [cell_to_wire(cell) for cell in self._cells]])

    def _start_cell(self, attrs: AttributesImpl) -> None:
        reference = attrs.get("r")
        self._column = place(reference)[1] if reference else self._column + 1
        self._type, self._style = attrs.get("t", "n"), attrs.get("s", "0")
        self._value = self._inline = self._formula = ""
        self._has_formula = False

    def _end_text(self, tag: str) -> None:
        text = "".join(self._pieces or ())
        self._pieces = None
        if tag == "v":
            self._value = text
        elif tag == "f":
            self._formula = text
        else:
            self._inline += text

    def _end_cell(self) -> None:
        cell = self._cell()
        if cell.kind is CellKind.EMPTY:
            return
        if self._column > self._limits.columns:
            raise Refused("columns", limit=self._limits.columns)
        self.cells_left -= 1
        if self.cells_left < 0:
            raise Refused("cells", limit=self._limits.cells)
        self._cells += [EMPTY] * (self._column - 1 - len(self._cells))
        self._cells.append(cell)

    def _cell(self) -> Cell:
        cell = self._bare_cell()
        if not self._has_formula:
            return cell
        if cell.kind is CellKind.EMPTY and self._type != "str":
            cell = Cell(CellKind.FORMULA, f"={self._formula}" if self._formula else "=")
        return cell._replace(is_linked=_LINK.search(self._formula) is not None, is_computed=True)

    def _bare_cell(self) -> Cell:
        kind, value = self._type, self._value
        if kind == "inlineStr":
            return _text(unescape(self._inline))
        if value == "":
            return EMPTY
        if kind == "s":
            texts = self._parts.texts
            if not value.isdecimal() or int(value) >= len(texts):
                raise Refused("damaged")
            return _text(texts[int(value)])
        if kind == "str":
            return _text(unescape(value))
        if kind == "b":
            return Cell(CellKind.BOOL, "TRUE" if value in _TRUE else "FALSE")
        if kind == "e":
            return Cell(CellKind.ERROR, value)
        if kind == "d":
            return Cell(CellKind.DATE, value)
        return self._number(value)

    def _number(self, raw: str) -> Cell:
        try:
            number = float(raw)
        except ValueError as error:
            raise Refused("damaged") from error
        style = int(self._style) if self._style.isdecimal() else 0
        formats = self._parts.formats
        shown, is_date = formats[style] if style < len(formats) else ("", False)
        if not is_date:
            return Cell(CellKind.NUMBER, plain(number), shown)
        day = date_of_serial(number, is_1904=self._parts.is_1904)
        return Cell(CellKind.DATE, day.isoformat() if day else f"#{plain(number)}", shown)

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        self._merges.append((*place(first), *place(last or first)))
        if len(self._merges) > _MAX_MERGES:
            raise Refused("damaged")


def plain(number: float) -> str:
    """A number as a spreadsheet shows it: 15 digits, without an exponent below 10^15."""
    text = f"{number:.{_SHARP}g}"
    if "e" not in text:
        return text
    if abs(number) >= 10**_SHARP:
        mantissa, _, exponent = text.partition("e")
        return f"{mantissa}E+{int(exponent)}"
    return f"{number:.{_SHARP + 5}f}".rstrip("0").rstrip(".") or "0"


def _text(text: str) -> Cell:
    return Cell(CellKind.TEXT, text) if text else EMPTY
