"""The text of a Word document: a line for every paragraph, a line with tabs for every row of a table."""

from typing import IO
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from jingwei.documents.reading.archive import Measured, open_archive
from jingwei.documents.reading.limits import MEBI, Limits, in_words
from jingwei.documents.reading.package import main_part
from jingwei.documents.reading.refusals import Refused
from jingwei.documents.reading.saxing import local, parse

_BODY = 32 * MEBI
_DEEP = 1000  # elements inside one another; people's documents stay below a hundred
# Deleted or moved away, a second rendering of a drawing for old programs, the reading aid above a character.
_LEFT_OUT = frozenset({"del", "moveFrom", "Fallback", "rt"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read_docx(file: IO[bytes], limits: Limits) -> str:
    """The text of the document in `file`, tracked changes accepted; `Refused` where it is none or asks too much."""
    with open_archive(file, limits) as archive:
        names = frozenset(archive.namelist())
        if "[Content_Types].xml" not in names:
            raise Refused("archive")
        if any(name.startswith("xl/") for name in names):
            raise Refused("xls")
        handler = DocumentHandler(limits.text)
        parse(Measured(archive, main_part(archive, limits), _BODY), handler)
        return "\n".join(handler.lines)


class DocumentHandler(ContentHandler):
    """A document as it streams by; paragraphs, rows and cells may stand inside one another."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._left = self._limit = limit
        self._depth = self._left_out = 0
        self._runs = 0
        self._is_text = False
        self._paragraphs: list[list[str]] = []
        self._rows: list[list[str]] = []
        self._cells: list[list[str]] = []

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802, D102 - SAX's name
        tag = local(name)
        self._depth += 1
        if self._depth > _DEEP or (self._depth == 1 and tag != "document"):
            raise Refused("damaged")
        if tag in _LEFT_OUT:
            self._left_out += 1
        elif self._left_out:
            return
        elif tag == "p":
            self._paragraphs.append([])
        elif tag == "r":
            self._runs += 1
        elif tag == "t":
            self._is_text = True
        elif tag in _SIGNS and self._runs:
            self._add(_SIGNS[tag])
        elif tag == "tr":
            self._rows.append([])
        elif tag == "tc":
            self._cells.append([])

    def characters(self, content: str) -> None:  # noqa: D102 - as above
        if self._is_text:
            self._add(content)

    def endElement(self, name: str) -> None:  # noqa: N802, D102 - as above
        tag = local(name)
        self._depth -= 1
        if tag in _LEFT_OUT:
            self._left_out -= 1
        elif self._left_out:
            return
        elif tag == "t":
            self._is_text = False
        elif tag == "r":
            self._runs -= 1
        elif tag == "p":
            self._deliver("".join(self._paragraphs.pop()))
        elif tag == "tc":
            self._end_cell()
        elif tag == "tr" and any(row := self._rows.pop()):
            self._deliver("\t".join(row))

    def _add(self, text: str) -> None:
        self._count(len(text))
        if self._paragraphs:
            self._paragraphs[-1].append(text)

    def _count(self, length: int) -> None:
        self._left -= length
        if self._left < 0:
            raise Refused("bytes", limit=in_words(self._limit))

    def _end_cell(self) -> None:
        text = " ".join(" ".join(self._cells.pop()).split())
        if self._rows:
            self._rows[-1].append(text)
        else:
            self._deliver(text)

    def _deliver(self, line: str) -> None:
        """To the cell it stands in, else to the document."""
        self._count(1)
        (self._cells[-1] if self._cells else self.lines).append(line)
