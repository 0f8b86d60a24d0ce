"""What apps hand to the figures: the tables that are frozen, and the measures over them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from jingwei.kernel.shelf import Shelf
from jingwei.kernel.text import Text


class ColumnType(StrEnum):
    """Types a frozen column may have: those that are the same on SQLite, PostgreSQL, Parquet and DuckDB."""

    STRING = "string"
    INTEGER = "int64"
    DATE = "date"
    BOOLEAN = "boolean"


@dataclass(frozen=True)
class FrozenColumn:
    """One column of a frozen table; never personal. `is_public`: shown to everyone behind a public figure.

    `labels()` gives the words for its codes where no breakdown of the measure has them.
    """

    name: str
    type: ColumnType
    label: Text
    is_public: bool = False
    labels: Callable[[], Mapping[str, Text]] | None = field(default=None, repr=False)


@dataclass(frozen=True)
class FrozenTable:
    """A register as it is frozen: `rows` yields tuples in the order of `columns`, whose first is the id (string).

    `visible(user)` gives the ids that reader may open, or None for all of them; `url(id)` leads to the record.
    `withheld` names a boolean column, if any: rows where it holds are counted but never listed to the public.
    """

    name: str
    label: Text
    columns: tuple[FrozenColumn, ...]
    rows: Callable[[], Iterable[Sequence[Any]]] = field(repr=False)
    visible: Callable[[Any], frozenset[str] | None] = field(repr=False)
    url: Callable[[str], str] = field(repr=False)
    withheld: str = ""


class Kind(StrEnum):
    """How a measure meets a period."""

    FLOW = "flow"  # dated within the period
    STOCK = "stock"  # standing at its end
    CUMULATIVE = "cumulative"  # dated up to its end


@dataclass(frozen=True)
class Breakdown:
    """A way to part a measure. Exhaustive: its parts are the whole, or the summary refuses to be issued.

    `labels()` gives the words for the values of `column`, in the order they are shown.
    """

    id: str
    label: Text
    column: str
    labels: Callable[[], Mapping[str, Text]] = field(repr=False)
    is_exhaustive: bool = True


def whole(table: Any) -> Any:
    """Every record of a table."""
    return table


@dataclass(frozen=True)
class Measure:
    """A set of records, a count or sum over it, and how it lies in time.

    `where(table)` narrows the Ibis table to the records counted; `date` places a record in a period; for stock
    measures `until` is the first day on which it no longer stands (nothing: it stands). `sums` names the integer
    column added up (None: rows are counted), `distinct` a column whose different values are counted. `unit` is the
    counter shown (项, 家, 元); amounts are fen and shown in yuan. A change of `definition` is a new `version` with
    the date it holds from.
    `is_public`: the records may be listed to everyone by their public columns; the count always may be told.
    """

    id: str
    label: Text
    definition: Text
    unit: Text
    kind: Kind
    table: str
    date: str
    where: Callable[[Any], Any] = field(default=whole, repr=False)
    until: str = ""
    sums: str | None = None
    distinct: str | None = None
    breakdowns: tuple[Breakdown, ...] = ()
    is_public: bool = True
    version: int = 1
    changed_on: str = ""


frozen_tables: Shelf[FrozenTable] = Shelf("frozen tables", lambda table: table.name)
measures: Shelf[Measure] = Shelf("measures", lambda measure: measure.id)
