from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.figures.rules.against import Hedge, Stated, Verdict, as_written, judge, number
from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text

WHY = Text("缘由", "reason")


@given(st.integers(1, 10**15), st.integers(0, 10**15))
def test_without_a_hedge_only_the_same_number_is_equal(stated, ours):
    verdict = judge(Stated("F", stated, "a.b"), ours).verdict
    assert (verdict is Verdict.EQUAL) == (stated == ours)
    assert (verdict is Verdict.DIFFERS) == (stated != ours)


@pytest.mark.parametrize(
    ("hedge", "ours", "verdict"),
    [
        (Hedge.OVER, 2134, Verdict.HEDGED),
        (Hedge.OVER, 2310, Verdict.DIFFERS),
        (Hedge.OVER, 2099, Verdict.DIFFERS),
        (Hedge.NEARLY, 1950, Verdict.HEDGED),
        (Hedge.NEARLY, 2101, Verdict.DIFFERS),
        (Hedge.NEARLY, 1800, Verdict.DIFFERS),
        (Hedge.AT_LEAST, 9999, Verdict.HEDGED),
        (Hedge.AT_LEAST, 2099, Verdict.DIFFERS),
        (Hedge.NOT_FULLY_COUNTED, 2200, Verdict.HEDGED),
        (Hedge.OVER, 2100, Verdict.EQUAL),
    ],
)
def test_hedges(hedge, ours, verdict):
    assert judge(Stated("F", 2100, "a.b", hedge), ours).verdict is verdict


def test_per_cent_agree_in_the_digits_printed():
    assert judge(Stated("F", Decimal("13.8"), "a.b"), Decimal("13.8")).verdict is Verdict.EQUAL
    assert judge(Stated("F", Decimal("80"), "a.b"), Decimal("80.4")).verdict is Verdict.EQUAL
    assert judge(Stated("F", Decimal("13.8"), "a.b"), Decimal("13.9")).verdict is Verdict.DIFFERS


def test_reasons_are_given_where_there_are_any():
    explained = judge(Stated("F", 26, "a.b", differs=WHY), 27)
    assert (explained.verdict, explained.reason) == (Verdict.EXPLAINED, WHY)
    assert judge(Stated("F", 27, "a.b", differs=WHY), 27).verdict is Verdict.EQUAL
    assert judge(Stated("F", 3, not_record=WHY), None).verdict is Verdict.NOT_A_RECORD
    assert judge(Stated("F", 3), None).verdict is Verdict.UNKNOWN
    assert judge(Stated("F", 3, "a.b"), None).verdict is Verdict.DIFFERS


def test_numbers_come_in_the_base_unit():
    assert number("84548000000.0", "元") == 8_454_800_000_000
    assert number("2,100", "万元") == 2_100_000_000
    assert number("13.8", "%") == Decimal("13.8")
    assert number("148", "项") == 148
    for text in ("", "many", "1.5"):
        with pytest.raises(InputError):
            number(text, "项")


@given(st.integers(-(10**14), 10**14), st.sampled_from(["元", "万元", "亿元", "项", "㎡"]))
def test_as_written_undoes_number(value, unit):
    assert number(str(as_written(value, unit)), unit) == value
