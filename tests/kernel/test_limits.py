"""Dated limits: the row in force on the day, of the smallest region."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.kernel.clocks.clock import Clock, Unit
from jingwei.kernel.clocks.limits import DatedLimit, jurisdictions, limit_on, limits_on
from jingwei.kernel.errors import InputError

OLD = DatedLimit("reply", "000000", date(2008, 5, 1), date(2019, 5, 14), 15, Unit.WORKDAY, "2007, art. 24")
NEW = DatedLimit(
    "reply", "000000", date(2019, 5, 15), None, 20, Unit.WORKDAY, "2019, art. 33", is_verified=True
)
PROVINCE = DatedLimit("reply", "330000", date(2015, 1, 1), None, 10, Unit.DAY, "a province")
DISTRICT = replace(PROVINCE, jurisdiction="330603", value=5, valid_to=date(2016, 12, 31))
ROWS = (OLD, NEW, PROVINCE, DISTRICT, replace(NEW, rule="other"))


@pytest.mark.parametrize(
    ("jurisdiction", "day", "row"),
    [
        ("330603", date(2013, 7, 1), OLD),
        ("330603", date(2015, 1, 1), DISTRICT),
        ("330603", date(2016, 12, 31), DISTRICT),
        ("330603", date(2017, 1, 1), PROVINCE),
        ("330603102", date(2016, 5, 1), DISTRICT),
        ("330602", date(2016, 5, 1), PROVINCE),
        ("320500", date(2019, 5, 14), OLD),
        ("320500", date(2019, 5, 15), NEW),
    ],
)
def test_the_row_of_the_day_and_the_smallest_region(jurisdiction, day, row):
    assert limit_on(ROWS, "reply", jurisdiction, day) is row


def test_where_nothing_was_in_force_the_error_says_what_is_missing():
    with pytest.raises(InputError) as caught:
        limit_on(ROWS, "reply", "330603", date(2001, 1, 1))
    assert caught.value.text.zh == "2001-01-01在330603没有有效的期限规则“reply”，请在期限规则中补充。"


def test_two_rows_of_one_region_contradict_each_other():
    with pytest.raises(InputError, match="Two rules"):
        limit_on((*ROWS, replace(NEW, value=30)), "reply", "320500", date(2020, 1, 1))


def test_all_rows_in_force_are_given_from_the_smallest_region_up():
    assert limits_on(ROWS, "reply", "330603", date(2016, 5, 1)) == (DISTRICT, PROVINCE, OLD)


def test_regions_lie_in_regions():
    assert jurisdictions("330603") == ("330603", "330600", "330000", "000000")
    assert jurisdictions("330603102") == ("330603102", "330603", "330600", "330000", "000000")
    assert jurisdictions("330000") == ("330000", "000000")
    assert jurisdictions("000000") == ("000000",)


def test_a_limit_becomes_a_clock():
    assert OLD.clock(date(2013, 7, 1)) == Clock(date(2013, 7, 1), 15, Unit.WORKDAY)


@given(st.dates(date(2008, 5, 1), date(2030, 1, 1)))
def test_rows_that_follow_each_other_leave_no_day_out_and_none_twice(day):
    assert len(limits_on((OLD, NEW), "reply", "000000", day)) == 1
    assert (limit_on((OLD, NEW), "reply", "000000", day) is NEW) is (day > OLD.valid_to + timedelta(days=0))
