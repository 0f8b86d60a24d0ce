"""Counts of things: whole numbers, read with or without a counter, shown with separators or in 万."""

from decimal import Decimal
from fractions import Fraction

from jingwei.kernel import quantities
from jingwei.kernel.canonical import LARGEST_INTEGER
from jingwei.kernel.errors import InputError
from jingwei.kernel.numerals import numeral
from jingwei.kernel.quantities import Unit
from jingwei.kernel.rounding import round_half_up
from jingwei.kernel.text import Text

COUNTERS = (*"个家项件人名位次场份篇台套种批所处户座条幢期届天", "人次", "家次")
_SCALES = {"": 1, "百": 10**2, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}
UNITS = {
    scale + counter: Unit(Fraction(times), scale + counter)
    for scale, times in _SCALES.items()
    for counter in ("", *COUNTERS)
    if scale or counter
}
_ONE = Unit(Fraction(1), "")


def parse_count(value: str | int | Decimal) -> int:
    """``"1,234家"`` → 1234, ``"1.2万"`` → 12000. `InputError` where it is no whole number, or negative."""
    text = value if isinstance(value, str) else f"{Decimal(value):f}"
    quantity = quantities.read(text, UNITS | {"": _ONE}, "")
    if quantity.value.denominator != 1 or not 0 <= quantity.value <= LARGEST_INTEGER:
        raise InputError(
            Text(zh=f"“{value}”应为不小于0的整数。", en=f"“{value}” should be a whole number, 0 or more.")
        )
    return int(quantity.value)


def format_count(count: int, language: str = "zh-hans", *, scaled: bool = False, places: int = 2) -> str:
    """A count to be read: ``12,345``; with `scaled` and in Chinese ``1.23万`` from 10,000 on (half up)."""
    if scaled and not language.lower().startswith("en"):
        # 99,999,999 is 1亿 and never 10,000万: the scale is judged as it would be printed
        if abs(round_half_up(Fraction(count, 10_000), places)) >= 10_000:
            return numeral(Fraction(count, 100_000_000), places) + "亿"
        if abs(count) >= 10_000:
            return numeral(Fraction(count, 10_000), places) + "万"
    return f"{count:,}"
