"""Floor and land areas: integers of 0.01 ㎡, shown in 平方米, 万平方米 or 亩."""

from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from jingwei.kernel import quantities
from jingwei.kernel.canonical import LARGEST_INTEGER
from jingwei.kernel.digits import narrow
from jingwei.kernel.errors import InputError
from jingwei.kernel.numerals import numeral
from jingwei.kernel.quantities import Unit
from jingwei.kernel.rounding import round_half_up
from jingwei.kernel.text import Text

Area: TypeAlias = int  # hundredths of a square metre

SQUARE_METRE: Area = 100
# 15 亩 are one hectare, so one is 2000/3 ㎡: the only customary unit that is no whole number of another
_WORTH = {
    "平方米": Fraction(SQUARE_METRE),
    "万平方米": Fraction(10_000 * SQUARE_METRE),
    "亩": Fraction(2000, 3) * SQUARE_METRE,
    "万亩": Fraction(20_000_000, 3) * SQUARE_METRE,
    "公顷": Fraction(10_000 * SQUARE_METRE),
    "平方公里": Fraction(1_000_000 * SQUARE_METRE),
}
_SPELLINGS = {
    "平方米": ("平方米", "㎡", "m²", "平方", "平米", "方"),
    "万平方米": ("万平方米", "万㎡", "万m²", "万平方", "万平米", "万方"),
    "亩": ("亩", "mu"),
    "万亩": ("万亩",),
    "公顷": ("公顷", "ha"),
    "平方公里": ("平方公里", "平方千米", "k㎡", "㎢", "km²"),
}
_ENGLISH = {
    "平方米": " m²",
    "万平方米": " × 10,000 m²",
    "亩": " mu",
    "万亩": " × 10,000 mu",
    "公顷": " ha",
    "平方公里": " km²",
}
UNITS = {word: Unit(_WORTH[name], name) for name, words in _SPELLINGS.items() for word in words}


def parse_area(value: str | int | Decimal, unit: str = "平方米") -> Area:
    """``"50万平方米"`` → 50000000 (hundredths of a square metre); 亩 are rounded half up to 0.01 ㎡.

    `unit`: what a bare number is in. Raises `InputError`; also for negative areas.
    """
    if unit not in UNITS:
        raise ValueError(f"not a unit of area: {unit!r}")
    text = value if isinstance(value, str) else f"{Decimal(value):f}"
    # a digit within a unit would read as a number: m2 is written m² first
    plain = narrow(text).replace("m2", "m²")
    area = int(round_half_up(quantities.read(plain, UNITS, unit).value))
    if not 0 <= area <= LARGEST_INTEGER:
        raise InputError(
            Text(
                zh=f"面积“{value}”不能为负，也不能过大，请检查单位。",
                en=f"The area “{value}” is negative or too large; check its unit.",
            )
        )
    return area


def area_in(area: Area, unit: str) -> Fraction:
    """How many of `unit` the area is, exactly."""
    return area / UNITS[unit].worth


def format_area(area: Area, unit: str | None = None, language: str = "zh-hans", *, places: int = 2) -> str:
    """An area to be read: ``50万平方米``, ``1,234.5平方米``; in English ``500,000 m²``.

    Without `unit`, Chinese goes over to 万平方米 from 10,000 ㎡ on; English stays with m².
    """
    is_english = language.lower().startswith("en")
    chosen = UNITS[unit].name if unit else "平方米"
    if unit is None and not is_english and area >= UNITS["万平方米"].worth:
        chosen = "万平方米"
    number = numeral(area_in(area, chosen), places)
    return number + (_ENGLISH[chosen] if is_english else chosen)
