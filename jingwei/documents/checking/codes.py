"""Numbers that are names: codes, credit codes, resident ids. A spreadsheet that takes one for a quantity spoils it."""

import re

from jingwei.documents.checking.context import Context, Reading
from jingwei.documents.checking.verdicts import Finding, found
from jingwei.documents.reading.grid import Cell, CellKind
from jingwei.kernel.digits import is_digits, narrow
from jingwei.kernel.identifiers import resident_id, uscc
from jingwei.kernel.identifiers.checked import Checked, Severity
from jingwei.kernel.text import Text

SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[eE]\+\d+")
_PADDED = re.compile(r"0+")
_TWO_CODES = re.compile(r"[0-9A-Z]{15,18}\s*[/,;、，；\s]\s*[0-9A-Z]{15,18}", re.IGNORECASE)


def read_code(cell: Cell, context: Context) -> Reading:
    """Digits and letters as they are; never guessed where a spreadsheet has dropped some."""
    text, findings = code_text(cell, context)
    if text is None:
        return Reading(None, findings)
    wanted = context.column.length
    if wanted and len(text) != wanted:
        if is_digits(text) and len(text) < wanted:
            why = Text(
                f"应为{wanted}位，现为{len(text)}位", f"{wanted} digits are wanted, there are {len(text)}"
            )
            return Reading(None, (*findings, found("E-ZERO", why=why)))
        return Reading(None, (*findings, found("E-LENGTH", wanted=wanted, got=len(text))))
    if len(text) > context.column.max_length:
        return Reading(None, (*findings, found("E-LONG", length=len(text), limit=context.column.max_length)))
    return Reading(text, findings)


def code_text(cell: Cell, context: Context) -> tuple[str | None, tuple[Finding, ...]]:
    """The cell as typed digits and letters; None with the fault where they are lost."""
    if cell.kind is CellKind.DATE:
        return None, (found("E-CODE-DATE", shown=cell.value.lstrip("#")),)
    if cell.kind is CellKind.NUMBER:
        return _from_number(cell)
    raw = cell.value.strip()
    findings: list[Finding] = []
    if raw[:1] in "'’" and len(raw) > 1:
        raw = raw[1:]
        findings.append(found("N-APOSTROPHE"))
    text = narrow(raw)
    if SCIENTIFIC.fullmatch(text):
        return None, (found("E-SCI", shown=text),)
    if text != raw:
        findings.append(found("N-WIDTH", after=text))
    return text, tuple(findings)


def read_uscc(cell: Cell, context: Context) -> Reading:
    """A unified social credit code; an error names the suspect position."""
    text, findings = code_text(cell, context)
    if text is None:
        return Reading(None, findings)
    if _TWO_CODES.fullmatch(text):
        return Reading(None, (*findings, found("E-TWO")))
    checked = uscc.check(text)
    return _judged(checked, findings, text, "USCC")


def read_resident_id(cell: Cell, context: Context) -> Reading:
    """A resident id of 18 characters; one of 15 is converted, with a note."""
    text, findings = code_text(cell, context)
    if text is None:
        return Reading(None, findings)
    hidden = tuple(one for one in findings if "after" not in one.words)  # no text of ours repeats the number
    if _TWO_CODES.fullmatch(text):
        return Reading(None, (*hidden, found("E-TWO")))
    checked = resident_id.check(text, today=context.today)
    notes = tuple(found("N-ID", why=p.text) for p in checked.problems if p.severity is Severity.NOTE)
    return _judged(checked, (*hidden, *notes), "", "ID")


def _judged(checked: Checked, findings: tuple[Finding, ...], text: str, kind: str) -> Reading:
    if text and checked.value != text:
        code = "N-CASE" if checked.value == text.upper() else "N-SEPARATORS"
        findings = (*findings, found(code, after=checked.value))
    problems = checked.errors or checked.warnings
    code = f"{'E' if checked.errors else 'W'}-{kind}"
    judged = (*findings, *(found(code, why=problem.text) for problem in problems))
    return Reading(None if checked.errors else checked.value, judged)


def _from_number(cell: Cell) -> tuple[str | None, tuple[Finding, ...]]:
    """A number is a code only while all its digits are there."""
    text = cell.value
    if SCIENTIFIC.fullmatch(text):
        return None, (found("E-SCI", shown=text),)
    zeros = cell.format.replace("\\", "").replace('"', "")
    if _PADDED.fullmatch(zeros) and is_digits(text) and len(text) < len(zeros):
        padded = text.zfill(len(zeros))
        return padded, (found("N-ZEROS", after=padded),)
    return text, ()
