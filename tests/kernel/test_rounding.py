"""Halves go away from zero; growth and shares are rounded once; agreement is half a unit of the last digit."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jingwei.kernel.numerals import numeral
from jingwei.kernel.rounding import agrees, exact_growth, growth, places_of, round_half_up, share

EXACT = st.fractions(max_denominator=10_000) | st.integers(-(10**20), 10**20)
PLACES = st.integers(0, 6)


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [
        (Decimal("2.5"), 0, "3"),
        (Decimal("-2.5"), 0, "-3"),
        (Decimal("0.05"), 1, "0.1"),
        (Decimal("1.045"), 2, "1.05"),
        (Decimal("-0.4"), 0, "0"),
        (Fraction(1, 3), 3, "0.333"),
        (Fraction(2, 3), 0, "1"),
        (7, 2, "7.00"),
    ],
)
def test_round_half_up(value, places, rounded):
    assert str(round_half_up(value, places)) == rounded


@given(EXACT, PLACES)
def test_rounding_moves_by_half_a_unit_at_most(value, places):
    assert abs(Fraction(round_half_up(value, places)) - value) <= Fraction(1, 2 * 10**places)


@given(EXACT, EXACT, PLACES)
def test_rounding_keeps_the_order(one, other, places):
    low, high = sorted((one, other))
    assert round_half_up(low, places) <= round_half_up(high, places)


@given(EXACT, PLACES)
def test_rounding_is_the_same_on_both_sides_of_zero(value, places):
    assert round_half_up(-value, places) == round_half_up(value, places).copy_negate()


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4), PLACES)
def test_rounding_twice_to_the_same_place_changes_nothing(value, places):
    once = round_half_up(value, places)
    assert round_half_up(once, places) == once
    assert places_of(once) == places


def test_negative_places_are_a_slip_of_the_programmer():
    with pytest.raises(ValueError, match="places"):
        round_half_up(1, -1)


@pytest.mark.parametrize(
    ("current", "previous", "percent"),
    [(149, 100, "49.0"), (100, 149, "-32.9"), (0, 7, "-100.0"), (7, 7, "0.0"), (106, 93, "14.0")],
)
def test_growth(current, previous, percent):
    assert str(growth(current, previous)) == percent


@pytest.mark.parametrize("previous", [0, -5])
def test_no_growth_over_nothing(previous):
    assert growth(5, previous) is None
    assert share(5, previous) is None


@given(st.integers(0, 10**12), st.integers(1, 10**12))
def test_growth_of_counts_is_never_below_minus_100(current, previous):
    percent = growth(current, previous)
    assert percent is not None
    assert percent >= -100
    assert (percent > 0) <= (current > previous)


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_growth_leads_back_to_the_value(current, previous):
    percent = exact_growth(current, previous)
    assert previous * (1 + percent / 100) == current


@given(st.lists(st.integers(0, 10**6), min_size=1))
def test_shares_lie_within_0_and_100_and_add_up_but_for_rounding(parts):
    whole = sum(parts)
    assume(whole)
    shares = [share(part, whole) for part in parts]
    assert all(0 <= value <= 100 for value in shares)
    assert abs(sum(shares) - 100) <= Decimal("0.05") * len(parts)


@pytest.mark.parametrize(
    ("stated", "exact", "agree"),
    [
        ("13.8", "13.84", True),
        ("13.8", "13.85", True),
        ("13.8", "13.7499", False),
        ("13.80", "13.84", False),
        ("80", "80.4", True),
        ("80", "80.6", False),
    ],
)
def test_agrees(stated, exact, agree):
    assert agrees(Decimal(stated), Decimal(exact)) is agree


def test_agrees_to_given_places():
    assert agrees(80, Decimal("80.4"))
    assert not agrees(80, Decimal("80.4"), 1)


@given(EXACT, PLACES)
def test_a_rounded_number_agrees_with_what_it_was_rounded_from(value, places):
    assert agrees(round_half_up(value, places), value)


@given(st.decimals(-(10**12), 10**12, allow_nan=False, places=3), PLACES)
def test_a_numeral_reads_back(value, places):
    assert Decimal(numeral(value, places).replace(",", "")) == round_half_up(value, places)


def test_numerals():
    assert numeral(Decimal("1234.50")) == "1,234.5"
    assert numeral(Decimal("1234.50"), keep_zeros=True) == "1,234.50"
    assert numeral(1234, keep_zeros=True) == "1,234"
    assert numeral(1234, grouped=False) == "1234"
