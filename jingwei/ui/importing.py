"""How an import looks: its rows, faults and counts in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jingwei.documents.shapes import Column, ColumnKind, Fault, Outcome, Sheet
from jingwei.documents.sheets.records import Row
from jingwei.kernel.amounts import format_amount

OUTCOME_STATES = {Outcome.ADD: "done", Outcome.CHANGE: "now", Outcome.SAME: "", Outcome.REFUSE: "late"}
SEVERITY_STATES = {"error": "late", "warning": "wait", "note": "now"}


def outcome_word(outcome: Outcome) -> str:
    """What storing a row would do, in a word."""
    return {
        Outcome.ADD: _("to be added"),
        Outcome.CHANGE: _("to be changed"),
        Outcome.SAME: _("already there"),
        Outcome.REFUSE: _("refused"),
    }[outcome]


def severity_word(severity: str) -> str:
    """How bad a fault is, in a word."""
    return {"error": _("Error"), "warning": _("Warning"), "note": _("Note")}[severity]


@dataclass(frozen=True)
class Line:
    """One row of the preview, ready to be shown."""

    number: int
    state: str
    word: str
    cells: Sequence[tuple[str, str]]
    changes: Sequence[tuple[str, str, str]]


@dataclass(frozen=True)
class Complaint:
    """One fault, ready to be shown."""

    code: str
    severity: str
    state: str
    word: str
    place: str
    row: int | None
    column: str
    value: str
    text: str
    remedy: str


@dataclass(frozen=True)
class ToConfirm:
    """A kind of warning that must be confirmed: its code, how often it occurs, what it says the first time."""

    code: str
    times: int
    text: str


class Wording:
    """Words for the values of one sheet's columns."""

    def __init__(self, sheet: Sheet) -> None:
        self.columns = {column.key: column for column in sheet.columns}
        self._spellings = {key: _spellings(column) for key, column in self.columns.items()}

    def label(self, key: str) -> str:
        """A column's label."""
        column = self.columns.get(key)
        return column.label.in_language(get_language()) if column else key

    def value(self, key: str, value: Any) -> str:
        """A typed value, or the text of one, as people read it."""
        if value is None or value == "":
            return ""
        column = self.columns.get(key)
        if column and column.kind is ColumnKind.AMOUNT and str(value).lstrip("-").isdigit():
            return format_amount(int(value), language=get_language() or "zh-hans")
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        return self._spellings.get(key, {}).get(str(value), str(value))

    def line(self, row: Row, keys: Sequence[str]) -> Line:
        """A row with the cells of `keys`."""
        changes = [
            (self.label(key), self.value(key, old), self.value(key, new))
            for key, (old, new) in row.changes.items()
        ]
        cells = [(self.label(key), self.value(key, row.values.get(key))) for key in keys]
        return Line(row.number, OUTCOME_STATES[row.outcome], outcome_word(row.outcome), cells, changes)


def complaint(fault: Fault) -> Complaint:
    """A fault in the reader's language."""
    language = get_language()
    return Complaint(
        code=fault.code,
        severity=fault.severity,
        state=SEVERITY_STATES[fault.severity],
        word=severity_word(fault.severity),
        place=fault.sheet,
        row=fault.row,
        column=fault.column,
        value=fault.value,
        text=fault.text.in_language(language),
        remedy=fault.remedy.in_language(language) if fault.remedy else "",
    )


def to_confirm(faults: Sequence[Fault], codes: Sequence[str]) -> list[ToConfirm]:
    """The warnings that must be confirmed before all rows may be stored."""
    made = []
    for code in codes:
        of_code = [fault for fault in faults if fault.code == code and fault.needs_confirmation]
        if of_code:
            made.append(ToConfirm(code, len(of_code), of_code[0].text.in_language(get_language())))
    return made


def _spellings(column: Column) -> Mapping[str, str]:
    """Stored value → the first spelling that is accepted for it."""
    if column.choices is None:
        return {}
    found: dict[str, str] = {}
    for spelling, stored in column.choices().items():
        found.setdefault(str(stored), spelling)
    return found
