from hypothesis import given
from hypothesis import strategies as st

from jingwei.figures.checks import adds_up
from jingwei.kernel.text import Text

WORDS = Text("按类别", "By class")
parts = st.lists(st.integers(0, 10**15).map(lambda amount: (WORDS, amount)), max_size=30)


@given(parts)
def test_parts_that_are_the_whole_are_fine(found):
    assert adds_up(found, sum(amount for _, amount in found), WORDS) is None


@given(parts, st.integers(-(10**6), 10**6).filter(bool))
def test_any_gap_is_found_unless_the_parts_need_not_be_all(found, gap):
    whole = sum(amount for _, amount in found) + gap
    finding = adds_up(found, whole, WORDS)
    assert finding is not None
    assert finding.gap == -gap
    assert adds_up(found, whole, WORDS, is_exhaustive=False) is None


def test_the_arithmetic_is_written_out():
    finding = adds_up([(WORDS, amount) for amount in (1, 8, 2, 6, 2, 5, 2, 1)], 26, WORDS)
    assert finding.arithmetic == "1 + 8 + 2 + 6 + 2 + 5 + 2 + 1 = 27 ≠ 26"
    assert "27 ≠ 26" in finding.text.zh
    assert "By class" in finding.text.en


def test_long_sums_are_shortened():
    finding = adds_up([(WORDS, 1)] * 20, 21, WORDS)
    assert finding.arithmetic.count("+") == 12
    assert "…" in finding.arithmetic
