"""What a register hands to the import wizard: its sheet, column by column, and how rows meet what is stored."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from jingwei.kernel.shelf import Shelf
from jingwei.kernel.text import Text

Values = Mapping[str, Any]


class ColumnKind(StrEnum):
    """What a cell means; decides how it is read and what it becomes."""

    TEXT = "text"
    CODE = "code"  # digits and letters kept as they are; scientific notation or a lost zero is an error
    DATE = "date"  # datetime.date
    AMOUNT = "amount"  # int fen
    COUNT = "count"  # int
    DECIMAL = "decimal"  # decimal.Decimal
    PERCENT = "percent"  # decimal.Decimal, 12 for 12 %
    CHOICE = "choice"  # one of `choices`
    USCC = "uscc"
    RESIDENT_ID = "resident_id"
    TELEPHONE = "telephone"
    EMAIL = "email"


@dataclass(frozen=True)
class Column:
    """One column of a sheet. `unit` is what bare numbers mean when neither head nor cell says; amounts become fen."""

    key: str
    label: Text
    kind: ColumnKind = ColumnKind.TEXT
    required: bool = False
    aliases: tuple[str, ...] = ()
    choices: Callable[[], Mapping[str, str]] | None = None  # accepted spelling -> stored value
    unit: str = ""
    fill_down: bool = False  # a merged cell may stand for the rows below it
    minimum: int | None = None
    maximum: int | None = None
    length: int | None = None  # digits of a CODE; None: any
    not_before: str = ""  # key of a date column this one may not precede
    names: str = (
        ""  # key of the USCC column whose holder this column names (one code, two names: E-DUP-CONFLICT)
    )
    compare_within: str = ""  # key of the column (a programme, a level) within which amounts are comparable
    max_length: int = 300
    help: Text | None = None
    example: str = ""


class Outcome(StrEnum):
    """What storing a row would do."""

    ADD = "add"
    CHANGE = "change"
    SAME = "same"
    REFUSE = "refuse"


@dataclass(frozen=True)
class Fault:
    """One thing wrong (or worth knowing: severity ``warning`` or ``note``) at one place of a file.

    `row` counts as the spreadsheet does, from 1; `column` is the heading as it stands in the file; `value` the cell.
    A fault that `needs_confirmation` (a warning) keeps its row out until the person has confirmed its code.
    """

    code: str
    text: Text
    severity: str = "error"
    sheet: str = ""
    row: int | None = None
    column: str = ""
    value: str = ""
    remedy: Text | None = None
    needs_confirmation: bool = False


@dataclass(frozen=True)
class Resolution:
    """How one row of typed values meets what is stored: outcome, what would change, what forbids it."""

    outcome: Outcome
    changes: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    @classmethod
    def of(
        cls, *, is_new: bool, changes: Mapping[str, tuple[Any, Any]], faults: Sequence[Fault]
    ) -> "Resolution":
        """What follows from these: refused for any error; else added if new, changed if anything changes."""
        if any(fault.severity == "error" for fault in faults):
            return cls(Outcome.REFUSE, faults=tuple(faults))
        change = Outcome.CHANGE if changes else Outcome.SAME
        return cls(Outcome.ADD if is_new else change, changes, tuple(faults))


@dataclass(frozen=True)
class Sheet:
    """A register's spreadsheet.

    `identity`: the columns that tell rows apart. `resolve` compares typed rows with the database (reads only) and
    `store` keeps them, keyword-only ``store(by=account, rows=[...])`` in one transaction with its log entries, giving
    how many were added and changed. `may` says whether an account may import.
    """

    id: str
    label: Text
    columns: tuple[Column, ...]
    identity: tuple[str, ...]
    resolve: Callable[[Sequence[Values]], Sequence[Resolution]] = field(repr=False)
    store: Callable[..., tuple[int, int]] = field(repr=False)
    may: Callable[[Any], bool] = field(repr=False)
    list_view: str = ""


sheets: Shelf[Sheet] = Shelf("sheets", lambda sheet: sheet.id)
