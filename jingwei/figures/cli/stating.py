"""Reading what a text states from a CSV file, and the measures against it from the pack."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jingwei.figures.engine.resolving import Resolver
from jingwei.figures.rules.against import Hedge, Judged, Stated, judge, number
from jingwei.kernel.errors import InputError
from jingwei.kernel.periods import Period
from jingwei.kernel.text import Text

NEEDED = ("id", "value", "unit")


def judged(path: Path, pack: Mapping[str, Any], period: Period, resolving: Resolver) -> list[Judged]:
    """Every row of the CSV file `path` for `period`'s year, judged by the pack's ``[[stated]]`` entries.

    Raises InputError naming file, row and column; OSError where the file cannot be opened.
    """
    entries = {str(entry["id"]): entry for entry in pack.get("stated", [])}
    return [_judged(stated, period, resolving) for stated in _read(path, entries)]


def _judged(stated: Stated, period: Period, resolving: Resolver) -> Judged:
    if not stated.measure:
        return judge(stated, None)
    ours = resolving.figure(stated.measure, period).value
    return judge(stated, ours)


def _read(path: Path, entries: Mapping[str, Mapping[str, Any]]) -> Iterator[Stated]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        missing = [name for name in NEEDED if name not in (reader.fieldnames or ())]
        if missing:
            names = ", ".join(missing)
            raise InputError(Text(f"{path.name}缺少列：{names}", f"{path.name} lacks the columns: {names}"))
        for row in reader:
            yield _stated(path.name, reader.line_num, row, entries.get(row["id"], {}))


def _stated(file: str, line: int, row: Mapping[str, str], entry: Mapping[str, Any]) -> Stated:
    unit = (row["unit"] or "").strip()
    try:
        value = number(row["value"] or "", unit)
    except InputError as error:
        raise InputError(
            Text(
                f"{file}第{line}行value列：{error.text.zh}",
                f"{file}, row {line}, column value: {error.text.en}",
            )
        ) from error
    hedge = entry.get("hedge")
    return Stated(
        id=row["id"],
        value=value,
        unit=unit,
        measure=str(entry.get("measure", "")),
        hedge=Hedge(hedge) if hedge else None,
        differs=_text(entry.get("differs")),
        not_record=_text(entry.get("not_record")),
    )


def _text(given: Mapping[str, str] | None) -> Text | None:
    return Text(given["zh"], given["en"]) if given else None
