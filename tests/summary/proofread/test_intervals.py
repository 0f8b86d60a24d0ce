"""Intervals hold every value their numbers may stand for."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from jingwei.summary.proofread.intervals import Interval, total_of

NUMBERS = st.fractions(min_value=0, max_value=10**6, max_denominator=1000)


@st.composite
def held(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    """An interval with a value in it."""
    low, value, high = sorted((draw(NUMBERS), draw(NUMBERS), draw(NUMBERS)))
    return Interval(low, draw(st.sampled_from([high, None]))), value


def holds(interval: Interval, value: Fraction) -> bool:
    return interval.meets(Interval.exact(value))


@given(held(), held())
def test_sums_and_differences_hold_those_of_the_values(
    one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]
) -> None:
    assert holds(one[0] + other[0], one[1] + other[1])
    difference = one[0].minus(other[0])
    assert (difference is None) == (other[0].high is None)
    assert difference is None or holds(difference, one[1] - other[1])


@given(held(), held())
def test_quotients_hold_those_of_the_values(
    one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]
) -> None:
    quotient = one[0].over(other[0])
    assert (quotient is None) == (other[0].low <= 0)
    assert quotient is None or holds(quotient, one[1] / other[1])


@given(held(), st.fractions(min_value=Fraction(1, 1000), max_value=1000))
def test_scaling_and_shifting_move_every_value(one: tuple[Interval, Fraction], by: Fraction) -> None:
    interval, value = one
    assert holds(interval.scaled(by), value * by)
    assert holds(interval.shifted(by), value + by)


@given(held(), held())
def test_what_exceeds_does_not_meet(one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]) -> None:
    assert one[0].meets(other[0]) == other[0].meets(one[0])
    assert one[0].meets(other[0]) != (one[0].exceeds(other[0]) or other[0].exceeds(one[0]))


@given(held())
def test_a_whole_number_within_is_seen(one: tuple[Interval, Fraction]) -> None:
    interval, value = one
    if holds(interval, Fraction(int(value))):
        assert interval.holds_whole_number()


@given(st.lists(NUMBERS))
def test_the_total_of_exact_values_is_exact(values: list[Fraction]) -> None:
    assert total_of([Interval.exact(value) for value in values]) == Interval.exact(sum(values))


def test_the_ends() -> None:
    assert Interval(Fraction(1), Fraction(3)).width == 2
    assert Interval(Fraction(1), None).width is None
    assert not Interval(Fraction("1.2"), Fraction("1.8")).holds_whole_number()
    assert Interval(Fraction("1.2"), Fraction("2")).holds_whole_number()
