"""Rounding as offices do (四舍五入, halves away from zero); growth, shares and agreement in exact arithmetic.

The arithmetic is of fractions: nothing is rounded before the last step.
"""

from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

Exact: TypeAlias = int | Decimal | Fraction


def round_half_up(value: Exact, places: int = 0) -> Decimal:
    """`value` with `places` digits after the point, halves away from zero: 2.5 → 3, -2.5 → -3."""
    if places < 0:
        raise ValueError("places must not be negative")
    exact = Fraction(value)
    scaled = abs(exact) * 10**places
    units = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    sign = 1 if exact < 0 and units else 0
    return Decimal((sign, tuple(map(int, str(units))), -places))


def exact_growth(current: Exact, previous: Exact) -> Fraction | None:
    """Growth in per cent over `previous`, exact; None where none can be stated (nothing or less before)."""
    before = Fraction(previous)
    if before <= 0:
        return None
    return (Fraction(current) - before) / before * 100


def exact_share(part: Exact, whole: Exact) -> Fraction | None:
    """`part` in per cent of `whole`, exact; None where `whole` is nothing or less."""
    total = Fraction(whole)
    if total <= 0:
        return None
    return Fraction(part) / total * 100


def growth(current: Exact, previous: Exact, places: int = 1) -> Decimal | None:
    """Growth in per cent over `previous`, rounded once; None where none can be stated."""
    exact = exact_growth(current, previous)
    return None if exact is None else round_half_up(exact, places)


def share(part: Exact, whole: Exact, places: int = 1) -> Decimal | None:
    """`part` in per cent of `whole`, rounded once; None where `whole` is nothing or less."""
    exact = exact_share(part, whole)
    return None if exact is None else round_half_up(exact, places)


def places_of(stated: Decimal) -> int:
    """How many digits are printed after the point: 13.80 → 2, 5 → 0."""
    exponent = stated.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def agrees(stated: Decimal | int, exact: Exact, places: int | None = None) -> bool:
    """Whether `exact` lies within half a unit of the last printed digit of `stated` (both ends count).

    `places`: digits printed after the point; taken from `stated` when not given.
    """
    printed = places_of(Decimal(stated)) if places is None else places
    return abs(Fraction(stated) - Fraction(exact)) <= Fraction(1, 2 * 10**printed)
