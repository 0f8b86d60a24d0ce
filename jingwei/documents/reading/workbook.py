"""The small parts of a workbook: which sheets there are, their files, the date system, number formats, texts."""

import re
import zipfile
from dataclasses import dataclass, field
from typing import Any
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from jingwei.documents.reading.archive import Measured
from jingwei.documents.reading.limits import Limits
from jingwei.documents.reading.numberformats import BUILT_IN_DATES, BUILT_IN_TEXTS, is_date_format
from jingwei.documents.reading.package import main_part, relations_of, resolve, tree_of
from jingwei.documents.reading.refusals import Refused
from jingwei.documents.reading.saxing import local, parse

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass
class SheetPart:
    """A sheet as the workbook lists it: name, file inside the archive, hidden or not."""

    name: str
    path: str
    is_hidden: bool


@dataclass
class Parts:
    """What is needed to read the sheets. `formats`: cell style number -> (number format, is it a date)."""

    sheets: list[SheetPart] = field(default_factory=list)
    formats: list[tuple[str, bool]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    is_1904: bool = False
    has_macros: bool = False


def read_parts(archive: zipfile.ZipFile, limits: Limits) -> Parts:
    """The small parts of `archive`."""
    names = frozenset(archive.namelist())
    base = main_part(archive, limits)
    folder, _, file = base.rpartition("/")
    relations = relations_of(archive, f"{folder}/_rels/{file}.rels".lstrip("/"), limits)
    parts = Parts(has_macros=any(name.endswith("vbaProject.bin") for name in names))
    for element in tree_of(archive, base, limits).iter():
        tag = local(element.tag)
        if tag == "workbookPr":
            parts.is_1904 = element.get("date1904") in ("1", "true")
        elif tag == "sheet":
            target = relations.get(
                next((v for k, v in element.attrib.items() if k.endswith("}id")), ""), ("", "")
            )
            path = resolve(folder, target[1])
            if target[0] == "worksheet" and path in names:
                parts.sheets.append(
                    SheetPart(element.get("name", ""), path, element.get("state", "visible") != "visible")
                )
    by_kind = {kind: resolve(folder, target) for kind, target in relations.values()}
    if by_kind.get("styles") in names:
        parts.formats = _formats(tree_of(archive, by_kind["styles"], limits))
    if by_kind.get("sharedStrings") in names:
        parts.texts = _texts(archive, by_kind["sharedStrings"], limits)
    return parts


def unescape(text: str) -> str:
    """Characters XML cannot carry are written ``_x000D_`` in a workbook."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _formats(styles: Any) -> list[tuple[str, bool]]:
    own: dict[int, str] = {}
    found: list[tuple[str, bool]] = []
    for block in styles:
        if local(block.tag) == "numFmts":
            own = {int(e.get("numFmtId", "0")): e.get("formatCode", "") for e in block}
    for block in styles:
        if local(block.tag) == "cellXfs":
            for style in block:
                number = int(style.get("numFmtId", "0"))
                code = own.get(number) or BUILT_IN_TEXTS.get(number, "")
                found.append((code, is_date_format(code) if number in own else number in BUILT_IN_DATES))
    return found


def _texts(archive: zipfile.ZipFile, path: str, limits: Limits) -> list[str]:
    handler = _TextsHandler(limits)
    parse(Measured(archive, path, limits.unpacked), handler)
    return handler.texts


class _TextsHandler(ContentHandler):
    """Shared strings, without the reading aids (rPh) of East Asian texts."""

    def __init__(self, limits: Limits) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._pieces: list[str] = []
        self._is_text = self._is_aid = False
        self._left = limits.text

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - SAX's name
        tag = local(name)
        if tag == "si":
            self._pieces = []
        elif tag == "rPh":
            self._is_aid = True
        elif tag == "t":
            self._is_text = not self._is_aid

    def characters(self, content: str) -> None:
        if self._is_text:
            self._left -= len(content)
            if self._left < 0:
                raise Refused("memory")
            self._pieces.append(content)

    def endElement(self, name: str) -> None:  # noqa: N802 - as above
        tag = local(name)
        if tag == "si":
            self.texts.append(unescape("".join(self._pieces)))
        elif tag == "rPh":
            self._is_aid = False
        elif tag == "t":
            self._is_text = False
