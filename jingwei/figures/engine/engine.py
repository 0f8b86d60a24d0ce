"""One opened snapshot: values, parts and records of measures. DuckDB without network, extensions or other folders."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from threading import RLock
from typing import Any
from zoneinfo import ZoneInfo

import duckdb
import ibis
import pyarrow as pa

from jingwei.figures.engine import relations
from jingwei.figures.engine.relations import Expression, Filters
from jingwei.figures.engine.windows import Window
from jingwei.figures.shapes import Measure
from jingwei.figures.snapshot import store
from jingwei.figures.snapshot.manifest import Manifest, SnapshotError

OPEN_AT_ONCE = 8
BATCH = 50_000
BUREAU = ZoneInfo("Asia/Shanghai")
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "1GiB",
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


@dataclass(frozen=True)
class Cell:
    """Records of one combination of breakdown values: how many, and what they add up to."""

    key: tuple[str, ...]
    records: int
    amount: int


@dataclass(frozen=True)
class Totals:
    """What a narrowed measure comes to."""

    amount: int
    records: int


class Engine:
    """Evaluates measures over the files of one snapshot. Safe for threads; what was asked once is remembered."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.manifest = manifest
        self._tables = {part.name: relations.table(part.name, part.columns) for part in manifest.tables}
        self._cells: dict[tuple[Measure, Window], tuple[Cell, ...]] = {}
        self._totals: dict[tuple[Measure, Window, Filters], Totals] = {}
        self._last_days: dict[Measure, date | None] = {}
        self._lock = RLock()
        self._connection = duckdb.connect(":memory:", config=SETTINGS)
        for part in manifest.tables:
            path = str(folder / part.file).replace("'", "''")
            self._connection.execute(f"""CREATE VIEW "{part.name}" AS SELECT * FROM read_parquet('{path}')""")  # noqa: S608 - both come from our own manifest
        self._close_doors(folder)

    def _close_doors(self, folder: Path) -> None:
        """From here on nothing but this folder can be read, whatever a measure says."""
        inside = str(folder).replace("'", "''")
        self._connection.execute(f"SET allowed_directories = ['{inside}/']")
        self._connection.execute("SET enable_external_access = false")
        self._connection.execute("SET lock_configuration = true")

    @property
    def cut_off(self) -> date | None:
        """The last day the snapshot knows, in the bureau's time; None for the working snapshot."""
        moment = self.manifest.cut_off
        if not moment:
            return None
        # midnight ends the day before: a cut-off of 2014-01-01T00:00 knows nothing of 1 January
        return (datetime.fromisoformat(moment).astimezone(BUREAU) - timedelta(microseconds=1)).date()

    def totals(self, measure: Measure, window: Window, filters: Filters = ()) -> Totals:
        """Amount and number of the records counted in `window`, narrowed by `filters`."""
        if not measure.distinct:
            chosen = [cell for cell in self.cells(measure, window) if self._fits(measure, cell, filters)]
            return Totals(sum(cell.amount for cell in chosen), sum(cell.records for cell in chosen))
        with self._lock:
            key = (measure, window, filters)
            if key not in self._totals:
                counted = self._relation(measure, window, filters)
                aggregate = counted.agg(amount=relations.amount(measure, counted), records=counted.count())
                self._totals[key] = Totals(*self._fetch(aggregate)[0])
            return self._totals[key]

    def cells(self, measure: Measure, window: Window) -> tuple[Cell, ...]:
        """The records counted in `window`, grouped by all breakdowns of the measure at once."""
        with self._lock:
            key = (measure, window)
            if key not in self._cells:
                rows = self._fetch(relations.cells(measure, self._relation(measure, window)))
                self._cells[key] = tuple(Cell(tuple(row[:-2]), row[-2], int(row[-1])) for row in rows)
            return self._cells[key]

    def parts(
        self, measure: Measure, window: Window, column: str, filters: Filters = ()
    ) -> Mapping[str, Totals]:
        """The totals for each value of a breakdown column that occurs, narrowed by `filters`."""
        position = relations.breakdown_columns(measure).index(column)
        chosen = [cell for cell in self.cells(measure, window) if self._fits(measure, cell, filters)]
        values = dict.fromkeys(cell.key[position] for cell in chosen)
        if measure.distinct:
            return {value: self.totals(measure, window, (*filters, (column, (value,)))) for value in values}
        parts: dict[str, Totals] = {}
        for value in values:
            mine = [cell for cell in chosen if cell.key[position] == value]
            parts[value] = Totals(sum(cell.amount for cell in mine), sum(cell.records for cell in mine))
        return parts

    def records(
        self,
        measure: Measure,
        window: Window,
        filters: Filters = (),
        *,
        only: frozenset[str] | None = None,
        withheld: str = "",
        limit: int | None = None,
        offset: int = 0,
    ) -> list[dict[str, Any]]:
        """The records counted, the latest first, as column → value; `only` those ids, none marked `withheld`."""
        with self._lock, self._among(only) as among:
            counted = self._open_records(self._relation(measure, window, filters), measure, among, withheld)
            first = self._key(measure)
            ordered = counted.order_by(ibis.desc(counted[measure.date]), counted[first])
            if limit is not None:
                ordered = ordered.limit(limit, offset=offset)
            names = [name for name, _ in self.manifest.table(measure.table).columns]
            return [dict(zip(names, row, strict=True)) for row in self._fetch(ordered)]

    def count(
        self,
        measure: Measure,
        window: Window,
        filters: Filters = (),
        *,
        only: frozenset[str] | None = None,
        withheld: str = "",
    ) -> int:
        """How many `records` there are with the same arguments."""
        with self._lock, self._among(only) as among:
            counted = self._open_records(self._relation(measure, window, filters), measure, among, withheld)
            return int(self._fetch(counted.agg(records=counted.count()))[0][0])

    def ids(self, measure: Measure, window: Window, filters: Filters = ()) -> Iterator[str]:
        """The ids of the records counted, sorted; streamed."""
        key = self._key(measure)
        with self._lock:
            expression = self._relation(measure, window, filters).select(key).order_by(key)
            cursor = self._connection.cursor()
            cursor.execute(relations.sql(expression))
            while rows := cursor.fetchmany(BATCH):
                yield from (row[0] for row in rows)

    def records_digest(self, measure: Measure, window: Window, filters: Filters = ()) -> str:
        """SHA-256 over the sorted ids of the records counted, one a line."""
        found = hashlib.sha256()
        for identifier in self.ids(measure, window, filters):
            found.update(identifier.encode() + b"\n")
        return f"sha256:{found.hexdigest()}"

    def last_day(self, measure: Measure) -> date | None:
        """The last day on which a record of the measure is dated; None without records."""
        with self._lock:
            if measure not in self._last_days:
                counted = measure.where(self._tables[measure.table])
                self._last_days[measure] = self._fetch(counted.agg(day=counted[measure.date].max()))[0][0]
            return self._last_days[measure]

    def rows(self, name: str) -> list[dict[str, Any]]:
        """A whole small table, by id."""
        part = self.manifest.table(name)
        names = [column for column, _ in part.columns]
        with self._lock:
            return [
                dict(zip(names, row, strict=True))
                for row in self._fetch(self._tables[name].order_by(names[0]))
            ]

    def definition_digest(self, measure: Measure) -> str:
        """The digest of a definition over the columns as they were frozen."""
        return relations.definition_digest(measure, self.manifest.table(measure.table).columns)

    def _relation(self, measure: Measure, window: Window, filters: Filters = ()) -> Expression:
        self.manifest.table(measure.table)
        try:
            return relations.relation(measure, self._tables[measure.table], window, filters)
        except (AttributeError, ibis.IbisError) as error:
            raise SnapshotError(
                f"快照冻结时还没有指标“{measure.label.zh}”所需的列（{error}）",
                f"The snapshot was taken before the columns of '{measure.label.en}' existed ({error})",
            ) from error

    def _open_records(
        self, counted: Expression, measure: Measure, among: Expression, withheld: str
    ) -> Expression:
        if withheld:
            counted = counted.filter(~counted[withheld].fill_null(True))
        return counted if among is None else counted.filter(counted[self._key(measure)].isin(among.id))

    def _key(self, measure: Measure) -> str:
        return self.manifest.table(measure.table).columns[0][0]

    def _among(self, only: frozenset[str] | None) -> "_Among":
        return _Among(self._connection, only)

    @staticmethod
    def _fits(measure: Measure, cell: Cell, filters: Filters) -> bool:
        columns = relations.breakdown_columns(measure)
        return all(cell.key[columns.index(column)] in values for column, values in filters)

    def _fetch(self, expression: Expression) -> Sequence[Any]:
        return self._connection.execute(relations.sql(expression)).fetchall()


class _Among:
    """Ids known to DuckDB as a table for the length of one question; None: no such condition."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, only: frozenset[str] | None) -> None:
        self._connection = connection
        self._only = only

    def __enter__(self) -> Expression:
        if self._only is None:
            return None
        self._connection.register("among", pa.table({"id": pa.array(sorted(self._only), pa.string())}))
        return ibis.table({"id": "string"}, name="among")

    def __exit__(self, *_error: object) -> None:
        if self._only is not None:
            self._connection.unregister("among")


def open_snapshot(digest: str) -> Engine:
    """The engine over a stored snapshot; its files are compared with the manifest at every call.

    Raises SnapshotError where they differ, so that a changed file is never read.
    """
    folder, manifest = store.verified(digest)
    return _opened(digest, folder, manifest.digest)


@lru_cache(maxsize=OPEN_AT_ONCE)
def _opened(digest: str, folder: Path, _manifest: str) -> Engine:
    return Engine(folder, store.read_manifest(digest))
