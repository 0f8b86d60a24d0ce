"""Amounts, counts, decimals and per cents out of cells. The grammar is the kernel's; here is what a file adds to it."""

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from jingwei.documents.checking.context import Context, Reading
from jingwei.documents.checking.verdicts import Finding, found
from jingwei.documents.reading.grid import Cell, CellKind
from jingwei.kernel import amounts, areas, counts
from jingwei.kernel.digits import narrow
from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text

_SPAN = re.compile(r"\d[\d.,]*[^\d\s()-]{0,3}\s*(?:-|~|～|—|–|至|到)+\s*\d[\d.,]*\D{0,4}")
_TWO = re.compile(r"\d[^\d]{0,4}\s*[/;、；\n]\s*\D?\d|\d{4,}\s+\d{4,}")
_WORD = re.compile(r"[^\d.,()%\s+-]+$")
_SCI = re.compile(r"\d(?:\.\d+)?[eE]\+?\d+")
_QUOTED = re.compile(r'"([^"]*)"')
_SCALED = re.compile(r"[0#](?:!\.|,)(?=$|[;\"\s])|0!\.")
_NO_NUMBER = Text("没有数字。", "it holds no number.")


def read_amount(cell: Cell, context: Context) -> Reading:
    """Int fen. A unit in the cell prevails over the head's, which prevails over the column's own."""
    text, findings = _number_text(cell, context)
    if _SCALED.search(cell.format):
        return Reading(None, (found("E-UNIT", why=_scaled(cell.format)),))
    if shown := _shown_unit(cell.format):
        text += shown
    unit = context.unit or "元"
    try:
        reading = amounts.read_amount(text, unit)
    except InputError as error:
        return Reading(None, (_not_a_number(text, error, amounts.UNITS),))
    if not reading.is_whole:
        findings.append(found("N-ROUND", after=amounts.format_yuan(reading.fen)))
    foreign = reading.unit is not None and context.is_head_unit and not _same_unit(reading.unit, unit)
    if reading.unit is not None and (foreign or not _same_unit(reading.unit, unit)):
        findings.append(found("N-UNIT", unit=reading.unit, after=amounts.format_yuan(reading.fen)))
    findings += _bounds(reading.fen, context, _yuan)
    return Reading(reading.fen, tuple(findings), foreign)


def read_count(cell: Cell, context: Context) -> Reading:
    """A whole number, 0 or more."""
    text, findings = _number_text(cell, context)
    scaled = f"{text}{context.unit}" if context.is_head_unit and not _WORD.search(text) else text
    try:
        value = counts.parse_count(scaled)
    except InputError as error:
        return Reading(None, (_not_a_number(text, error, counts.UNITS),))
    if str(value) != text and not findings:
        findings.append(found("N-UNIT", unit=_unit_word(scaled), after=value))
    return Reading(value, (*findings, *_bounds(value, context, str)))


def read_decimal(cell: Cell, context: Context) -> Reading:
    """A decimal in the column's unit, which may be written behind it; another unit is refused."""
    text, findings = _number_text(cell, context)
    word = _WORD.search(text)
    bare = text
    if word and context.unit:
        if not _same_measure(word[0], context.unit):
            return Reading(None, (found("E-UNIT", why=_other_unit(word[0], context.unit)),))
        bare = text[: word.start()].strip()
        findings.append(found("N-UNIT", unit=word[0], after=bare))
    try:
        value = _decimal(bare)
    except InvalidOperation:
        return Reading(None, (found("E-NUMBER", why=Text(f"“{text}”。", f"“{text}”.")),))
    return Reading(value, (*findings, *_bounds(value, context, str)))


def read_percent(cell: Cell, context: Context) -> Reading:
    """12 for 12 %. A bare number of at most 1 is two things at once, unless the head has the sign."""
    text, findings = _number_text(cell, context)
    is_shown = cell.kind is CellKind.NUMBER and "%" in cell.format
    has_sign = text.endswith("%")
    try:
        value = _decimal(text.removesuffix("%").strip())
    except InvalidOperation:
        return Reading(None, (found("E-NUMBER", why=Text(f"“{text}”。", f"“{text}”.")),))
    if is_shown:
        value = _plain(value * 100)
    elif not has_sign and not context.says_percent and 0 < abs(value) <= 1:
        return Reading(None, (found("E-PCT", value=text, times=_plain(value * 100)),))
    return Reading(value, (*findings, *_bounds(value, context, str)))


