"""What a file is, by what it holds; its name only helps to word the refusal."""

from pathlib import PurePath

from jingwei.documents.reading.refusals import Refused

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
PICTURES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
PAGES = (b"<!doctype", b"<html", b"<table", b"<head", b"<body", b"<meta", b"<style")
BOMS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")


def sniff(content: bytes, name: str) -> str:
    """``zip`` or ``text`` for what may be read on; anything else raises `Refused` with its reason."""
    if not content.strip(b"\0\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise Refused("empty")
    if content.startswith(OLE):
        raise Refused(_ole(content, name))
    if content.startswith(ZIPS):
        return "zip"
    if content.startswith(PICTURES):
        raise Refused("pdf")
    if content.startswith(ARCHIVES):
        raise Refused("archive")
    start = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(PAGES) or b"<html" in start:
        raise Refused("html")
    if start.startswith(b"<?xml"):
        raise Refused("xml")
    if b"\0" in content[:4096] and not content.startswith(BOMS) and not _is_bare_utf16(content):
        raise Refused("binary")
    return "text"


def _ole(content: bytes, name: str) -> str:
    """Which of the old compound files: stream names stand in it as UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return "password"
    suffix = PurePath(name).suffix.lower()
    if suffix in (".et", ".ett"):
        return "et"
    if suffix in (".doc", ".wps", ".dot") or "WordDocument".encode("utf-16-le") in content:
        return "doc"
    return "xls"


def _is_bare_utf16(content: bytes) -> bool:
    """Whether text without a mark is UTF-16: line ends and delimiters stand as two bytes, one of them zero."""
    sample = content[:4096]
    return sample.count(b"\0") * 8 >= len(sample) and any(
        end in sample for end in (b"\n\0", b"\0\n", b",\0", b"\t\0", b"\0,", b"\0\t")
    )
