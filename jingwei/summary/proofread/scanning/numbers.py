"""A number as it is printed: digits with 多, 余 and 万, 亿 behind them: 2100多万, 3亿5000万, 一百零五."""

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from jingwei.summary.proofread.lexicon import hedges, units
from jingwei.summary.proofread.numerals import whole_number
from jingwei.summary.proofread.shapes import Hedge

ARABIC = r"\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?"
_CHINESE = r"[一二两三四五六七八九十百千零]{1,20}"
PER_CENT = "百分之"
NUMBER = re.compile(rf"(?P<percent>{PER_CENT})?(?:(?P<arabic>{ARABIC})|(?P<chinese>{_CHINESE}))")
LONGEST_NUMBER = 18  # digits: longer ones are account or registration numbers
# 3亿|5000万: what goes on with a number in 亿
_GOES_ON = re.compile(r"\d+(?:\.\d+)?(?=万|元|千)")
_GOES_ON_FROM = 10**8


@dataclass(frozen=True)
class Number:
    """What stands at one place before its unit: its value and `step`, the worth of its last printed digit."""

    value: Fraction
    step: Fraction
    end: int
    hedge: Hedge | None = None
    scaled: bool = False
    scale: int = 1  # 万 of 30—40万元, which is meant for both ends
    chinese: bool = False


def number_at(text: str, start: int) -> Number | None:
    """The number that begins at `start`; None where none does (千百, 三四, twenty digits in a row)."""
    match = NUMBER.match(text, start)
    if match is None:
        return None
    if match["arabic"]:
        number = _arabic(match["arabic"].replace(",", ""), match.end())
    else:
        number = _chinese(match["chinese"], match.end())
    if number is None or match["percent"]:
        return number and replace(number, chinese=False)
    return _with_scale(text, number)


def _arabic(digits: str, end: int) -> Number | None:
    if len(digits) > LONGEST_NUMBER:
        return None
    return Number(Fraction(digits), Fraction(1, 10 ** len(digits.partition(".")[2])), end)


def _chinese(digits: str, end: int) -> Number | None:
    whole = whole_number(digits)
    return Number(Fraction(whole), Fraction(1), end, chinese=True) if whole else None


def _with_scale(text: str, number: Number) -> Number:
    """The number with 多 or 余 and 万 or 亿 behind it: 2100多万, 1.5亿余."""
    inside = hedges.STANDS_INSIDE.match(text, number.end)
    hedge, end = (hedges.INSIDE[inside[0]], inside.end()) if inside else (None, number.end)
    scale = units.IS_SCALE.match(text, end)
    if scale is None:
        return replace(number, end=end, hedge=hedge) if inside and units.IS_UNIT.match(text, end) else number
    factor = units.SCALES[scale[0]]
    scaled = replace(
        number,
        value=number.value * factor,
        step=number.step * factor,
        end=scale.end(),
        hedge=hedge,
        scaled=True,
        scale=factor,
    )
    return scaled if hedge else _going_on(text, _hedged_behind(text, scaled), factor)


def _hedged_behind(text: str, scaled: Number) -> Number:
    """1亿多: the hedge may stand behind the scale as well."""
    inside = hedges.STANDS_INSIDE.match(text, scaled.end)
    if inside is None or inside[0] == hedges.BELONGS_TO_THE_NUMBER:
        return scaled
    return replace(scaled, hedge=hedges.INSIDE[inside[0]], end=inside.end())


def _going_on(text: str, scaled: Number, factor: int) -> Number:
    """3亿5000万: a number in 亿 with what is less than one of them."""
    more = _GOES_ON.match(text, scaled.end)
    if more is None or scaled.hedge or factor < _GOES_ON_FROM:
        return scaled
    rest = _with_scale(text, Number(Fraction(more[0]), Fraction(1), more.end()))
    if rest.value >= factor:
        return scaled
    return replace(scaled, value=scaled.value + rest.value, step=rest.step, end=rest.end, hedge=rest.hedge)
