"""What only several rows together show: a row twice, one code with two names, names nearly equal, amounts far off."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import date
from math import log10
from statistics import median

from jingwei.documents.checking.names import name_key
from jingwei.documents.checking.rows import CheckedRow
from jingwei.documents.checking.verdicts import Finding, found
from jingwei.documents.shapes import Column, ColumnKind
from jingwei.kernel import amounts
from jingwei.kernel.text import Text

Placed = tuple[CheckedRow, str, Finding]  # row, column key, what was found

_SLIPS = ((1.0, 0.35), (3.0, 0.5), (4.0, 0.5))  # powers of ten a unit slips by, and how near counts
_FEWEST = 8  # amounts below which "usual" means nothing
_LEAST_SPREAD = 0.15
_FAR = 4.0  # robust standard deviations


def across_rows(
    rows: Sequence[CheckedRow], columns: Sequence[Column], identity: Sequence[str]
) -> Iterator[Placed]:
    """Everything found across `rows`."""
    labels = {column.key: column.label for column in columns}
    required = {column.key for column in columns if column.required}
    yield from _twice(rows, identity, required, labels)
    for column in columns:
        if column.names:
            yield from _two_names(rows, column)
            yield from _similar(rows, column)
        if column.not_before:
            yield from _before(rows, column, labels)
        if column.kind is ColumnKind.AMOUNT:
            yield from _outliers(rows, column)


def _twice(
    rows: Sequence[CheckedRow], identity: Sequence[str], required: set[str], labels: dict[str, Text]
) -> Iterator[Placed]:
    """Rows with equal identity; an optional part of it may be empty in both, not all of it, nor a required part."""

    def key_of(row: CheckedRow) -> tuple[Hashable, ...] | None:
        values = tuple(row.values.get(key) for key in identity)
        lost = any(value is None and key in required for key, value in zip(identity, values, strict=True))
        unread = not row.unread.isdisjoint(identity)
        return None if lost or unread or not any(value is not None for value in values) else values

    key = Text("、".join(labels[k].zh for k in identity), ", ".join(labels[k].en for k in identity))
    for same in _groups(rows, key_of).values() if identity else ():
        for index, row in enumerate(same):
            if len(same) > 1:
                yield row, identity[0], found("E-DUP", other=same[0 if index else 1].number, key=key)


def _two_names(rows: Sequence[CheckedRow], column: Column) -> Iterator[Placed]:
    for same in _groups(rows, lambda row: row.values.get(column.names)).values():
        named = [row for row in same if row.values.get(column.key)]
        spellings = {row.values[column.key] for row in named}
        for row in named if len(spellings) > 1 else ():
            other = next(o for o in named if o.values[column.key] != row.values[column.key])
            yield row, column.key, found("E-DUP-CONFLICT", other=other.number, name=other.values[column.key])


def _similar(rows: Sequence[CheckedRow], column: Column) -> Iterator[Placed]:
    """Names equal but for their spelling, unless two valid codes show that they are two."""
    keys: dict[str, str] = {}

    def key_of(row: CheckedRow) -> str | None:
        name = row.values.get(column.key)
        return keys.setdefault(name, name_key(name)) if name else None

    for same in _groups(rows, key_of).values():
        first = same[0]
        for row in same[1:]:
            codes = {r.values.get(column.names) for r in (first, row)}
            if row.values[column.key] != first.values[column.key] and (len(codes) == 1 or None in codes):
                yield row, column.key, found("W-SIMILAR", other=first.number, name=first.values[column.key])


def _before(rows: Sequence[CheckedRow], column: Column, labels: dict[str, Text]) -> Iterator[Placed]:
    for row in rows:
        start, end = row.values.get(column.not_before), row.values.get(column.key)
        if isinstance(start, date) and isinstance(end, date) and end < start:
            zh = f"{column.label.zh}{end}早于{labels[column.not_before].zh}{start}"
            en = f"{column.label.en} {end} is before {labels[column.not_before].en} {start}"
            yield row, column.key, found("E-DATE-RANGE", why=Text(zh, en))


def _outliers(rows: Sequence[CheckedRow], column: Column) -> Iterator[Placed]:
    """Amounts off by about a power of ten that a slip of unit makes, and off beyond the column's own spread."""
    positive = [row for row in rows if (row.values.get(column.key) or 0) > 0]
    groups = (
        _groups(positive, lambda row: row.values.get(column.compare_within)) if column.compare_within else {}
    )
    for peers in groups.values() or [positive]:
        if len(peers) < _FEWEST:
            continue
        logs = [log10(row.values[column.key]) for row in peers]
        middle = median(logs)
        spread = max(1.4826 * median(abs(value - middle) for value in logs), _LEAST_SPREAD)
        usual = amounts.format_amount(round(10**middle))
        for row, value in zip(peers, logs, strict=True):
            off = value - middle
            slip = next((s for s, near in _SLIPS if abs(abs(off) - s) <= near), None)
            if slip and abs(off) / spread >= _FAR:
                times = f"{10**slip:,.0f}" if off > 0 else f"1/{10**slip:,.0f}"
                yield row, column.key, found("W-UNIT-OUTLIER", usual=usual, times=times)


def _groups(
    rows: Sequence[CheckedRow], key_of: Callable[[CheckedRow], Hashable | None]
) -> dict[Hashable, list[CheckedRow]]:
    groups: dict[Hashable, list[CheckedRow]] = defaultdict(list)
    for row in rows:
        key = key_of(row)
        if key is not None:
            groups[key].append(row)
    return groups
