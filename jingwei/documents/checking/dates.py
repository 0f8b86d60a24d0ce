"""Dates out of cells: real ones, serial numbers, and every way of writing them; what can be read twice is refused."""

import re
from collections.abc import Iterator
from datetime import date

from jingwei.documents.checking.context import Context, Reading
from jingwei.documents.checking.verdicts import Finding, found
from jingwei.documents.reading.grid import Cell, CellKind
from jingwei.documents.reading.numberformats import date_of_serial
from jingwei.kernel.digits import narrow
from jingwei.kernel.text import Text

EARLIEST, LATEST = 1900, 2100
_PIVOT = 50  # two-digit years below are of this century
_FULL = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?")
_MONTH = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*月?(?:份)?")
_SHORT_ZH = re.compile(r"(\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_COMPACT_MONTH = re.compile(r"((?:19|20)\d{2})(0[1-9]|1[0-2])")
_YEAR = re.compile(r"(?:19|20|21|18)\d{2}\s*年?(?:度)?")
_YEAR_LAST = re.compile(r"(\d{1,2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{4})")
_SHORT = re.compile(r"(\d{1,2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})")
_TIME = re.compile(r"[T ]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$")
_SPAN = re.compile(r"\d\s*[日月]?\s*(?:至|到|—|~|～|--)\s*\d")
_CANONICAL = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_date(cell: Cell, context: Context) -> Reading:
    """A day; every reading that was not plainly written as one is noted."""
    if cell.kind is CellKind.DATE:
        return _real(cell.value)
    if cell.kind is CellKind.NUMBER:
        return _number(cell.value, context)
    return _text(cell.value)


def day_or_fault(year: int, month: int, day: int) -> date | Finding:
    """The day, or why there is none."""
    if not EARLIEST <= year <= LATEST:
        why = Text(
            f"年份{year}不在{EARLIEST}—{LATEST}之间", f"the year {year} is not within {EARLIEST}–{LATEST}"
        )
        return found("E-DATE-RANGE", why=why)
    try:
        return date(year, month, day)
    except ValueError:
        shown = f"{year}-{month:02d}-{day:02d}"
        return found("E-DATE-RANGE", why=Text(f"没有{shown}这一天", f"there is no {shown}"))


def _real(value: str) -> Reading:
    if value.startswith("#"):
        serial = value[1:]
        why = Text(f"序列号{serial}不对应任何日期", f"the serial number {serial} is no day")
        return Reading(None, (found("E-DATE", why=why),))
    match = _FULL.match(value)
    if match is None:
        return Reading(None, (found("E-DATE", why=Text(f"“{value}”", f"“{value}”")),))
    return _reading(day_or_fault(*map(int, match.groups())))


def _number(value: str, context: Context) -> Reading:
    """A bare number: 20130506, 201305, or the serial number of a day; a year alone is no day."""
    if match := _COMPACT.fullmatch(value):
        return _reading(day_or_fault(*map(int, match.groups())), "N-DATE")
    if match := _COMPACT_MONTH.fullmatch(value):
        return _reading(day_or_fault(int(match[1]), int(match[2]), 1), "N-DATE-MONTH")
    if _YEAR.fullmatch(value):
        return Reading(None, (_only_year(),))
    if re.fullmatch(r"\d{4}\.\d{1,2}", value):
        why = Text(
            f"{value}是数值，10月与1月分不清（2013.10会变成2013.1）",
            f"{value} is a number; October and January look the same (2013.10 becomes 2013.1)",
        )
        return Reading(None, (found("E-DATE-AMBIG", readings=why),))
    try:
        serial = float(value)
    except ValueError:
        return Reading(None, (found("E-DATE", why=Text(f"“{value}”", f"“{value}”")),))
    day = date_of_serial(serial, is_1904=context.is_1904)
    if day is None:
        why = Text(f"序列号{value}不对应任何日期", f"the serial number {value} is no day")
        return Reading(None, (found("E-DATE", why=why),))
    return _reading(day_or_fault(day.year, day.month, day.day), "N-DATE")


def _text(raw: str) -> Reading:
    text = _TIME.sub("", narrow(raw)).strip()
    note = None if text == raw.strip() and _CANONICAL.fullmatch(text) else "N-DATE"
    if match := _FULL.fullmatch(text) or _COMPACT.fullmatch(text):
        return _reading(day_or_fault(*map(int, match.groups())), note)
    if match := _SHORT_ZH.fullmatch(text):
        year, month, day = map(int, match.groups())
        return _reading(day_or_fault(_century(year), month, day), note)
    if match := _MONTH.fullmatch(text) or _COMPACT_MONTH.fullmatch(text):
        return _reading(day_or_fault(int(match[1]), int(match[2]), 1), "N-DATE-MONTH")
    if _YEAR.fullmatch(text):
        return Reading(None, (_only_year(),))
    if match := _YEAR_LAST.fullmatch(text):
        return _choose(set(_year_last(*map(int, match.groups()))), text)
    if match := _SHORT.fullmatch(text):
        return _choose(set(_short(*map(int, match.groups()))), text)
    if _SPAN.search(text):
        return Reading(None, (found("E-TWO"),))
    return Reading(None, (found("E-DATE", why=Text(f"“{text[:40]}”", f"“{text[:40]}”")),))


def _choose(days: set[date], text: str) -> Reading:
    if len(days) == 1:
        return _reading(days.pop(), "N-DATE")
    if not days:
        why = Text(f"没有{text}这一天", f"there is no such day as {text}")
        return Reading(None, (found("E-DATE-RANGE", why=why),))
    shown = "、".join(day.isoformat() for day in sorted(days))
    return Reading(None, (found("E-DATE-AMBIG", readings=shown),))


def _year_last(first: int, second: int, year: int) -> Iterator[date]:
    for month, day in ((first, second), (second, first)):
        candidate = day_or_fault(year, month, day)
        if isinstance(candidate, date):
            yield candidate


def _short(first: int, second: int, third: int) -> Iterator[date]:
    """Year first as Chinese write it, year last as others do."""
    for year, month, day in ((first, second, third), (third, first, second), (third, second, first)):
        candidate = day_or_fault(_century(year), month, day)
        if isinstance(candidate, date):
            yield candidate


def _century(year: int) -> int:
    return year + (2000 if year < _PIVOT else 1900)


def _only_year() -> Finding:
    return found("E-DATE", why=Text("只有年份，没有月日", "only a year, without month and day"))


def _reading(day: date | Finding, note: str | None = None) -> Reading:
    if not isinstance(day, date):
        return Reading(None, (day,))
    return Reading(day, (found(note, after=day.isoformat()),) if note else ())