def _number_text(cell: Cell, context: Context) -> tuple[str, list[Finding]]:
    """The cell's text ready for the grammar, with notes on what had to be done to it."""
    if cell.kind is CellKind.NUMBER:
        return cell.value, []
    findings: list[Finding] = []
    raw = cell.value.strip()
    if raw[:1] in "'’" and len(raw) > 1:
        raw = raw[1:]
        findings.append(found("N-APOSTROPHE"))
    text = narrow(raw)
    if text != raw:
        findings.append(found("N-WIDTH", after=text))
    if re.search(r"\d[, ]\d", text):
        findings.append(found("N-SEPARATORS", after=re.sub("[, ]", "", text)))
    if re.match(r"\(.*\)", text):
        findings.append(found("N-NEGATIVE", after=f"-{text.strip('()')}"))
    if not findings and not context.is_text_file and re.fullmatch(r"-?\d+(\.\d+)?", text):
        findings.append(found("N-TEXTNUM", after=text))
    return text, findings


def _not_a_number(text: str, error: InputError, units: object) -> Finding:
    """The most telling verdict for a text that is no quantity."""
    if _SCI.fullmatch(text):
        return found("E-SCI", shown=text)
    if _SPAN.fullmatch(text):
        return found("E-SPAN")
    if _TWO.search(text):
        return found("E-TWO")
    word = _WORD.search(text)
    known = units if isinstance(units, dict) else {}
    if word and re.match(r"[-+(]?[\d.]", text) and word[0].lower() not in known:
        why = Text(f"“{word[0]}”不是这一列的单位", f"“{word[0]}” is not a unit of this column")
        return found("E-UNIT", why=why)
    if word and len(re.findall(r"\d[\d.,]*", text)) > 1 and "(" in text:
        return found("E-TWO")
    return found("E-NUMBER", why=error.text if re.search(r"\d", text) else _NO_NUMBER)


def _bounds(value: int | Decimal, context: Context, show: Callable[[int], str]) -> tuple[Finding, ...]:
    low, high = context.column.minimum, context.column.maximum
    if (low is None or value >= low) and (high is None or value <= high):
        return ()
    limits = f"{'' if low is None else show(low)}—{'' if high is None else show(high)}"
    shown = show(value) if isinstance(value, int) else str(value)
    return (found("E-RANGE", shown=shown, limits=limits),)


def _yuan(fen: int) -> str:
    return amounts.format_yuan(fen)


def _decimal(text: str) -> Decimal:
    bare = text.replace(",", "")
    if re.search(r",(?!\d{3}(?:\D|$))", text) or not re.fullmatch(r"[-+]?(\d+(\.\d+)?|\.\d+)", bare):
        raise InvalidOperation
    return Decimal(bare)


def _plain(value: Decimal) -> Decimal:
    normal = value.normalize()
    return normal.quantize(Decimal(1)) if normal == normal.to_integral_value() else normal


def _shown_unit(code: str) -> str:
    """A unit of money the number format writes behind the number."""
    words = [word for word in _QUOTED.findall(code) if word.strip() in amounts.UNITS]
    return words[0].strip() if words else ""


def _same_unit(one: str, other: str) -> bool:
    first, second = amounts.UNITS.get(one), amounts.UNITS.get(other)
    return one == other or (first is not None and second is not None and first.worth == second.worth)


def _same_measure(word: str, unit: str) -> bool:
    first, second = areas.UNITS.get(word.lower()), areas.UNITS.get(unit.lower())
    return word == unit or (first is not None and second is not None and first.worth == second.worth)


def _unit_word(text: str) -> str:
    word = _WORD.search(text)
    return word[0] if word else "1"


def _scaled(code: str) -> Text:
    return Text(
        f"数字格式（{code}）把数值缩小显示，看到的与存的不是同一个数",
        f"its number format ({code}) shows it scaled, so what is seen is not what is stored",
    )


def _other_unit(word: str, unit: str) -> Text:
    return Text(f"单位是“{word}”，这一列应为“{unit}”", f"the unit is “{word}”, this column's is “{unit}”")
