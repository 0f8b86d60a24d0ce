"""What a printed summary states, held against ours as findings; differences with their reason on record."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from jingwei.figures.rules import against
from jingwei.figures.rules.against import Hedge, judge
from jingwei.kernel.text import Text
from jingwei.summary.rules.findings import Check, Finding, Verdict
from jingwei.summary.rules.values import Filled, Sort, Value

EQUAL = Text("与原文一致。", "As printed.")
KEEPS = Text("满足原文的约数词。", "Keeps the hedge of the printed text.")
UNEXPLAINED = Text("与原文不符，尚无说明。", "Differs from the printed text, and no reason is on record.")
OUTDATED = Text(
    "与原文不符；记在案的理由说的是另一个数，已不适用。",
    "Differs from the printed text; the reason on record speaks of another number and no longer holds.",
)


@dataclass(frozen=True)
class Printed:
    """One figure of the printed text: what it is about, and how `figures` compares it."""

    subject: Text
    stated: against.Stated


def read(path: Path) -> list[Printed]:
    """The entries of a ``stated-<year>.toml``; none where the file is absent."""
    if not path.is_file():
        return []
    return [_entry(entry) for entry in tomllib.loads(path.read_text(encoding="utf-8")).get("stated", [])]


def _entry(entry: Mapping[str, Any]) -> Printed:
    value = entry["stated"]
    stated = against.Stated(
        id=str(entry["id"]),
        value=value if isinstance(value, int) else Decimal(str(value)),
        measure=str(entry.get("measure", "")),
        hedge=Hedge(entry["hedge"]) if "hedge" in entry else None,
        differs=Text(**entry["differs"]) if "differs" in entry else None,
        not_record=Text(**entry["not_record"]) if "not_record" in entry else None,
    )
    return Printed(Text(**entry["subject"]), stated)


def compare(
    entries: Iterable[Printed], values: Mapping[str, Filled], section_of: Mapping[str, str]
) -> list[Finding]:
    """A finding for every entry whose figure has a value; `section_of` gives the section a reference stands in."""
    found = []
    for entry in entries:
        value = values.get(entry.stated.measure)
        if isinstance(value, Value):
            found.append(_finding(entry, value, section_of.get(entry.stated.measure, "")))
    return found


def _finding(entry: Printed, value: Value, section: str) -> Finding:
    verdict, note = _verdict(entry.stated, value)
    references = (entry.stated.measure, entry.stated.id)
    shown = _arithmetic(entry.stated, value, verdict)
    return Finding(Check.STATED, verdict, section, entry.subject, shown, note, references)


def _verdict(stated: against.Stated, value: Value) -> tuple[Verdict, Text]:
    exact = value.exact
    ours = int(exact) if exact.denominator == 1 and value.sort is not Sort.PERCENT else _decimal(exact)
    match judge(stated, ours).verdict:
        case against.Verdict.EQUAL:
            return Verdict.PASS, EQUAL
        case against.Verdict.HEDGED:
            return Verdict.PASS, KEEPS
        case against.Verdict.EXPLAINED if stated.differs is not None:
            holds = _speaks_of(stated.differs, exact)
            return (Verdict.EXPLAINED, stated.differs) if holds else (Verdict.FAIL, OUTDATED)
        case _:
            return Verdict.FAIL, UNEXPLAINED


def _speaks_of(reason: Text, ours: Fraction) -> bool:
    """Whether a reason names our value: once the records move on it explains nothing any more."""
    return _shown(ours).replace(",", "") in re.findall(r"[0-9.]+", reason.zh)


def _decimal(exact: Fraction) -> Decimal:
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def _arithmetic(entry: against.Stated, value: Value, verdict: Verdict) -> str:
    worth = 100 if value.sort is Sort.MONEY else 1
    ours, stated = value.exact / worth, Fraction(entry.value) / worth
    sign = "=" if ours == stated else ("≈" if verdict is Verdict.PASS else "≠")
    return f"{_shown(stated)} {sign} {_shown(ours)}"


def _shown(number: Fraction) -> str:
    if number.denominator == 1:
        return f"{number.numerator:,}"
    return f"{_decimal(number):,.2f}".rstrip("0").rstrip(".")
