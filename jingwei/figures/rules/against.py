"""What a text states, set against what the records say; pure."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from jingwei.kernel.errors import InputError
from jingwei.kernel.rounding import agrees
from jingwei.kernel.text import Text

Number = int | Decimal
# 2,100多万 is not yet 2,310万: a hedged number is rounded off by less than a tenth
ROUNDED_BY = Decimal("0.1")


class Hedge(StrEnum):
    """How a text qualifies a number."""

    OVER = "over"  # 超、多、逾
    NEARLY = "nearly"  # 近
    AT_LEAST = "at_least"  # 以上
    NOT_FULLY_COUNTED = "not_fully_counted"  # 据不完全统计


class Verdict(StrEnum):
    """How a stated figure stands to ours."""

    EQUAL = "equal"
    HEDGED = "satisfies the hedge"
    EXPLAINED = "differs with reason"
    NOT_A_RECORD = "not a record with reason"
    DIFFERS = "differs"
    UNKNOWN = "no measure"


WORDS = {
    Verdict.EQUAL: Text("相符", "equal"),
    Verdict.HEDGED: Text("与约数相合", "satisfies the hedge"),
    Verdict.EXPLAINED: Text("不同，有说明", "differs with reason"),
    Verdict.NOT_A_RECORD: Text("非台账数，有说明", "not a record with reason"),
    Verdict.DIFFERS: Text("不同，无说明", "differs"),
    Verdict.UNKNOWN: Text("没有对应指标", "no measure"),
}
FINDINGS = frozenset({Verdict.DIFFERS, Verdict.UNKNOWN})
FACTORS = {"元": 100, "万元": 1_000_000, "亿元": 10_000_000_000}


@dataclass(frozen=True)
class Stated:
    """One figure as a text states it, and what the pack says stands against it.

    `value` is in the base unit (fen, items, per cent); `unit` is the unit in which the text's table writes it.
    """

    id: str
    value: Number
    measure: str = ""
    hedge: Hedge | None = None
    differs: Text | None = None
    not_record: Text | None = None
    unit: str = ""


@dataclass(frozen=True)
class Judged:
    """A stated figure with ours and the verdict; `reason` where there is one to give."""

    stated: Stated
    ours: Number | None
    verdict: Verdict
    reason: Text | None = None


def judge(stated: Stated, ours: Number | None) -> Judged:
    """Compare one figure, both in the base unit (fen, items, per cent).

    Rule: per cent agree when ours rounds to the digits printed; 超/多 means at least the number and less than a tenth
    more, 近 at most and less than a tenth less, 以上 and 据不完全统计 at least. Any other gap differs; the pack may say
    why.
    """
    if stated.not_record is not None:
        return Judged(stated, ours, Verdict.NOT_A_RECORD, stated.not_record)
    if not stated.measure:
        return Judged(stated, ours, Verdict.UNKNOWN)
    if ours is not None and _equal(stated.value, ours):
        return Judged(stated, ours, Verdict.EQUAL)
    if ours is not None and stated.hedge and _fits(stated.value, ours, stated.hedge):
        return Judged(stated, ours, Verdict.HEDGED)
    verdict = Verdict.DIFFERS if stated.differs is None else Verdict.EXPLAINED
    return Judged(stated, ours, verdict, stated.differs)


def number(text: str, unit: str) -> Number:
    """A number as a table writes it, in the base unit: fen for 元, Decimal for %. Raises InputError."""
    try:
        value = Decimal(text.replace(",", "").strip())
    except InvalidOperation:
        raise InputError(Text(f"“{text}”不是数", f"'{text}' is not a number")) from None
    if unit == "%":
        return value
    scaled = value * FACTORS.get(unit, 1)
    if scaled != scaled.to_integral_value():
        raise InputError(Text(f"“{text}”{unit}不是整数", f"'{text}' {unit} is not a whole number"))
    return int(scaled)


def as_written(value: Number | None, unit: str) -> Number | None:
    """The inverse of `number`: a value in the base unit as a table with this `unit` writes it (yuan for 元)."""
    if value is None or unit not in FACTORS:
        return value
    scaled = Decimal(value) / FACTORS[unit]
    return int(scaled) if scaled == scaled.to_integral_value() else scaled


def _equal(stated: Number, ours: Number) -> bool:
    return agrees(stated, ours) if isinstance(stated, Decimal) else stated == ours


def _fits(stated: Number, ours: Number, hedge: Hedge) -> bool:
    if hedge is Hedge.OVER:
        return stated <= ours < stated * (1 + ROUNDED_BY)
    if hedge is Hedge.NEARLY:
        return stated * (1 - ROUNDED_BY) < ours <= stated
    return ours >= stated
