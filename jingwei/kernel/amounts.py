"""Amounts of money: integers of fen, shown in 元, 万元 or 亿元. No float ever holds money."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from jingwei.kernel import quantities
from jingwei.kernel.canonical import LARGEST_INTEGER
from jingwei.kernel.digits import narrow
from jingwei.kernel.errors import InputError
from jingwei.kernel.numerals import numeral
from jingwei.kernel.quantities import Unit
from jingwei.kernel.rounding import round_half_up
from jingwei.kernel.text import Text

Fen: TypeAlias = int

YUAN: Fen = 100
WAN: Fen = 10_000 * YUAN
YI: Fen = 100_000_000 * YUAN

# What an amount may be shown in: unit → (fen, Chinese, English behind the number)
_SHOWN: dict[str, tuple[Fen, str, str]] = {
    "元": (YUAN, "元", ""),
    "千元": (1000 * YUAN, "千元", " thousand"),
    "万元": (WAN, "万元", " × 10,000"),
    "百万元": (100 * WAN, "百万元", " million"),
    "亿元": (YI, "亿元", " × 100 million"),
    "十亿元": (10 * YI, "十亿元", " billion"),
}
_BY_SIZE = {"zh": ("元", "万元", "亿元"), "en": ("元", "百万元", "十亿元")}


def _units() -> dict[str, Unit]:
    worth: dict[str, tuple[Fraction, str]] = {"分": (Fraction(1), "分"), "角": (Fraction(10), "角")}
    worth |= dict.fromkeys(("元", "圆", "块", "yuan", "cny", "rmb"), (Fraction(YUAN), "元"))
    scales = {
        "千": 10**3,
        "万": 10**4,
        "十万": 10**5,
        "百万": 10**6,
        "千万": 10**7,
        "亿": 10**8,
        "十亿": 10**9,
        "万亿": 10**12,
    }
    for scale, times in scales.items():
        entry = (Fraction(times * YUAN), f"{scale}元")
        worth |= dict.fromkeys((scale, f"{scale}元", f"{scale}圆"), entry)
    for word, scale in (("thousand", "千"), ("million", "百万"), ("billion", "十亿"), ("trillion", "万亿")):
        entry = (Fraction(scales[scale] * YUAN), f"{scale}元")
        worth |= dict.fromkeys((word, f"{word} yuan", f"{word} cny"), entry)
    return {word: Unit(*entry) for word, entry in worth.items()}


UNITS = _units()
_MARK = re.compile(r"^([-+(]?)\s*(?:人民币|[¥￥]|rmb|cny)[\s:]*", re.IGNORECASE)


class AmountReading(NamedTuple):
    """An amount as read: `exact` fen before rounding, and the unit the text named (None: the assumed one)."""

    fen: Fen
    exact: Fraction
    unit: str | None

    @property
    def is_whole(self) -> bool:
        """Whether it was a whole number of fen, so that nothing was rounded."""
        return self.exact == self.fen


def read_amount(value: str | int | Decimal, unit: str = "元") -> AmountReading:
    """An amount as people write it, with what the reading rests on; fractions of a fen are rounded half up.

    `unit`: what a bare number is in. A unit written with the number prevails, and is given back so that the
    caller can set it against the head of the column. Raises `InputError`; also beyond ±(2^53 - 1) fen
    (90万亿元), the largest amount a log entry can hold.
    """
    if unit not in UNITS:
        raise ValueError(f"not a unit of money: {unit!r}")
    text = value if isinstance(value, str) else f"{Decimal(value):f}"
    quantity = quantities.read(_unmarked(text), UNITS, unit)
    fen = int(round_half_up(quantity.value))
    if abs(fen) > LARGEST_INTEGER:
        raise InputError(
            Text(
                zh=f"金额“{value}”过大，请检查单位。",
                en=f"The amount “{value}” is too large; check its unit.",
            )
        )
    return AmountReading(fen, quantity.value, quantity.unit)


def parse_amount(value: str | int | Decimal, unit: str = "元") -> Fen:
    """``"10.5万元"`` → 10500000 fen; as `read_amount`, but `InputError` where part of a fen would be lost."""
    reading = read_amount(value, unit)
    if not reading.is_whole:
        raise InputError(
            Text(
                zh=f"金额“{value}”不足一分的部分无法保存，请四舍五入到分。",
                en=f"The amount “{value}” has fractions of a fen; round it to 0.01 yuan.",
            )
        )
    return reading.fen


def _unmarked(text: str) -> str:
    """`text` without a mark of currency in front and 整 behind."""
    plain = _MARK.sub(r"\1", narrow(text))
    return plain[:-1] if plain.endswith(("元整", "元正")) else plain


def amount_in(fen: Fen, unit: str) -> Fraction:
    """How many of `unit` (元, 万元, 亿元 …) `fen` are, exactly; for columns whose head names the unit."""
    return Fraction(fen, _SHOWN[unit][0])


def unit_for(fen: Fen, language: str = "zh-hans", places: int = 2) -> str:
    """The largest customary unit of which there is one; the next where rounding would print a full one of it.

    99,500,000 yuan are 9,950万元; 99,999,999 are 1亿元, never 10,000万元.
    """
    small, middle, large = _BY_SIZE["en" if language.lower().startswith("en") else "zh"]
    if abs(fen) < _SHOWN[middle][0]:
        return small
    shown = abs(round_half_up(amount_in(fen, middle), places))
    return large if shown >= _SHOWN[large][0] // _SHOWN[middle][0] else middle


def format_amount(
    fen: Fen, unit: str | None = None, language: str = "zh-hans", *, places: int = 2, grouped: bool = True
) -> str:
    """An amount to be read: ``8.45亿元``, ``1,234.50元``; in English ``CNY 8.45 billion``.

    Without `unit` it is chosen by size (元/万元/亿元; English: yuan, million, billion, as English readers of
    Chinese statistics expect). Rounded half up to at most `places` decimals, zeros at the end left out (yuan
    show two or none); `format_yuan` is exact. `grouped`: with thousands separators.
    """
    chosen = unit or unit_for(fen, language, places)
    worth, zh, en = _SHOWN[chosen]
    number = numeral(Fraction(fen, worth), places, grouped=grouped, keep_zeros=chosen == "元")
    if language.lower().startswith("en"):
        return f"CNY {number}{en}"
    return f"{number}{zh}"


def format_yuan(fen: Fen, language: str = "zh-hans") -> str:
    """The exact amount in yuan with two decimals: ``1,234.50元``, ``CNY 1,234.50``."""
    number = f"{Decimal(fen).scaleb(-2):,.2f}"
    return f"CNY {number}" if language.lower().startswith("en") else f"{number}元"
