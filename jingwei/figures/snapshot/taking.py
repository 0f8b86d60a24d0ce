"""Taking a snapshot: what is read, in one consistent view of the database, and what its manifest says."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from django.db import connection, transaction

from jingwei.figures.engine.relations import definition_digest
from jingwei.figures.shapes import FrozenTable, Measure, frozen_tables, measures
from jingwei.figures.snapshot.manifest import TablePart
from jingwei.figures.snapshot.store import write_tables
from jingwei.figures.snapshot.writing import WRITER, columns_of
from jingwei.ledger.models import Head


@dataclass(frozen=True)
class Taken:
    """The tables as written, and how many entries the log had then."""

    tables: tuple[TablePart, ...]
    basis: int


def take(folder: Path) -> Taken:
    """Write every declared table into `folder`, all of one moment."""
    with consistent_read():
        basis = log_size()
        return Taken(write_tables(frozen_tables, folder), basis)


def log_size() -> int:
    """How many entries the log has."""
    head = Head.objects.first()
    return head.size if head else 0


@contextmanager
def consistent_read() -> Iterator[None]:
    """What is read within is of one moment, while others go on writing. Inside a transaction that one's view holds."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    else:
        yield from _sqlite_read()


def _sqlite_read() -> Iterator[None]:
    """A deferred transaction: `atomic` would begin an immediate one and hold every writer up."""
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def code_version() -> str:
    """The version of the program."""
    try:
        return version("jingwei")
    except PackageNotFoundError:
        return "0"


def declared_digests() -> dict[str, str]:
    """The digest of every declared measure's definition."""
    return dict(_digests(tuple(measures), tuple(frozen_tables)))


def declared_columns() -> dict[str, tuple[tuple[str, str], ...]]:
    """The columns of every declared table."""
    return {table.name: columns_of(table) for table in frozen_tables}


@cache
def _digests(declared: tuple[Measure, ...], tables: tuple[FrozenTable, ...]) -> tuple[tuple[str, str], ...]:
    columns = {table.name: columns_of(table) for table in tables}
    return tuple((measure.id, definition_digest(measure, columns[measure.table])) for measure in declared)


def writer() -> str:
    """What wrote the files."""
    return WRITER
