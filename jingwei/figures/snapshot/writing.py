"""Writing one table of a snapshot: streamed to Parquet, sorted by DuckDB, read back once for its digest."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from jingwei.figures.shapes import ColumnType, FrozenTable
from jingwei.figures.snapshot.content import ContentDigest
from jingwei.figures.snapshot.manifest import SnapshotError, TablePart

BATCH = 20_000
WRITER = f"duckdb {duckdb.__version__}"
ARROW = {
    ColumnType.STRING: pa.string(),
    ColumnType.INTEGER: pa.int64(),
    ColumnType.DATE: pa.date32(),
    ColumnType.BOOLEAN: pa.bool_(),
}
SORTING: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,  # one thread writes equal bytes for equal rows
    "memory_limit": "512MiB",
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


def columns_of(table: FrozenTable) -> tuple[tuple[str, str], ...]:
    """The columns as the manifest names them."""
    return tuple((column.name, column.type.value) for column in table.columns)


def write_table(table: FrozenTable, folder: Path) -> TablePart:
    """Freeze `table` into ``<folder>/<name>.parquet``; memory stays bounded however many rows there are.

    Raises SnapshotError naming the table where a row does not fit its columns or two rows share an id.
    """
    unsorted = folder / f"{table.name}.unsorted"
    target = folder / f"{table.name}.parquet"
    _stream(table, unsorted)
    _sort(unsorted, target, table.columns[0].name, folder)
    unsorted.unlink()
    return part_of(target, table.name, columns_of(table))


def part_of(target: Path, name: str, columns: Sequence[tuple[str, str]]) -> TablePart:
    """The manifest's line for a sorted Parquet file: its rows counted and digested."""
    content = ContentDigest(name, columns)
    with pq.ParquetFile(target) as file:
        for batch in file.iter_batches(batch_size=BATCH):
            content.feed(zip(*(column.to_pylist() for column in batch.columns), strict=True))
    return TablePart(name, content.rows, tuple(columns), target.name, file_sha256(target), content.sha256)


def file_sha256(path: Path) -> str:
    """The digest of a file's bytes."""
    with path.open("rb") as file:
        return f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()}"


def _stream(table: FrozenTable, target: Path) -> None:
    schema = pa.schema([(column.name, ARROW[column.type]) for column in table.columns])
    with pq.ParquetWriter(target, schema) as writer:
        for rows in _batches(table.rows()):
            writer.write_batch(_batch(table, rows, schema))


def _batch(table: FrozenTable, rows: list[Sequence[Any]], schema: pa.Schema) -> pa.RecordBatch:
    try:
        values = list(zip(*rows, strict=True))
        if len(values) != len(schema):
            raise ValueError(f"{len(schema)} columns are declared, rows have {len(values)}")
        for column in values:
            if any(isinstance(value, datetime | float) for value in column):
                raise TypeError("times and floats cannot be frozen")
        arrays = [pa.array(column, type=kind.type) for column, kind in zip(values, schema, strict=True)]
    except (pa.ArrowException, ValueError, TypeError) as error:
        raise SnapshotError(
            f"表“{table.name}”无法冻结：有的值与声明的列不符（{error}）",
            f"Table '{table.name}' cannot be frozen: a value does not fit its declared column ({error})",
        ) from error
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def _batches(rows: Iterable[Sequence[Any]]) -> Iterator[list[Sequence[Any]]]:
    remaining = iter(rows)
    while batch := list(islice(remaining, BATCH)):
        yield batch


def _sort(source: Path, target: Path, key: str, folder: Path) -> None:
    with duckdb.connect(":memory:", config={**SORTING, "temp_directory": str(folder)}) as connection:
        rows = connection.read_parquet(str(source)).order(f'"{key}"')
        rows.write_parquet(str(target), compression="zstd")
