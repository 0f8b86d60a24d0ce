"""Entries as people read them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jingwei.kernel.canonical import JSON
from jingwei.ledger.models import Entry, Opening


@dataclass(frozen=True)
class Opened:
    """What is known of a secret: its value, or that it was erased (then the value is None)."""

    value: JSON
    is_erased: bool = False


@dataclass(frozen=True)
class EntryView:
    """One entry as people read it."""

    index: int
    kind: str
    subject: str
    body: Mapping[str, Any]
    acted_at: datetime
    appended_at: datetime
    openings: Mapping[str, Opened]

    def opened(self, name: str) -> JSON:
        """The value of a secret; None where there is none of that name or it was erased."""
        found = self.openings.get(name)
        return found.value if found else None


def entry(index: int) -> EntryView:
    """One entry; raises Entry.DoesNotExist."""
    return _view(Entry.objects.prefetch_related("openings").get(index=index))


def history(subject: str) -> list[EntryView]:
    """All entries about ``<app>.<model>:<pk>``, the newest first."""
    rows = Entry.objects.filter(subject=subject).order_by("-index").prefetch_related("openings")
    return [_view(row) for row in rows]


def _view(row: Entry) -> EntryView:
    return EntryView(
        index=row.index,
        kind=row.kind,
        subject=row.subject,
        body=json.loads(row.leaf)["body"],
        acted_at=row.acted_at,
        appended_at=row.appended_at,
        openings=_opened(row.openings.all()),
    )


def _opened(rows: Iterable[Opening]) -> dict[str, Opened]:
    return {
        row.name: Opened(None, is_erased=True) if row.value is None else Opened(json.loads(row.value))
        for row in rows
    }
