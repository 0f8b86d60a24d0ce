"""In which encoding a text file is written, and where it stops being so.

A file is UTF-16 by its mark or its zero bytes, UTF-8 if all of it is, else GB 18030. Files glued together from two
sources are told apart field by field: GB 18030 reads nearly any bytes, so "it decodes" proves nothing.
"""

import re
from collections.abc import Iterator

from jingwei.documents.reading.refusals import Refused

_FIELD = re.compile(rb"[^\x00-\x7f][^,;\t\r\n\"]*")
_UTF16_SAMPLE = 4096


def decode(content: bytes) -> tuple[str, str]:
    """The text and the name of its encoding; `Refused("encoding")` with line and byte offset where it changes."""
    if content.startswith(b"\xef\xbb\xbf"):
        return _whole(content[3:], "utf-8", 3), "UTF-8 (BOM)"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        name = "utf-16-le" if content.startswith(b"\xff\xfe") else "utf-16-be"
        return _whole(content[2:], name, 2), name.upper()
    if b"\0" in content[:_UTF16_SAMPLE]:
        zeros_first = content[:_UTF16_SAMPLE:2].count(0) > content[1:_UTF16_SAMPLE:2].count(0)
        name = "utf-16-be" if zeros_first else "utf-16-le"
        return _whole(content, name, 0), name.upper()
    try:
        return content.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return _gb18030(content), "GB18030"


def _whole(content: bytes, name: str, skipped: int) -> str:
    try:
        return content.decode(name)
    except UnicodeDecodeError as error:
        if name == "utf-8":
            raise _changes_at(content, error.start, skipped) from error
        line = content[: error.start].decode(name, "replace").count("\n") + 1
        raise Refused("encoding", line=line, offset=error.start + skipped) from error


def _changes_at(content: bytes, offset: int, skipped: int = 0) -> Refused:
    return Refused("encoding", line=content.count(b"\n", 0, offset) + 1, offset=offset + skipped)


def _gb18030(content: bytes) -> str:
    first = ""
    for offset, field in _fields(content):
        kind = _kind(field)
        if kind == "neither":
            raise _changes_at(content, offset + _first_bad(field, first))
        if kind and first and kind != first:
            raise _changes_at(content, offset)
        first = first or kind
    try:
        return content.decode("gb18030")
    except UnicodeDecodeError as error:
        raise _changes_at(content, error.start) from error


def _fields(content: bytes) -> Iterator[tuple[int, bytes]]:
    for match in _FIELD.finditer(content):
        yield match.start(), match[0]


def _kind(field: bytes) -> str:
    """``utf-8``, ``gb18030``, ``neither``, or nothing where both readings are plausible."""
    gb = _try(field, "gb18030")
    if _try(field, "utf-8") is None:
        return "gb18030" if gb is not None else "neither"
    if gb is None:
        return "utf-8"
    # UTF-8 Chinese misread as GB 18030 strays out of GB 2312's everyday characters; real GB text hardly does.
    return "" if _try_encode(gb) else "utf-8"


def _first_bad(field: bytes, expected: str) -> int:
    try:
        field.decode(expected or "utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _try(field: bytes, name: str) -> str | None:
    try:
        return field.decode(name)
    except UnicodeDecodeError:
        return None


def _try_encode(text: str) -> bool:
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
