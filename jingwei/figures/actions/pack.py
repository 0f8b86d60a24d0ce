"""Taking received statistics and targets of a pack into the database."""

from typing import Any

from jingwei.figures.actions import add_received, add_target
from jingwei.figures.models import ReceivedStatistic, Target
from jingwei.figures.terms import TargetKind
from jingwei.kernel.amounts import parse_amount
from jingwei.kernel.errors import InputError
from jingwei.registry.packs import PackRow, rows_of
from jingwei.registry.shapes import Pack

RECEIVED = ("label", "label_en", "unit", "unit_en", "issuer", "definition")
RECEIVED_MORE = ("issuer_en", "definition_en", "whole")
VALUE_MORE = ("document_en", "caveat", "caveat_en", "derivation", "derivation_en")
TARGET_MORE = ("label_en", "reference", "source_en", "break_note", "break_note_en")


def load_pack(pack: Pack) -> int:
    """Write what is new in ``received.toml`` and ``targets.toml``; gives how many rows that were. Idempotent.

    What is there stays as officers have corrected it. Raises PackFaultError naming file and key.
    """
    received = sum(_received(row) for row in rows_of(pack, "received", "received"))
    targets = sum(_target(row, order) for order, row in enumerate(rows_of(pack, "targets", "target")))
    return received + targets


def _received(row: PackRow) -> int:
    values = {name: row.text(name) for name in RECEIVED} | {
        name: row.text(name, "") for name in RECEIVED_MORE
    }
    code = row.text("code")
    written = 0
    for number, given in enumerate(row.values.get("value", []), 1):
        one = PackRow(row.file, f"{row.key}.value[{number}]", given)
        wanted = {**values, **_value(one, code)}
        if not ReceivedStatistic.objects.filter(code=code, period=wanted["period"]).exists():
            add_received(by=None, values=wanted)
            written += 1
    return written


def _value(row: PackRow, code: str) -> dict[str, Any]:
    texts = {name: row.text(name, "") for name in VALUE_MORE}
    return {
        **texts,
        "code": code,
        "period": row.text("period"),
        "value": _amount(row) if "amount" in row.values else row.whole("value"),
        "document": row.text("document"),
        "received_on": row.day("received_on"),
        "is_derived": bool(texts["derivation"]),
    }


def _target(row: PackRow, order: int) -> int:
    code, year = row.text("code"), row.whole("year")
    wanted: dict[str, Any] = {name: row.text(name, "") for name in TARGET_MORE} | {
        "code": code,
        "kind": row.choice("kind", TargetKind).value,
        "label": row.text("label"),
        "year": year,
        "value": _amount(row) if "amount" in row.values else row.whole("value", 0) or None,
        "base_year": row.whole("base_year", 0) or None,
        "break_year": row.whole("break_year", 0) or None,
        "source": row.text("source"),
        "order": order,
    }
    if Target.objects.filter(code=code, year=year).exists():
        return 0
    add_target(by=None, values=wanted)
    return 1


def _amount(row: PackRow) -> int:
    try:
        return parse_amount(row.text("amount"))
    except InputError as error:
        raise row.fault("amount", error.text) from error
