"""Clocks: the vectors, the day-by-day account, suspension and extension, late notices, provisional ends."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.kernel.clocks.calendar import Calendar, CalendarDay
from jingwei.kernel.clocks.clock import Clock, Extension, Suspension, Unit, length_text
from jingwei.kernel.clocks.difference import difference
from jingwei.kernel.clocks.names import DayKind
from jingwei.kernel.clocks.reckoning import Part, reckon
from jingwei.kernel.clocks.seed import FIRST_DAY, LAST_DAY, seed_calendar, seed_days
from jingwei.kernel.clocks.standing import State, overdue, remaining, standing
from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text
from tests.kernel.vectors import vectors

CALENDAR = seed_calendar()
WHY = Text(zh="补正材料", en="waiting for papers")
WORKING, STATUTORY = vectors("working-days"), vectors("statutory-days")

STARTS = st.dates(date(2005, 1, 1), date(2025, 6, 30))
UNITS = st.sampled_from([Unit.WORKDAY, Unit.DAY, Unit.NATURAL, Unit.MONTH])
CLOCKS = st.builds(Clock, STARTS, st.integers(0, 12), UNITS)


def suspended(clock, first, last):
    return replace(clock, suspensions=(*clock.suspensions, Suspension(first, last, WHY)))


@st.composite
def stopped_clocks(draw):
    clock = draw(CLOCKS)
    for _ in range(draw(st.integers(0, 2))):
        first = clock.start + timedelta(days=draw(st.integers(0, 40)))
        clock = suspended(clock, first, first + timedelta(days=draw(st.integers(0, 30))))
    return clock


@pytest.mark.parametrize(
    "vector", WORKING["additions"], ids=lambda vector: f"{vector['start']}+{vector['days']}"
)
def test_working_days(vector):
    clock = Clock(date.fromisoformat(vector["start"]), vector["days"], Unit.WORKDAY)
    assert reckon(clock, CALENDAR).due == date.fromisoformat(vector["due"])


@pytest.mark.parametrize("vector", STATUTORY["limits"], ids=lambda vector: vector["why"])
def test_statutory_days(vector):
    clock = Clock(date.fromisoformat(vector["start"]), vector["limit"], Unit(vector["unit"]))
    assert reckon(clock, CALENDAR).due == date.fromisoformat(vector["due"])


@pytest.mark.parametrize("vector", WORKING["days"], ids=lambda vector: vector["day"])
def test_seeded_days(vector):
    day = CALENDAR.on(date.fromisoformat(vector["day"]))
    assert (day.kind, day.name) == (vector["kind"], vector["name"])
    assert day.is_known


def test_the_seed_covers_every_day_once_with_its_source():
    days = list(seed_days())
    assert [day.day for day in days] == [
        FIRST_DAY + timedelta(days=n) for n in range((LAST_DAY - FIRST_DAY).days + 1)
    ]
    assert (CALENDAR.first, CALENDAR.last) == (FIRST_DAY, LAST_DAY)
    assert len(CALENDAR) == len(days)
    assert all(day.source for day in days)
    assert all(day.name for day in days if day.kind in (DayKind.HOLIDAY, DayKind.MAKEUP))
    assert all(day.day.weekday() >= 5 for day in days if day.kind is DayKind.MAKEUP)


def test_beyond_the_calendar_weekends_are_assumed():
    assert CALENDAR.on(date(2027, 1, 2)).kind is DayKind.WEEKEND
    assert CALENDAR.on(date(2027, 1, 4)).kind is DayKind.WORKDAY
    assert not CALENDAR.on(date(2027, 1, 4)).is_known
    assert Calendar().first is None


def test_each_day_says_whether_it_counted_and_why():
    reckoning = reckon(Clock(date(2013, 9, 27), 3, Unit.WORKDAY), CALENDAR)
    told = [
        (day.day.isoformat(), day.kind, day.name, day.counts, day.ordinal, day.why.zh)
        for day in reckoning.days
    ]
    assert told[:4] == [
        ("2013-09-27", "workday", "", False, None, "起算日不计入"),
        ("2013-09-28", "weekend", "", False, None, "周末"),
        ("2013-09-29", "makeup", "国庆节", True, 1, "国庆节（调休上班）"),
        ("2013-09-30", "workday", "", True, 2, "工作日"),
    ]
    assert [line[5] for line in told[4:11]] == ["国庆节"] * 7
    assert told[11][3:5] == (True, 3)
    assert reckoning.due == date(2013, 10, 8)
    assert reckoning.explanation() == Text(
        zh="自2013年9月27日起3个工作日，2013年10月8日届满；不计入：周末1日、国庆节7日。",
        en="3 working days from 27 September 2013, due 8 October 2013; not counted: weekend: 1, National Day: 7.",
    )


def test_a_last_day_off_moves_and_says_so():
    reckoning = reckon(Clock(date(2013, 9, 4), 30, Unit.DAY), CALENDAR)
    assert reckoning.moved_from == date(2013, 10, 4)
    assert [day.why.zh for day in reckoning.days[-4:]] == ["前一日为国庆节，顺延"] * 4
    assert all(day.part is Part.MOVED for day in reckoning.days[-4:])
    assert reckon(Clock(date(2013, 9, 4), 30, Unit.NATURAL), CALENDAR).moved_from is None


@given(stopped_clocks())
def test_as_many_days_count_as_the_limit_is_long(clock):
    reckoning = reckon(clock, CALENDAR)
    counted = [day for day in reckoning.days if day.counts]
    assert [day.ordinal for day in counted] == list(range(1, clock.needed + 1))
    assert not any(clock.suspension_on(day.day) for day in counted)
    if clock.unit is Unit.WORKDAY:
        assert all(CALENDAR.is_working(day.day) for day in counted)


@given(stopped_clocks())
def test_the_account_is_of_every_day_from_start_to_due(clock):
    reckoning = reckon(clock, CALENDAR)
    days = [day.day for day in reckoning.days]
    assert days == [clock.start + timedelta(days=number) for number in range(len(days))]
    assert days[-1] == reckoning.due
    assert all(day.why.zh and day.why.en for day in reckoning.days)


@given(stopped_clocks())
def test_statutory_limits_end_on_working_days(clock):
    due = reckon(clock, CALENDAR).due
    if clock.unit in (Unit.DAY, Unit.MONTH) or (clock.unit is Unit.WORKDAY and clock.total):
        assert CALENDAR.is_working(due)


@given(stopped_clocks(), st.integers(0, 12))
def test_a_longer_limit_never_ends_sooner(clock, more):
    longer = replace(clock, limit=clock.limit + more)
    assert reckon(longer, CALENDAR).due >= reckon(clock, CALENDAR).due


@given(CLOCKS, st.integers(1, 40))
def test_a_later_start_never_ends_sooner(clock, later):
    moved = replace(clock, start=clock.start + timedelta(days=later))
    assert reckon(moved, CALENDAR).due >= reckon(clock, CALENDAR).due


@given(stopped_clocks(), st.integers(0, 40), st.integers(0, 20))
def test_a_suspension_never_ends_sooner(clock, after, length):
    first = clock.start + timedelta(days=after)
    stopped = suspended(clock, first, first + timedelta(days=length))
    assert reckon(stopped, CALENDAR).due >= reckon(clock, CALENDAR).due


@given(stopped_clocks(), st.integers(0, 12))
def test_an_extension_is_a_longer_limit(clock, length):
    extended = replace(clock, extensions=(Extension(length, WHY),))
    assert reckon(extended, CALENDAR).due == reckon(replace(clock, limit=clock.limit + length), CALENDAR).due


@given(stopped_clocks(), st.lists(st.tuples(st.integers(0, 60), st.sampled_from(list(DayKind))), max_size=5))
def test_a_late_notice_changes_just_what_is_told_otherwise(clock, notice):
    rows = [CalendarDay(clock.start + timedelta(days=after), kind, "", "notice") for after, kind in notice]
    old, new = reckon(clock, CALENDAR), reckon(clock, CALENDAR.with_days(rows))
    change = difference(old, new)
    told = {day.day: day for day in old.days}
    for changed in change.days:
        assert told.pop(changed.day, None) == changed.old
        if changed.new is not None:
            told[changed.day] = changed.new
    assert sorted(told.values(), key=lambda day: day.day) == list(new.days)
    assert not difference(new, new).days


def test_a_late_notice_moves_the_due_day():
    clock = Clock(date(2026, 12, 28), 5, Unit.WORKDAY)
    old = reckon(clock, CALENDAR)
    assert old.is_provisional
    assert old.explanation().zh.endswith("；节假日安排未公布，结果暂定。")
    notice = [CalendarDay(date(2027, 1, day), DayKind.HOLIDAY, "元旦", "通知") for day in (1, 2, 3)]
    rest = [replace(CALENDAR.on(date(2027, 1, day)), is_known=True) for day in range(4, 32)]
    new = reckon(clock, CALENDAR.with_days([*notice, *rest]))
    assert not new.is_provisional
    change = difference(old, new)
    assert change.is_moved
    assert (change.old_due, change.new_due, change.moved_by) == (date(2027, 1, 4), date(2027, 1, 5), 1)
    assert change.text().zh == "届满日由2027年1月4日改为2027年1月5日。"
    assert difference(old, old).text().en == "The due day stays the same."


def test_only_days_that_bear_on_the_end_make_it_provisional():
    assert not reckon(Clock(date(2026, 12, 20), 30, Unit.NATURAL), CALENDAR).is_provisional
    assert reckon(Clock(date(2026, 12, 20), 30, Unit.DAY), CALENDAR).is_provisional
    assert not reckon(Clock(date(2003, 12, 20), 30, Unit.DAY), CALENDAR).is_provisional
    assert reckon(Clock(date(2003, 12, 20), 20, Unit.WORKDAY), CALENDAR).is_provisional
    assert not reckon(Clock(date(2013, 12, 20), 20, Unit.WORKDAY), CALENDAR).is_provisional


def test_a_suspension_does_not_count_and_gives_its_reason():
    clock = suspended(Clock(date(2013, 5, 6), 5, Unit.WORKDAY), date(2013, 5, 8), date(2013, 5, 12))
    reckoning = reckon(clock, CALENDAR)
    assert reckoning.due == date(2013, 5, 16)
    assert reckoning.tally() == {WHY: 5}
    assert "不计入：补正材料5日" in reckoning.explanation().zh


def test_a_suspension_without_end_leaves_the_due_day_open():
    clock = suspended(Clock(date(2013, 5, 6), 5, Unit.WORKDAY), date(2013, 5, 8), None)
    reckoning = reckon(clock, CALENDAR)
    assert reckoning.due is None
    assert not reckoning.is_provisional
    assert "中止中，届满日未定" in reckoning.explanation().zh
    now = standing(reckoning, CALENDAR, date(2014, 1, 1))
    assert (now.state, now.days) == (State.SUSPENDED, 4)
    resumed = reckon(
        suspended(Clock(date(2013, 5, 6), 5, Unit.WORKDAY), date(2013, 5, 8), date(2013, 5, 8)), CALENDAR
    )
    assert difference(reckoning, resumed).moved_by is None
    assert difference(reckoning, resumed).text().en == "The due day changes from undecided to 14 May 2013."


def test_a_suspension_beyond_the_end_changes_nothing():
    clock = Clock(date(2013, 5, 6), 5, Unit.WORKDAY)
    assert reckon(suspended(clock, date(2013, 6, 1), None), CALENDAR).due == reckon(clock, CALENDAR).due


def test_an_end_that_moves_into_a_suspension_waits_for_it():
    clock = Clock(date(2013, 5, 10), 1, Unit.DAY)
    assert reckon(clock, CALENDAR).due == date(2013, 5, 13)
    assert reckon(suspended(clock, date(2013, 5, 12), date(2013, 5, 14)), CALENDAR).due == date(2013, 5, 15)
    assert reckon(suspended(clock, date(2013, 5, 12), None), CALENDAR).due is None


def test_an_extended_limit_says_so():
    clock = Clock(date(2013, 9, 27), 20, Unit.WORKDAY, extensions=(Extension(20, WHY),))
    assert clock.length().zh == "40个工作日（含延长20个工作日）"
    assert clock.length().en == "40 working days (extended by 20 working days)"
    assert length_text(1, Unit.MONTH).en == "1 month"


@pytest.mark.parametrize(
    ("today", "state", "days", "label"),
    [
        (date(2013, 9, 27), State.RUNNING, 3, "剩余3个工作日"),
        (date(2013, 9, 29), State.RUNNING, 2, "剩余2个工作日"),
        (date(2013, 10, 7), State.RUNNING, 1, "剩余1个工作日"),
        (date(2013, 10, 8), State.DUE_TODAY, 0, "今日届满"),
        (date(2013, 10, 9), State.OVERDUE, 1, "已超期1个工作日"),
        (date(2013, 10, 12), State.OVERDUE, 4, "已超期4个工作日"),  # a Saturday worked in exchange
        (date(2013, 10, 13), State.OVERDUE, 4, "已超期4个工作日"),
    ],
)
def test_standing(today, state, days, label):
    now = standing(reckon(Clock(date(2013, 9, 27), 3, Unit.WORKDAY), CALENDAR), CALENDAR, today)
    assert (now.state, now.days, now.label().zh) == (state, days, label)


def test_standing_while_suspended():
    clock = suspended(Clock(date(2013, 5, 6), 5, Unit.WORKDAY), date(2013, 5, 8), date(2013, 5, 12))
    now = standing(reckon(clock, CALENDAR), CALENDAR, date(2013, 5, 9))
    assert (now.state, now.days, now.label().en) == (State.SUSPENDED, 4, "suspended")


@given(stopped_clocks(), st.integers(0, 400))
def test_something_is_left_until_the_due_day_and_overdue_after(clock, after):
    reckoning = reckon(clock, CALENDAR)
    today = clock.start + timedelta(days=after)
    assert (remaining(reckoning, today) > 0) is (today < reckoning.due)
    assert overdue(reckoning, CALENDAR, today) >= 0
    assert overdue(reckoning, CALENDAR, today) == 0 or today > reckoning.due


@given(stopped_clocks())
def test_overdue_in_days_is_the_distance(clock):
    reckoning = reckon(replace(clock, unit=Unit.DAY), CALENDAR)
    assert overdue(reckoning, CALENDAR, reckoning.due + timedelta(days=9)) == 9


@pytest.mark.parametrize(
    "make",
    [
        lambda: Clock(date(2013, 1, 1), -1, Unit.DAY),
        lambda: Clock(date(2013, 1, 1), 10**9, Unit.DAY),
        lambda: Clock(date(2013, 1, 1), 1, Unit.DAY, extensions=(Extension(-1, WHY),)),
        lambda: Suspension(date(2013, 1, 2), date(2013, 1, 1), WHY),
        lambda: reckon(Clock(date(9999, 12, 30), 5, Unit.DAY), CALENDAR),
        lambda: reckon(Clock(date(9999, 12, 30), 5, Unit.MONTH), CALENDAR),
    ],
)
def test_impossible_clocks_are_refused(make):
    with pytest.raises(InputError):
        make()


def test_a_number_of_persons_is_no_clock():
    with pytest.raises(ValueError, match="no length of time"):
        Clock(date(2013, 1, 1), 3, Unit.COUNT)
