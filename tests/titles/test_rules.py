"""Until when a title stands."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from jingwei.titles.rules import (
    EXPIRED,
    RENEWED,
    REVOKED,
    VALID,
    TitleFacts,
    add_months,
    add_years,
    is_due,
    last_valid_day,
    standing_until,
    status_on,
)

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@st.composite
def facts(draw):
    granted = draw(DAYS)
    later = st.none() | st.integers(0, 4000).map(lambda days: granted + timedelta(days=days))
    return TitleFacts(granted, draw(later), draw(later), draw(later))


@given(facts(), DAYS)
def test_a_title_is_valid_exactly_while_it_stands(title, day):
    until = standing_until(title)
    assert (status_on(title, day) == VALID) == (until is None or day < until or day < title.granted_on)


@given(facts())
def test_it_stands_on_its_last_valid_day_and_not_after(title):
    alone = TitleFacts(title.granted_on, title.valid_until)
    if alone.valid_until is not None:
        assert status_on(alone, alone.valid_until) == VALID
        assert status_on(alone, alone.valid_until + timedelta(days=1)) == EXPIRED


@given(facts(), DAYS)
def test_a_revoked_title_is_never_merely_expired(title, day):
    if title.revoked_on and title.revoked_on <= day:
        assert status_on(title, day) == REVOKED


@given(DAYS, st.integers(1, 10))
def test_a_term_of_years_ends_the_day_before_its_anniversary(day, years):
    assert last_valid_day(day, years) == add_years(day, years) - timedelta(days=1)
    assert last_valid_day(day, None) is None


@given(DAYS, st.integers(0, 60))
def test_months_never_leave_the_month_meant(day, months):
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day


@given(facts(), DAYS, st.integers(0, 24))
def test_what_is_due_is_valid_and_unrenewed(title, day, months):
    if is_due(title, day, months):
        assert status_on(title, day) == VALID
        assert title.renewed_on is None
        assert day <= title.valid_until <= add_months(day, months)


def test_the_three_years_of_a_high_tech_enterprise():
    granted = date(2010, 10, 15)
    old = TitleFacts(granted, last_valid_day(granted, 3), None, date(2013, 10, 15))
    assert old.valid_until == date(2013, 10, 14)
    assert status_on(old, date(2013, 10, 15)) == RENEWED
    assert standing_until(old) == date(2013, 10, 15)


def test_leap_days():
    assert add_years(date(2012, 2, 29), 1) == date(2013, 2, 28)
    assert add_months(date(2013, 1, 31), 1) == date(2013, 2, 28)
    assert add_months(date(2013, 12, 31), 2) == date(2014, 2, 28)
