"""The zip a workbook or a document comes in: looked at before it is opened, counted while it is read."""

import lzma
import struct
import zipfile
import zlib
from typing import IO

from jingwei.documents.reading.limits import Limits, in_words
from jingwei.documents.reading.refusals import Refused

_ENCRYPTED = 0x1
# What the standard library raises over archives and compressed data that do not hold together.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    KeyError,
    OSError,
    RuntimeError,
    ValueError,
)


def open_workbook_archive(file: IO[bytes], limits: Limits) -> zipfile.ZipFile:
    """The archive, once its directory is within the limits and it is a workbook; else `Refused`."""
    archive = open_archive(file, limits)
    _must_be_workbook(frozenset(archive.namelist()))
    return archive


def open_archive(file: IO[bytes], limits: Limits) -> zipfile.ZipFile:
    """The archive, once its directory is within the limits; else `Refused`."""
    try:
        archive = zipfile.ZipFile(file)
    except _DAMAGE as error:
        raise Refused("damaged") from error
    members = archive.infolist()
    if len(members) > limits.members:
        raise Refused("members", real=len(members), limit=limits.members)
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise Refused("password")
    names = [member.filename for member in members]
    if len(set(names)) != len(names):
        raise Refused("damaged")
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if unpacked > limits.unpacked or (unpacked > limits.ratio_from and unpacked > packed * limits.ratio):
        raise Refused("bomb", real=in_words(unpacked), limit=in_words(limits.unpacked))
    return archive


def _must_be_workbook(names: frozenset[str]) -> None:
    if "xl/workbook.bin" in names:
        raise Refused("xlsb")
    if "content.xml" in names:
        raise Refused("ods")
    if "word/document.xml" in names:
        raise Refused("doc")
    if "[Content_Types].xml" not in names or "_rels/.rels" not in names:
        raise Refused("archive" if "[Content_Types].xml" not in names else "damaged")


class Measured:
    """A member being read; stops when more comes out than all members together may hold."""

    def __init__(self, archive: zipfile.ZipFile, name: str, limit: int) -> None:
        try:
            self._stream = archive.open(name)
        except _DAMAGE as error:
            raise Refused("damaged") from error
        self._left = self._limit = limit

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes (a negative size: all, within the limit)."""
        try:
            data = self._stream.read(self._left + 1 if size < 0 else size)
        except _DAMAGE as error:
            raise Refused("damaged") from error
        self._left -= len(data)
        if self._left < 0:
            raise Refused("bomb", real=f"> {in_words(self._limit)}", limit=in_words(self._limit))
        return data
