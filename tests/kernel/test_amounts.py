"""Money is read exactly or refused; what is shown reads back; areas and counts likewise."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.kernel.amounts import (
    UNITS,
    amount_in,
    format_amount,
    format_yuan,
    parse_amount,
    read_amount,
    unit_for,
)
from jingwei.kernel.areas import area_in, format_area, parse_area
from jingwei.kernel.canonical import LARGEST_INTEGER
from jingwei.kernel.counts import format_count, parse_count
from jingwei.kernel.errors import InputError
from jingwei.kernel.rounding import round_half_up
from tests.kernel.vectors import vectors

VECTORS = vectors("amounts")
FEN = st.integers(-LARGEST_INTEGER, LARGEST_INTEGER)


@pytest.mark.parametrize("vector", VECTORS["read"], ids=lambda vector: vector["written"])
def test_read(vector):
    assert parse_amount(vector["written"], vector["unit"]) == vector["fen"]


@pytest.mark.parametrize("written", VECTORS["refused"])
def test_refused_in_both_languages(written):
    with pytest.raises(InputError) as caught:
        parse_amount(written)
    assert caught.value.text.zh.endswith("。")
    assert str(caught.value) == caught.value.text.en


@pytest.mark.parametrize("vector", VECTORS["shown"], ids=lambda vector: vector["zh"])
def test_shown(vector):
    assert format_amount(vector["fen"]) == vector["zh"]
    assert format_amount(vector["fen"], language="en") == vector["en"]


@given(FEN)
def test_exact_yuan_read_back(fen):
    assert parse_amount(format_yuan(fen)) == fen
    assert parse_amount(format_yuan(fen, "en")) == fen


@given(st.integers(-(10**15), 10**15), st.sampled_from(["元", "万元", "亿元"]), st.integers(0, 4))
def test_a_shown_amount_reads_back_within_its_last_digit(fen, unit, places):
    shown = format_amount(fen, unit, places=places)
    rounded = round_half_up(amount_in(fen, unit), places)
    assert read_amount(shown).exact == Fraction(rounded) * UNITS[unit].worth


@given(FEN)
def test_the_unit_by_size_shows_at_least_one_of_it(fen):
    for language in ("zh-hans", "en"):
        unit = unit_for(fen, language)
        assert unit == "元" or abs(round_half_up(amount_in(fen, unit), 2)) >= 1
        assert (
            not format_amount(fen, language=language)
            .lstrip("-CNY ")
            .startswith(("10,000万", "1,000 million"))
        )


@given(st.integers(-(10**13), 10**13), st.sampled_from(sorted(UNITS)))
def test_a_number_means_its_unit(number, unit):
    worth = number * UNITS[unit].worth
    if abs(worth) <= LARGEST_INTEGER:
        assert parse_amount(number, unit) == worth


def test_decimals_are_read_as_they_are_printed():
    assert parse_amount(Decimal("10.5"), "万元") == 10_500_000
    assert parse_amount(Decimal("1E+3")) == 100_000
    with pytest.raises(InputError):
        parse_amount(Decimal("NaN"))


def test_a_reading_says_which_unit_was_written_and_what_was_rounded():
    written = read_amount("105000元", "万元")
    assert (written.fen, written.unit, written.is_whole) == (10_500_000, "元", True)
    assumed = read_amount("3.33333333", "万元")
    assert (assumed.fen, assumed.unit, assumed.is_whole) == (3_333_333, None, False)
    assert read_amount("1亿2000万元").unit == "亿元"


def test_an_unknown_unit_to_assume_is_a_slip_of_the_programmer():
    with pytest.raises(ValueError, match="not a unit"):
        parse_amount("1", "斤")
    with pytest.raises(ValueError, match="not a unit"):
        parse_area("1", "斤")


def test_a_long_text_is_refused_and_not_repeated():
    with pytest.raises(InputError) as caught:
        parse_amount("9" * 10_000)
    assert len(str(caught.value)) < 200


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text):
    for parse in (parse_amount, parse_area, parse_count):
        try:
            value = parse(text)
        except InputError:
            continue
        assert abs(value) <= LARGEST_INTEGER


@pytest.mark.parametrize(
    ("written", "area"),
    [
        ("50万平方米", 50_000_000),
        ("1,234.5㎡", 123_450),
        ("200 m2", 20_000),
        ("15亩", 1_000_000),
        ("1亩", 66_667),
        ("2公顷", 2_000_000),
        ("3平方公里", 300_000_000),
        ("３０万㎡", 30_000_000),
    ],
)
def test_areas(written, area):
    assert parse_area(written) == area


def test_areas_shown():
    assert format_area(50_000_000) == "50万平方米"
    assert format_area(50_000_000, language="en") == "500,000 m²"
    assert format_area(123_450) == "1,234.5平方米"
    assert format_area(999_999) == "9,999.99平方米"
    assert format_area(1_000_000, "亩") == "15亩"
    assert format_area(1_000_000, "公顷", "en") == "1 ha"
    assert area_in(1_000_000, "亩") == 15


@pytest.mark.parametrize("written", ["-5㎡", "(5)", "5元", "", "9999999999999平方公里"])
def test_areas_refused(written):
    with pytest.raises(InputError):
        parse_area(written)


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("1,234家", 1234),
        ("1.2万", 12000),
        ("１２", 12),
        ("3项", 3),
        ("2.5万人次", 25000),
        (7, 7),
        ("0", 0),
        ("3幢", 3),
    ],
)
def test_counts(written, count):
    assert parse_count(written) == count


@pytest.mark.parametrize("written", ["1.5", "-1", "3-5人", "12元", "", "二十", "²", "第3"])
def test_counts_refused(written):
    with pytest.raises(InputError):
        parse_count(written)


def test_counts_shown():
    assert format_count(12345) == "12,345"
    assert format_count(12345, scaled=True) == "1.23万"
    assert format_count(12345, "en", scaled=True) == "12,345"
    assert format_count(9999, scaled=True) == "9,999"
    assert format_count(99_500_000, scaled=True) == "9,950万"
    assert format_count(250_000_000, scaled=True) == "2.5亿"
    assert format_count(99_999_999, scaled=True) == "1亿"


@given(st.integers(0, LARGEST_INTEGER))
def test_a_shown_count_reads_back(count):
    assert parse_count(format_count(count)) == count
