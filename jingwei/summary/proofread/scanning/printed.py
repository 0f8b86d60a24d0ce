"""A number with its unit and hedge as one print, and a range of two: 25项以上, 30—40家."""

import re
from dataclasses import dataclass, replace

from jingwei.summary.proofread.scanning import tables
from jingwei.summary.proofread.scanning.hedges import hedge_behind
from jingwei.summary.proofread.scanning.numbers import PER_CENT, Number, number_at
from jingwei.summary.proofread.scanning.units import unit_at
from jingwei.summary.proofread.shapes import Hedge

_TO = re.compile(r" ?(?:-{1,2}|—{1,2}|~|至|到) ?")
_TO_IN_WORDS = {"至", "到"}
_MOVES_FROM = re.compile("[从由自][^,。;、]*$")
MOVEMENT = 24  # characters before 到 in which 从 or 由 makes it a movement and no range


@dataclass(frozen=True)
class Printed:
    """A number with its unit; `beyond` is where a hedge behind it ends."""

    number: Number
    unit: str
    end: int
    hedge: Hedge | None
    beyond: int


def printed_at(text: str, start: int) -> Printed | None:
    """The number with unit that begins at `start`; None where there is no figure."""
    number = number_at(text, start)
    if number is None or _is_latin(text[start - 1 : start]):
        return None
    unit = "" if text.startswith(PER_CENT, start) else unit_at(text, number)
    if unit is None:
        return None
    end = number.end + len(unit)
    if unit.startswith("大"):
        return Printed(number, unit[1:], number.end, number.hedge, end)
    hedge, beyond = hedge_behind(text, end) or (number.hedge, end)
    return Printed(number, unit, end, hedge, beyond)


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def far_end(text: str, printed: Printed) -> Printed | None:
    """The upper end of a range (30—40家); None where there is none, or where it is a movement (从12家到15家)."""
    to = _TO.match(text, printed.end)
    if to is None or printed.hedge is not None:
        return None
    far = printed_at(text, to.end())
    if far is None or far.number.value <= printed.number.value or printed.unit not in {"", far.unit}:
        return None
    if not printed.unit and not far.unit:
        return None
    before = text[max(0, printed.end - MOVEMENT) : printed.end]
    return None if to[0].strip() in _TO_IN_WORDS and _MOVES_FROM.search(before) else far


def with_row_unit(text: str, printed: Printed) -> Printed:
    """A bare cell of a typed table in the unit of its row: 技术合同成交额(亿元)  14."""
    found = None if printed.unit or printed.number.scaled else tables.row_unit(text, printed.end)
    if found is None:
        return printed
    unit, factor = found
    number = printed.number
    scaled = replace(number, value=number.value * factor, step=number.step * factor, scaled=factor > 1)
    return replace(printed, number=scaled, unit=unit)
