"""Periods: written and read back, neighbours touch, the same period last year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.kernel.errors import InputError
from jingwei.kernel.periods import Period, PeriodKind, add_months

DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))
YEARS = st.integers(1950, 2100)
NAMED = st.one_of(
    st.builds(Period.year, YEARS),
    st.builds(Period.half, YEARS, st.integers(1, 2)),
    st.builds(Period.quarter, YEARS, st.integers(1, 4)),
    st.builds(Period.month, YEARS, st.integers(1, 12)),
)
SPANS = st.tuples(DAYS, DAYS).map(lambda days: Period(*sorted(days)))
PERIODS = NAMED | SPANS | st.builds(Period.to_date, DAYS)


@pytest.mark.parametrize(
    ("period", "written", "kind", "zh", "en"),
    [
        (Period.year(2013), "2013", "year", "2013年", "2013"),
        (Period.half(2013, 1), "2013H1", "half", "2013年上半年", "first half of 2013"),
        (Period.half(2013, 2), "2013H2", "half", "2013年下半年", "second half of 2013"),
        (Period.quarter(2013, 3), "2013Q3", "quarter", "2013年第三季度", "third quarter of 2013"),
        (Period.month(2013, 5), "2013-05", "month", "2013年5月", "May 2013"),
        (
            Period.to_date(date(2013, 5, 20)),
            "2013-01-01..2013-05-20",
            "to_date",
            "2013年1月1日至2013年5月20日",
            "1 January 2013 to 20 May 2013",
        ),
        (
            Period.to_date(date(2013, 9, 30)),
            "2013-01-01..2013-09-30",
            "to_date",
            "2013年1—9月",
            "January–September 2013",
        ),
        (
            Period(date(2013, 2, 1), date(2013, 4, 30)),
            "2013-02-01..2013-04-30",
            "span",
            "2013年2—4月",
            "February–April 2013",
        ),
        (
            Period(date(2013, 5, 4), date(2013, 5, 4)),
            "2013-05-04..2013-05-04",
            "span",
            "2013年5月4日",
            "4 May 2013",
        ),
    ],
)
def test_written_and_named(period, written, kind, zh, en):
    assert str(period) == written
    assert Period.parse(written) == period
    assert period.kind == kind
    assert period.label() == (zh, en)


def test_a_half_is_a_half_however_it_was_made():
    assert Period.parse("2013-01-01..2013-06-30") == Period.half(2013, 1) == Period.to_date(date(2013, 6, 30))
    assert str(Period.to_date(date(2013, 12, 31))) == "2013"


@given(PERIODS)
def test_written_periods_read_back(period):
    assert Period.parse(str(period)) == period


@pytest.mark.parametrize(
    "text",
    [
        "",
        "13",
        "2013Q5",
        "2013H3",
        "2013-13",
        "2013-00",
        "2013-1",
        "2013-02-30..2013-03-01",
        "0000",
        "２０１３",
        "2013\n",
    ],
)
def test_what_is_no_period_is_refused(text):
    with pytest.raises(InputError):
        Period.parse(text)


def test_a_period_does_not_end_before_it_starts():
    with pytest.raises(InputError, match="before it starts"):
        Period.parse("2013-05-02..2013-05-01")


@given(NAMED)
def test_the_previous_period_touches_and_has_the_same_kind(period):
    previous = period.previous()
    assert previous.end + timedelta(days=1) == period.start
    assert previous.kind is period.kind


@given(SPANS.filter(lambda span: span.start.year > 2025))
def test_the_previous_span_touches(period):
    previous = period.previous()
    assert previous.end + timedelta(days=1) == period.start


@given(PERIODS)
def test_last_year_keeps_the_kind_and_goes_back_a_year(period):
    last = period.last_year()
    assert (last.start.year, last.end.year) == (period.start.year - 1, period.end.year - 1)
    assert last.start.month == period.start.month
    if period.kind is not PeriodKind.SPAN:
        assert last.kind in (period.kind, PeriodKind.TO_DATE)


@pytest.mark.parametrize(
    ("period", "last"),
    [
        ("2013", "2012"),
        ("2013H2", "2012H2"),
        ("2013-02", "2012-02"),
        ("2012-02", "2011-02"),
        ("2013-01-01..2013-02-28", "2012-01-01..2012-02-29"),
        ("2012-01-01..2012-02-15", "2011-01-01..2011-02-15"),
        ("2012-02-10..2012-02-29", "2011-02-10..2011-02-28"),
    ],
)
def test_last_year(period, last):
    assert str(Period.parse(period).last_year()) == last


@given(PERIODS, DAYS)
def test_contains_the_days_from_start_to_end(period, day):
    assert period.contains(day) is (day in period) is (period.start <= day <= period.end)
    assert period.contains(period.start)
    assert period.contains(period.end)
    assert not period.contains(period.end + timedelta(days=1))


@given(NAMED)
def test_the_months_make_up_the_period(period):
    assert sum(month.days for month in period.months()) == period.days


@given(DAYS, st.integers(-300, 300))
def test_adding_months_keeps_the_number_or_takes_the_last_day(day, months):
    there = add_months(day, months)
    assert there.day == day.day or (there.day < day.day and (there + timedelta(days=1)).day == 1)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == months


@pytest.mark.parametrize(
    "make",
    [
        lambda: Period.year(0),
        lambda: Period.quarter(2013, 5),
        lambda: Period.year(1).previous(),
        lambda: add_months(date(9999, 12, 1), 1),
    ],
)
def test_out_of_range(make):
    with pytest.raises(InputError):
        make()
