"""The records behind a figure, through the door of whoever asks."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jingwei.figures import access
from jingwei.figures.access import Audience
from jingwei.figures.engine.engine import open_snapshot
from jingwei.figures.engine.figure import Figure
from jingwei.figures.engine.resolving import Resolver
from jingwei.figures.engine.subjects import window
from jingwei.figures.shapes import FrozenColumn, FrozenTable, frozen_tables

PER_PAGE = 20
EXPORTED_AT_ONCE = 5000


@dataclass(frozen=True)
class Row:
    """One record: its values in the order of the columns shown, and where it opens (empty: it does not)."""

    values: tuple[Any, ...]
    url: str


@dataclass(frozen=True)
class Records:
    """One page of the records behind a figure.

    `counted`: how many the figure counts; `listed`: how many this reader is shown; `is_own`: only the reader's own.
    """

    columns: tuple[FrozenColumn, ...]
    rows: tuple[Row, ...]
    counted: int
    listed: int
    page: int
    pages: int
    is_own: bool


def records_behind(figure: Figure, user: object, page: int = 1, per_page: int = PER_PAGE) -> Records:
    """A page (from 1) of the records `figure` counts, as far as `user` may see them; none if it was received."""
    measure = figure.measure
    if measure is None:
        return Records((), (), 0, 0, 1, 1, is_own=False)
    table = frozen_tables[measure.table]
    door = access.audience(user, figure.subject, table)
    listed = 0 if door.is_closed else _count(figure, door)
    pages = max(1, -(-listed // per_page))
    page = min(max(1, page), pages)
    rows = tuple(_rows(figure, table, door, per_page, (page - 1) * per_page)) if listed else ()
    return Records(door.columns, rows, figure.records or 0, listed, page, pages, door.is_own)


def all_records(figure: Figure, user: object) -> Iterator[tuple[Any, ...]]:
    """The values of every record `records_behind` would page through, for an export; read piece by piece."""
    measure = figure.measure
    if measure is None:
        return
    table = frozen_tables[measure.table]
    door = access.audience(user, figure.subject, table)
    for offset in range(0, 0 if door.is_closed else _count(figure, door), EXPORTED_AT_ONCE):
        yield from (row.values for row in _rows(figure, table, door, EXPORTED_AT_ONCE, offset))


def records_digest(figure: Figure) -> str:
    """SHA-256 over the sorted ids of all records the figure counts, one a line; empty for a received statistic."""
    measure = figure.measure
    if measure is None:
        return ""
    resolving = _resolver(figure)
    read = resolving.read(figure.reference.base, figure.period)
    return resolving.engine.records_digest(
        measure, window(measure, read.period, resolving.engine), read.filters
    )


def _count(figure: Figure, door: Audience) -> int:
    measure, resolving = figure.measure, _resolver(figure)
    if measure is None:
        return 0
    read = resolving.read(figure.reference.base, figure.period)
    meant = window(measure, read.period, resolving.engine)
    return resolving.engine.count(measure, meant, read.filters, only=door.only, withheld=door.withheld)


def _rows(figure: Figure, table: FrozenTable, door: Audience, limit: int, offset: int) -> Iterator[Row]:
    measure, resolving = figure.measure, _resolver(figure)
    if measure is None:
        return
    read = resolving.read(figure.reference.base, figure.period)
    found = resolving.engine.records(
        measure,
        window(measure, read.period, resolving.engine),
        read.filters,
        only=door.only,
        withheld=door.withheld,
        limit=limit,
        offset=offset,
    )
    key = table.columns[0].name
    for record in found:
        identifier = record[key]
        may_open = door.opens is None or identifier in door.opens
        yield Row(
            tuple(record.get(column.name) for column in door.columns),
            table.url(identifier) if may_open else "",
        )


def _resolver(figure: Figure) -> Resolver:
    return Resolver(open_snapshot(figure.snapshot), figure.snapshot)
