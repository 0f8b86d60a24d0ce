"""What an import run holds, as values and as JSON: faults, rows, counts. Knows no Django."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from jingwei.documents.checking.verdicts import fault, found
from jingwei.documents.shapes import Column, ColumnKind, Fault, Outcome, Resolution
from jingwei.kernel.canonical import digest
from jingwei.kernel.text import Text

Json = Any
LISTED = 2000  # faults of one kind; a report is read by people
_PERSONAL = (ColumnKind.RESIDENT_ID, ColumnKind.TELEPHONE, ColumnKind.EMAIL)


@dataclass
class Row:
    """A row of the preview. `changes`: column key -> (what is stored, what the file says), as texts for reading."""

    number: int
    values: Mapping[str, Any]
    outcome: Outcome
    changes: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)
    unconfirmed: tuple[str, ...] = ()  # codes of warnings to be confirmed before it may be stored


def fault_to_json(fault: Fault) -> Json:
    """A fault as JSON."""
    return {
        "code": fault.code,
        "text": list(fault.text),
        "severity": fault.severity,
        "sheet": fault.sheet,
        "row": fault.row,
        "column": fault.column,
        "value": fault.value,
        "remedy": list(fault.remedy) if fault.remedy else None,
        "needs_confirmation": fault.needs_confirmation,
    }


def fault_from_json(data: Json) -> Fault:
    """The inverse of `fault_to_json`."""
    remedy = Text(*data["remedy"]) if data["remedy"] else None
    return Fault(**{**data, "text": Text(*data["text"]), "remedy": remedy})


def value_to_json(value: object) -> Json:
    """A typed value as JSON."""
    return (
        value.isoformat() if isinstance(value, date) else str(value) if isinstance(value, Decimal) else value
    )


def value_from_json(value: Json, kind: ColumnKind) -> Any:
    """The inverse of `value_to_json`, by the kind of the column."""
    if value is None:
        return None
    if kind is ColumnKind.DATE:
        return date.fromisoformat(value)
    return Decimal(value) if kind in (ColumnKind.DECIMAL, ColumnKind.PERCENT) else value


def row_to_json(row: Row) -> Json:
    """A row as JSON."""
    return {
        "row": row.number,
        "values": {key: value_to_json(value) for key, value in row.values.items()},
        "outcome": row.outcome.value,
        "changes": {key: [_shown(old), _shown(new)] for key, (old, new) in row.changes.items()},
        "unconfirmed": list(row.unconfirmed),
    }


def row_from_json(data: Json, columns: Sequence[Column]) -> Row:
    """The inverse of `row_to_json`; changes stay as they are shown."""
    kinds = {column.key: column.kind for column in columns}
    values = {key: value_from_json(value, kinds[key]) for key, value in data["values"].items()}
    changes = {key: (old, new) for key, (old, new) in data["changes"].items()}
    return Row(data["row"], values, Outcome(data["outcome"]), changes, tuple(data["unconfirmed"]))


def kept_rows(rows: Sequence[Json], numbers: set[int], columns: Sequence[Column]) -> list[Json]:
    """What an import remembers of its rows once they are in the register: those stored, without personal numbers."""
    personal = {column.key for column in columns if column.kind in _PERSONAL}
    return [
        {**row, "values": {key: None if key in personal else value for key, value in row["values"].items()}}
        for row in rows
        if row["row"] in numbers
    ]


def shortened(faults: Sequence[Fault]) -> list[Fault]:
    """At most `LISTED` faults of a kind, and for each longer kind a note how many more there are."""
    seen: Counter[str] = Counter()
    kept = []
    for one in faults:
        seen[one.code] += 1
        if seen[one.code] <= LISTED:
            kept.append(one)
    more = [
        found("N-MORE", count=times - LISTED, code=code) for code, times in seen.items() if times > LISTED
    ]
    return [*kept, *(fault(finding) for finding in more)]


def preview_digest(rows: Iterable[Json]) -> str:
    """A digest of rows as JSON: two previews with one digest would store the same over the same."""
    return digest(list(rows))


def resolution_differs(row: Json, resolution: Resolution) -> bool:
    """Whether a row of the preview would now meet something else in the database than it did."""
    if row["outcome"] == Outcome.REFUSE:
        return False
    if resolution.outcome is not Outcome(row["outcome"]):
        return True
    now = {key: [_shown(old), _shown(new)] for key, (old, new) in resolution.changes.items()}
    return bool(now != row["changes"])


def count(rows: Iterable[Row], faults: Iterable[Fault]) -> dict[str, Any]:
    """Rows by outcome, faults by severity and by code."""
    kept = list(rows)
    found = list(faults)
    outcomes = Counter(row.outcome.value for row in kept)
    return {
        "rows": len(kept),
        **{outcome.value: outcomes[outcome.value] for outcome in Outcome},
        "severities": dict(Counter(fault.severity for fault in found)),
        "codes": dict(sorted(Counter(fault.code for fault in found).items())),
        "to_confirm": sorted({fault.code for fault in found if fault.needs_confirmation}),
    }


def _shown(value: object) -> Json:
    plain = value_to_json(value)
    return plain if plain is None or isinstance(plain, (str, int, bool)) else str(plain)
