"""How numbers are shown in an explanation: as printed units, without needless zeros."""

from fractions import Fraction

from jingwei.kernel.numerals import numeral
from jingwei.summary.proofread.intervals import Interval

_MONEY_STEPS = ((Fraction(10**8), "亿元"), (Fraction(10**4), "万元"))
_AREA_STEPS = ((Fraction(10**4), "万平方米"),)
_STEPS = {"元": _MONEY_STEPS, "平方米": _AREA_STEPS}


def number(value: Fraction, unit: str = "", places: int = 4) -> str:
    """A value with its unit, amounts in 万元 or 亿元 as they are spoken of."""
    for worth, name in _STEPS.get(unit, ()):
        if abs(value) >= worth:
            return f"{numeral(value / worth, places, grouped=False)}{name}"
    return f"{numeral(value, places, grouped=False)}{unit}"


def span(interval: Interval, unit: str = "", places: int = 2) -> str:
    """An interval: one value, or its two ends."""
    low = number(interval.low, unit, places)
    if interval.high is None:
        return f"≥ {low}"
    high = number(interval.high, unit, places)
    return low if low == high else f"{low}…{high}"
