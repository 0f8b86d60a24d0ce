"""What is true of a project."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.projects.rules import ProjectFacts, faults, is_overdue, is_running_on, read_term

DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))
MONEY = st.integers(0, 10**12)


@given(DAYS, st.integers(0, 3000), MONEY, MONEY)
def test_a_consistent_project_has_no_faults(listed, days, grant, more):
    facts = ProjectFacts(listed, listed, listed + timedelta(days=days), grant + more, grant)
    assert faults(facts) == frozenset()


@given(DAYS, MONEY, st.integers(1, 10**6))
def test_a_grant_above_the_budget_is_a_fault(listed, budget, more):
    assert "budget_fen" in faults(ProjectFacts(listed, None, None, budget, budget + more))


@given(DAYS, st.integers(1, 3000))
def test_a_term_backwards_is_a_fault(listed, days):
    assert faults(ProjectFacts(listed, listed, listed - timedelta(days=days))) == {"ends_on"}


@given(DAYS, st.sampled_from(["accepted", "closed", "terminated", "revoked"]), st.integers(0, 900))
def test_what_no_longer_runs_says_since_when(listed, status, days):
    closed = listed + timedelta(days=days)
    assert faults(ProjectFacts(listed, status=status)) == {"closed_on"}
    assert faults(ProjectFacts(listed, closed_on=closed)) == {"closed_on"}
    assert faults(ProjectFacts(listed, status=status, closed_on=closed)) == frozenset()
    assert faults(ProjectFacts(listed, status=status, closed_on=listed - timedelta(days=1))) == {"closed_on"}


@given(DAYS, st.integers(1, 900), DAYS)
def test_running_from_listing_to_the_day_before_closing(listed, days, day):
    closed = listed + timedelta(days=days)
    facts = ProjectFacts(listed, status="accepted", closed_on=closed)
    assert is_running_on(facts, day) == (listed <= day < closed)


def test_a_term_that_passed_is_overdue_while_it_runs():
    facts = ProjectFacts(date(2012, 1, 1), date(2012, 1, 1), date(2013, 12, 31))
    assert not is_overdue(facts, date(2013, 12, 31))
    assert is_overdue(facts, date(2014, 1, 1))
    assert not is_overdue(
        ProjectFacts(date(2012, 1, 1), None, date(2012, 2, 1), status="accepted", closed_on=date(2012, 3, 1)),
        date(2014, 1, 1),
    )


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2013.01-2014.12", date(2013, 1, 1), date(2014, 12, 31)),
        ("2013.1—2014.2", date(2013, 1, 1), date(2014, 2, 28)),
        ("2013年5月至2015年4月", date(2013, 5, 1), date(2015, 4, 30)),
        ("2013/5/6 ~ 2015/5/5", date(2013, 5, 6), date(2015, 5, 5)),
        ("2013-05-06至2015-05-05", date(2013, 5, 6), date(2015, 5, 5)),
        ("2013年5月6日—2015年5月5日", date(2013, 5, 6), date(2015, 5, 5)),
    ],
)
def test_a_term_in_one_cell(text, first, last):
    assert read_term(text) == (first, last)


@pytest.mark.parametrize("text", ["", "2013", "两年", "2013.13-2014.1", "2013.2.30-2014.1.1", "2013.1"])
def test_what_is_no_term(text):
    assert read_term(text) is None


@given(DAYS, DAYS)
def test_any_two_days_are_read_back(first, last):
    assert read_term(f"{first.isoformat()}至{last.isoformat()}") == (first, last)
