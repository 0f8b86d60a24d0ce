"""What is typed in full width becomes plain; what only looks like a digit does not become one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.kernel.digits import is_digits, narrow


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("１２３．５", "123.5"),
        ("　１，２３４　", "1,234"),
        ("－５％", "-5%"),
        ("\u22125", "-5"),
        ("（ＡＢ）", "(AB)"),
        ("9\u200b1\ufeff", "91"),
        ("\u00a012\u00a0", "12"),
        ("10²", "10²"),
        ("①", "①"),
        ("㎡", "㎡"),
        ("—", "—"),
        ("三、五。", "三、五。"),
    ],
)
def test_narrow(typed, plain):
    assert narrow(typed) == plain


@given(st.text())
def test_narrowing_twice_is_narrowing_once(text):
    assert narrow(narrow(text)) == narrow(text)


@given(st.text(min_size=1))
def test_digits_can_be_read_as_a_number(text):
    if is_digits(text):
        assert text.isascii()
        assert int(text) >= 0


@pytest.mark.parametrize("text", ["²", "１", "٣", "", "1.", "-1", "1\n"])
def test_not_digits(text):
    assert not is_digits(text)
