"""The tables of this package that are frozen with the registers: what was received, and what was aimed at."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.urls import reverse

from jingwei.figures.models import ReceivedStatistic, Target
from jingwei.figures.shapes import ColumnType, FrozenColumn, FrozenTable
from jingwei.kernel.text import Text

BATCH = 1000
RECEIVED_TEXTS = (
    "code", "period", "label", "label_en", "unit", "unit_en", "issuer", "issuer_en", "document", "document_en",
    "definition", "definition_en", "caveat", "caveat_en", "whole", "derivation", "derivation_en",
)  # fmt: skip
TARGET_TEXTS = (
    "code", "kind", "label", "label_en", "reference", "source", "source_en", "break_note", "break_note_en",
)  # fmt: skip


def _column(name: str, kind: ColumnType) -> FrozenColumn:
    return FrozenColumn(name, kind, Text(name, name), is_public=True)


def _rows(model: type[ReceivedStatistic | Target], names: Sequence[str]) -> Iterator[Sequence[Any]]:
    for pk, *values in model.objects.order_by("pk").values_list("pk", *names).iterator(chunk_size=BATCH):
        yield (str(pk), *values)


def _table(
    name: str,
    label: Text,
    model: type[ReceivedStatistic | Target],
    columns: Sequence[tuple[str, ColumnType]],
    view: str,
) -> FrozenTable:
    names = [column for column, _ in columns]
    return FrozenTable(
        name=name,
        label=label,
        columns=(_column("id", ColumnType.STRING), *(_column(*column) for column in columns)),
        rows=lambda: _rows(model, names),
        visible=lambda _user: None,
        url=lambda _id: reverse(view),
    )


received_statistics = _table(
    "received_statistics",
    Text("外来统计数", "Received statistics"),
    ReceivedStatistic,
    (
        *((name, ColumnType.STRING) for name in RECEIVED_TEXTS),
        ("value", ColumnType.INTEGER),
        ("received_on", ColumnType.DATE),
        ("is_derived", ColumnType.BOOLEAN),
    ),
    "figures:received",
)
targets = _table(
    "targets",
    Text("目标", "Targets"),
    Target,
    (
        *((name, ColumnType.STRING) for name in TARGET_TEXTS),
        ("year", ColumnType.INTEGER),
        ("value", ColumnType.INTEGER),
        ("base_year", ColumnType.INTEGER),
        ("break_year", ColumnType.INTEGER),
        ("order", ColumnType.INTEGER),
        ("is_demo", ColumnType.BOOLEAN),
    ),
    "figures:targets",
)
