"""Pages and counts that stay cheap at a million rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connections
from django.db.models import QuerySet
from django.db.models.sql.where import AND, WhereNode

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

    @property
    def is_short(self) -> bool:
        """Whether the list can be leafed through to its end and sorted without an index."""
        return self.is_exact and self.number <= CAP


def counted(rows: QuerySet[Any]) -> Counted:
    """Exact up to the cap, and of a whole table on SQLite; else what PostgreSQL believes, or "more than the cap"."""
    rows = rows.order_by()
    is_whole = not (rows.query.where or rows.query.distinct)
    if is_whole and connections[rows.db].vendor == "sqlite":
        return Counted(rows.count())  # SQLite adds up the pages of its smallest index
    number = rows[: CAP + 1].count()
    if number <= CAP:
        return Counted(number)
    estimate = _estimate(rows) if is_whole else 0
    return Counted(estimate, about=True) if estimate > CAP else Counted(CAP, at_least=True)


def _estimate(rows: QuerySet[Any]) -> int:
    """Rows of a whole table as PostgreSQL believes, without reading them."""
    with connections[rows.db].cursor() as cursor:
        cursor.execute(
            "SELECT reltuples::bigint FROM pg_class WHERE oid = to_regclass(%s)",
            [f'"{rows.model._meta.db_table}"'],
        )
        found = cursor.fetchone()
    return int(found[0] or 0) if found else 0


class _Unindexed(WhereNode):
    """A condition SQLite answers by no index: it goes along the order's index and checks each row."""

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """Under a plus sign, as SQLite's manual has it."""
        condition, params = super().as_sql(compiler, connection)
        return f"+({condition})", params


def along_the_order(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Rows of a long list, in an order an index gives: the page fills after a few of them.

    SQLite knows neither how many rows a filter leaves nor that a page is all that is wanted, and would sort them all.
    What a filter says of the ordering column itself stays, so that the way begins where it holds.
    """
    rows = rows.all()
    where = rows.query.where
    if where and connections[rows.db].vendor == "sqlite":
        first = str(rows.query.order_by[0]).removeprefix("-") if rows.query.order_by else ""
        own, others = [], where.children
        if where.connector == AND and not where.negated:
            own = [one for one in where.children if _column(one) == first]
            others = [one for one in where.children if _column(one) != first]
        checked = _Unindexed(others, where.connector, where.negated)
        rows.query.where = WhereNode([*own, checked] if others else own)
    return rows


def _column(condition: Any) -> str:
    """The field a plain condition is about."""
    return str(getattr(getattr(getattr(condition, "lhs", None), "target", None), "name", ""))


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


def page_of(
    rows: QuerySet[Any], number: int, size: int, found: Counted, whole: QuerySet[Any] | None = None
) -> Page:
    """Page `number` (kept within what there is) of ordered `rows`, `found` of them.

    The order is worked out over keys alone; records, with all they carry, are then taken by key from `whole`, the
    register before it was filtered.
    """
    reach = min(found.number, CAP)
    last = max(1, -(-reach // size))
    number = min(max(1, number), last)
    start = (number - 1) * size
    ordered = rows if found.is_short else along_the_order(rows)
    keys = list(ordered.values_list("pk", flat=True)[start : min(start + size, CAP)])
    taken = (rows if whole is None else whole).order_by().in_bulk(keys)
    records = [taken[key] for key in keys if key in taken]
    return Page(number, size, records, last, is_capped=found.number > CAP or not found.is_exact)


def page_in(records: Sequence[Any], number: str, size: int) -> Page:
    """Page `number` (as an address says it) of records that are all at hand."""
    last = max(1, -(-len(records) // size))
    wanted = int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 1
    wanted = min(max(1, wanted), last)
    return Page(wanted, size, records[(wanted - 1) * size : wanted * size], last)
