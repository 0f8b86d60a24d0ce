"""A measure as an Ibis relation: the records counted. The number and the list of records both come from it."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, TypeAlias

import ibis

from jingwei.figures.engine.windows import Window
from jingwei.figures.shapes import Breakdown, Kind, Measure
from jingwei.kernel.canonical import digest

MISSING = ""
Expression: TypeAlias = Any  # Ibis gives its expressions no usable static types
Value: TypeAlias = str | int | bool | date | None
Filters = tuple[tuple[str, tuple[str, ...]], ...]  # (column, spellings of the values wanted)


def table(name: str, columns: Sequence[tuple[str, str]]) -> Expression:
    """An unbound table: DuckDB here, Spark over many districts elsewhere."""
    return ibis.table(dict(columns), name=name)


def relation(measure: Measure, rows: Expression, window: Window, filters: Filters = ()) -> Expression:
    """The records of `rows` that `measure` counts in `window`, narrowed by `filters`."""
    counted = measure.where(rows)
    day = counted[measure.date]
    counted = counted.filter(day <= ibis.literal(window.end))
    if window.start is not None:
        counted = counted.filter(counted[measure.date] >= ibis.literal(window.start))
    if measure.kind is Kind.STOCK and measure.until:
        until = counted[measure.until]
        counted = counted.filter(until.isnull() | (until > ibis.literal(window.end)))
    for column, values in filters:
        counted = counted.filter(spelled(counted[column]).isin(list(values)))
    return counted


def spelled(column: Expression) -> Expression:
    """A column's values as references spell them; nothing is the empty text."""
    return column.cast("string").fill_null(MISSING)


def spelling(value: Value) -> str:
    """A value as references spell it, as `spelled` does in the engine."""
    if value is None:
        return MISSING
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


def cells(measure: Measure, counted: Expression) -> Expression:
    """`counted` grouped by all breakdown columns, with how many records and what they add up to."""
    keys = {f"key{number}": spelled(counted[name]) for number, name in enumerate(breakdown_columns(measure))}
    amounts = {"records": counted.count(), "amount": amount(measure, counted)}
    return counted.group_by(**keys).agg(**amounts) if keys else counted.agg(**amounts)


def amount(measure: Measure, counted: Expression) -> Expression:
    """What the measure makes of its records: how many, how many different, or their sum."""
    if measure.distinct:
        return counted[measure.distinct].nunique()
    return counted[measure.sums].sum().fill_null(0) if measure.sums else counted.count()


def breakdown_columns(measure: Measure) -> tuple[str, ...]:
    """The different columns it is broken down by, in their order."""
    return tuple(dict.fromkeys(breakdown.column for breakdown in measure.breakdowns))


def sql(expression: Expression) -> str:
    """The expression in DuckDB's words."""
    return str(ibis.to_sql(expression, dialect="duckdb"))


@cache
def definition_digest(measure: Measure, columns: tuple[tuple[str, str], ...]) -> str:
    """What the definition amounts to: its words, its columns and the very condition, so that no change goes unseen."""
    return digest(
        {
            "id": measure.id,
            "version": measure.version,
            "changed_on": measure.changed_on,
            "label": list(measure.label),
            "definition": list(measure.definition),
            "unit": list(measure.unit),
            "kind": measure.kind.value,
            "table": measure.table,
            "date": measure.date,
            "until": measure.until,
            "sums": measure.sums,
            "distinct": measure.distinct,
            "breakdowns": [_breakdown(one) for one in measure.breakdowns],
            "condition": sql(measure.where(table(measure.table, columns))),
        }
    )


def _breakdown(breakdown: Breakdown) -> Mapping[str, Any]:
    return {"id": breakdown.id, "column": breakdown.column, "is_exhaustive": breakdown.is_exhaustive}
