"""The digest of a table's content: over its rows in canonical JSON, sorted by id; file bytes do not matter."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from jingwei.figures.snapshot.manifest import SnapshotError
from jingwei.kernel.canonical import JSON, canonical


class ContentDigest:
    """Feeds rows in the order of their ids (UTF-8 bytes); twice the same id, or a wrong order, is refused.

    Each line is the canonical JSON of the row (dates as ISO text) and a newline; the first line names the columns and
    their types, so that equal values under other names are other content.
    """

    def __init__(self, table: str, columns: Sequence[tuple[str, str]]) -> None:
        self.table = table
        self.rows = 0
        self._last: bytes | None = None
        self._hash = hashlib.sha256(canonical([list(column) for column in columns]) + b"\n")

    def feed(self, rows: Iterable[Sequence[Any]]) -> None:
        """Take more rows."""
        for row in rows:
            key = str(row[0]).encode()
            if self._last is not None and key <= self._last:
                raise SnapshotError(
                    f"表“{self.table}”的编号“{row[0]}”重复或次序不对",
                    f"Table '{self.table}': the id '{row[0]}' comes twice or out of order",
                )
            self._last = key
            self._hash.update(canonical([_plain(value) for value in row]) + b"\n")
            self.rows += 1

    @property
    def sha256(self) -> str:
        """What the rows so far amount to."""
        return f"sha256:{self._hash.hexdigest()}"


def _plain(value: "JSON | date") -> JSON:
    return value.isoformat() if isinstance(value, date) else value
