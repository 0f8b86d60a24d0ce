"""Rows by the thousand and hashes by the dozen, in plain SQL: the ORM costs several times the work itself."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache

from django.db import connection, models

from jingwei.ledger.models import Entry, Node

Value = int | str | bytes | datetime | None


def insert(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """Write rows of a model's columns: PostgreSQL's COPY, or one prepared statement run for each."""
    quote = connection.ops.quote_name
    table, names = quote(model._meta.db_table), ", ".join(map(quote, columns))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(columns))
            adapted = [[_adapted(one) if isinstance(one, datetime) else one for one in row] for row in rows]
            cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", adapted)  # noqa: S608 - our own names


def hashes_at(positions: Sequence[int]) -> dict[int, bytes]:
    """The hashes at places of the tree, leaves on the even ones, in one query; what is not there is left out."""
    inner = [position for position in positions if position & 1]
    leaves = [position >> 1 for position in positions if not position & 1]
    parts, values = [], list[int]()
    if inner:
        parts.append(f"SELECT position, hash FROM {_NODES} WHERE position IN ({_marks(inner)})")  # noqa: S608 - as above
        values += inner
    if leaves:
        parts.append(f'SELECT "index" * 2, leaf_hash FROM {_ENTRIES} WHERE "index" IN ({_marks(leaves)})')  # noqa: S608 - as above
        values += leaves
    if not parts:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        return {position: bytes(value) for position, value in cursor.fetchall()}


_NODES, _ENTRIES = Node._meta.db_table, Entry._meta.db_table


def _marks(values: Sequence[int]) -> str:
    return ", ".join(["%s"] * len(values))


@lru_cache(maxsize=64)
def _adapted(moment: datetime) -> str | None:
    """A time as SQLite keeps it; the rows of a batch share theirs."""
    return connection.ops.adapt_datetimefield_value(moment)
