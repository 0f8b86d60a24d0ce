"""Pages and counts that stay cheap at a million rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connections
from django.db.models import QuerySet

CAP = 10_000
SIZES = (20, 50, 200)


@dataclass(frozen=True)
class Counted:
    """How many: exact, or `about` (an estimate), or `at_least` (counting stopped at the cap)."""

    number: int
    about: bool = False
    at_least: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether the number is exact."""
        return not (self.about or self.at_least)


def counted(rows: QuerySet[Any], cap: int = CAP) -> Counted:
    """Exact up to `cap`; beyond it the database's estimate for a whole table, else "more than `cap`"."""
    number = rows.order_by()[: cap + 1].count()
    if number <= cap:
        return Counted(number)
    if rows.query.where or rows.query.distinct:
        return Counted(cap, at_least=True)
    estimate = _estimate(rows)
    return Counted(estimate, about=True) if estimate > cap else Counted(cap, at_least=True)


def _estimate(rows: QuerySet[Any]) -> int:
    """Rows of a whole table as the database believes, without reading them."""
    connection = connections[rows.db]
    table = rows.model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT reltuples::bigint FROM pg_class WHERE oid = to_regclass(%s)", [f'"{table}"']
            )
        else:
            cursor.execute(f"SELECT MAX(rowid) FROM {connection.ops.quote_name(table)}")  # noqa: S608 - our own table's name
        found = cursor.fetchone()
    return int(found[0] or 0) if found else 0


@dataclass(frozen=True)
class Page:
    """One page of records. Leafing ends at the cap: beyond it one narrows, sorts the other way, or exports."""

    number: int
    size: int
    records: Sequence[Any]
    last: int
    is_capped: bool = False

    @property
    def has_previous(self) -> bool:
        """Whether a page is before it."""
        return self.number > 1

    @property
    def has_next(self) -> bool:
        """Whether a page is behind it."""
        return self.number < self.last

    @property
    def has_other_pages(self) -> bool:
        """Whether there is more than one."""
        return self.last > 1

    @property
    def previous_page_number(self) -> int:
        """The page before."""
        return self.number - 1

    @property
    def next_page_number(self) -> int:
        """The page behind."""
        return self.number + 1

    @property
    def first_row(self) -> int:
        """Number of its first row, from 1; 0 where there is none."""
        return (self.number - 1) * self.size + 1 if self.records else 0

    @property
    def last_row(self) -> int:
        """Number of its last row."""
        return (self.number - 1) * self.size + len(self.records)

    @property
    def window(self) -> list[int]:
        """Page numbers to show; 0 stands for left-out ones."""
        near = {1, self.last, *range(self.number - 1, self.number + 2)}
        if self.number <= 2:
            near |= {2, 3}
        shown = sorted(number for number in near if 1 <= number <= self.last)
        gaps: list[int] = []
        for before, number in zip([0, *shown], shown, strict=False):
            if number - before > 1:
                gaps.append(0)
            gaps.append(number)
        return gaps


def page_of(rows: QuerySet[Any], number: int, size: int, found: Counted) -> Page:
    """Page `number` (kept within what there is) of ordered `rows`, `found` of them."""
    reach = min(found.number, CAP)
    last = max(1, -(-reach // size))
    number = min(max(1, number), last)
    start = (number - 1) * size
    records = list(rows[start : min(start + size, CAP)])
    return Page(number, size, records, last, is_capped=found.number > CAP or not found.is_exact)


def page_in(records: Sequence[Any], number: str, size: int) -> Page:
    """Page `number` (as an address says it) of records that are all at hand."""
    last = max(1, -(-len(records) // size))
    wanted = int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 1
    wanted = min(max(1, wanted), last)
    return Page(wanted, size, records[(wanted - 1) * size : wanted * size], last)
