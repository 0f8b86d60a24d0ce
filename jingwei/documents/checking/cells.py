"""One cell, whatever it is, to one typed value with findings."""

from collections.abc import Callable

from jingwei.documents.checking.cleaning import clean, is_nothing, unescape
from jingwei.documents.checking.codes import read_code, read_resident_id, read_uscc
from jingwei.documents.checking.contacts import read_email, read_telephone
from jingwei.documents.checking.context import Context, Reading
from jingwei.documents.checking.dates import read_date
from jingwei.documents.checking.numbers import read_amount, read_count, read_decimal, read_percent
from jingwei.documents.checking.verdicts import VERDICTS, Finding, found
from jingwei.documents.checking.words import read_choice, read_words
from jingwei.documents.reading.grid import Cell, CellKind
from jingwei.documents.shapes import ColumnKind

Reader = Callable[[Cell, Context], Reading]

READERS: dict[ColumnKind, Reader] = {
    ColumnKind.TEXT: read_words,
    ColumnKind.CODE: read_code,
    ColumnKind.DATE: read_date,
    ColumnKind.AMOUNT: read_amount,
    ColumnKind.COUNT: read_count,
    ColumnKind.DECIMAL: read_decimal,
    ColumnKind.PERCENT: read_percent,
    ColumnKind.CHOICE: read_choice,
    ColumnKind.USCC: read_uscc,
    ColumnKind.RESIDENT_ID: read_resident_id,
    ColumnKind.TELEPHONE: read_telephone,
    ColumnKind.EMAIL: read_email,
}
_NUMERIC = (ColumnKind.AMOUNT, ColumnKind.COUNT, ColumnKind.DECIMAL, ColumnKind.PERCENT, ColumnKind.DATE)


def read_cell(cell: Cell, context: Context) -> Reading:
    """The typed value of `cell` in its column; None with findings where there is none."""
    if cell.is_linked:
        return Reading(None, (found("E-LINK"),))
    if cell.kind in (CellKind.ERROR, CellKind.FORMULA):
        return Reading(None, (found("E-FORMULA", shown=cell.value),))
    findings: tuple[Finding, ...] = ()
    if cell.kind is CellKind.TEXT:
        text, findings = clean(cell.value)
        if any(VERDICTS[one.code].severity == "error" for one in findings):
            return Reading(None, findings)
        if text == "":
            return _empty(context, findings)
        if is_nothing(text):
            return _empty(context, (*findings, found("N-EMPTY", value=text)))
        if (bare := unescape(text)) != text:
            text, findings = bare, (*findings, found("N-APOSTROPHE"))
        cell = cell._replace(value=text)
    elif cell.kind is CellKind.EMPTY:
        return _empty(context, ())
    elif cell.kind is CellKind.BOOL and context.column.kind in _NUMERIC:
        return Reading(None, (found("E-NUMBER", why=cell.value),))
    reading = READERS[context.column.kind](cell, context)
    if not findings:
        return reading
    return reading._replace(findings=(*findings, *reading.findings))


def _empty(context: Context, findings: tuple[Finding, ...]) -> Reading:
    if context.column.required:
        return Reading(None, (*findings, found("E-REQUIRED", column=context.column.label)))
    return Reading(None, findings)
