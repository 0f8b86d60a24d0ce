"""Working days of the mainland 2004–2026, to seed the calendar the bureau edits.

From the package chinesecalendar, which follows the yearly notices of the General Office of the State Council.
Beyond the last year nothing is extrapolated: a deadline there is provisional until the notice is entered.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from importlib.metadata import version

import chinese_calendar

from jingwei.kernel.clocks.calendar import Calendar, CalendarDay
from jingwei.kernel.clocks.names import DayKind

FIRST_DAY = date(2004, 1, 1)
LAST_DAY = date(2026, 12, 31)

_NAMES = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "Mid-autumn Festival": "中秋节",
    "National Day": "国庆节",
    "Anti-Fascist 70th Day": "抗战胜利纪念日",
}


def seed_days() -> Iterator[CalendarDay]:
    """Every day from 2004-01-01 to 2026-12-31: kind, Chinese name of the holiday, source."""
    source = f"国务院办公厅历年节假日安排通知（chinesecalendar {version('chinesecalendar')}）"
    day = FIRST_DAY
    while day <= LAST_DAY:
        kind, name = _kind(day)
        yield CalendarDay(day, kind, name, source)
        day += timedelta(days=1)


def seed_calendar() -> Calendar:
    """The calendar of the seed."""
    return Calendar(seed_days())


def _kind(day: date) -> tuple[DayKind, str]:
    is_off, english = chinese_calendar.get_holiday_detail(day)
    name = _NAMES[english] if english else ""
    if is_off:
        return (DayKind.HOLIDAY, name) if name else (DayKind.WEEKEND, "")
    return (DayKind.MAKEUP if day.weekday() >= 5 else DayKind.WORKDAY), name
