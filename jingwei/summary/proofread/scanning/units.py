"""The unit behind a number, or that it may do without one: 26|项, 7.8亿|, 三|大园区, 分别为12|、15和20项."""

import re

from jingwei.summary.proofread.lexicon import hedges, units
from jingwei.summary.proofread.lexicon.not_units import begins_a_word
from jingwei.summary.proofread.scanning import tables
from jingwei.summary.proofread.scanning.numbers import ARABIC, Number

# 12|、15和20项: a number without unit in a list whose unit is printed once
_MOST_IN_LIST = 12
_AND = "(?:、|,|和|与|及|以及|/)"
_BARE_IN_LIST = re.compile(
    rf" ?{_AND} ?(?:{ARABIC})(?:{_AND}(?:{ARABIC})){{0,{_MOST_IN_LIST}}} ?(?:[万亿]|%|个|项|家|件|人|名|场|次)"
)


# 30|—40家: the unit of a range is printed once
_BARE_IN_RANGE = re.compile(
    rf"(?: ?[-—~]{{1,2}} ?|至|到)(?:{ARABIC})(?:[多余]?[万亿千]|%|(?![年月日])[\u4e00-\u9fff])"
)


def unit_at(text: str, number: Number) -> str | None:
    """The unit printed behind a number: '' where it may do without, None where the number is no figure."""
    whole = hedges.SET_OF.match(text, number.end)
    if whole and number.step == 1:
        return whole[0]
    unit = _printed_unit(text, number)
    if unit is not None:
        return unit
    return "" if number.scaled or (not number.chinese and _may_stand_bare(text, number.end)) else None


def _printed_unit(text: str, number: Number) -> str | None:
    """The longest unit that begins no other word."""
    strict = number.chinese and not number.scaled
    match = (units.IS_UNIT_AFTER_CHINESE if strict else units.IS_UNIT).match(text, number.end)
    unit = match[0] if match else None
    while unit is not None and begins_a_word(unit, text, number.end):
        unit = _shorter(unit)
    return unit


def _shorter(unit: str) -> str | None:
    """The next shorter unit that `unit` begins with: 人 of 人次."""
    return next((unit[:end] for end in range(len(unit) - 1, 0, -1) if unit[:end] in units.FAMILY), None)


def _may_stand_bare(text: str, end: int) -> bool:
    return bool(_BARE_IN_LIST.match(text, end) or _BARE_IN_RANGE.match(text, end)) or tables.is_cell(
        text, end
    )
