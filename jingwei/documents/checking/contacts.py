"""Telephone numbers and e-mail addresses. Sources: the numbering plan of mobile (11 digits, 1[3-9]) and fixed lines."""

import re

from jingwei.documents.checking.codes import code_text
from jingwei.documents.checking.context import Context, Reading
from jingwei.documents.checking.verdicts import Finding, found
from jingwei.documents.reading.grid import Cell, CellKind
from jingwei.kernel.digits import is_digits, narrow
from jingwei.kernel.text import Text

_MOBILE = re.compile(r"1[3-9]\d{9}")
_FIXED = re.compile(r"0\d{2,3}-?\d{7,8}(?:-\d{1,6})?")
_LOCAL = re.compile(r"[2-8]\d{6,7}(?:-\d{1,6})?")
_SERVICE = re.compile(r"(?:400|800)-?\d{3}-?\d{4}")
_TWO = re.compile(r"\d{7,}\)?\s*[/,;、，；\n]\s*\(?\d{3,}|\d{7,}\s+\d{7,}|\d{7,}(?:转|或)\d{7,}")
_EMAIL = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9-]+)+"
)


def read_telephone(cell: Cell, context: Context) -> Reading:
    """A mobile number of 11 digits, or a fixed line with or without area code."""
    text, findings = code_text(cell, context)
    if text is None:
        return Reading(None, findings)
    if _TWO.search(text):
        return Reading(None, (*findings, found("E-TWO")))
    bare = re.sub(r"[()\s.]", "-", text).strip("-")
    bare = re.sub(r"-+", "-", re.sub(r"^(?:\+|00)86-?", "", bare))
    joined = bare.replace("-", "")
    value = joined if _MOBILE.fullmatch(joined) else bare
    if not any(shape.fullmatch(value) for shape in (_MOBILE, _FIXED, _LOCAL, _SERVICE)):
        return Reading(None, (*findings, _wrong(joined, is_number=cell.kind is CellKind.NUMBER)))
    if value != text:
        findings = (*findings, found("N-SEPARATORS", after=value))
    return Reading(value, findings)


def read_email(cell: Cell, context: Context) -> Reading:
    """An address; a full-width ＠ is mended with a note."""
    raw = cell.value.strip()
    text = narrow(raw)
    if re.search(r"@.*[,;、/\s]\s*\S+@", text):
        return Reading(None, (found("E-TWO"),))
    if not _EMAIL.fullmatch(text) or ".." in text:
        return Reading(None, (found("E-EMAIL"),))
    return Reading(text, (found("N-AT", after=text),) if text != raw else ())


def _wrong(digits: str, *, is_number: bool) -> Finding:
    """Why a number is none; ten or eleven digits that do not start with 1 have lost the zero of their area code."""
    if not is_digits(digits):
        return found("E-TEL", why=Text("含有不该有的字符", "it holds characters that do not belong there"))
    if digits[0] not in "01" and 9 <= len(digits) <= 11 and (is_number or len(digits) >= 10):
        why = Text(f"固定电话区号以0开头，现为{digits}", f"area codes start with 0; this is {digits}")
        return found("E-ZERO", why=why)
    return found("E-TEL", why=Text(f"共{len(digits)}位", f"it has {len(digits)} digits"))
