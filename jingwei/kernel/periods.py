"""Periods of time figures are told for: year, half, quarter, month, to date, or any two days."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum
from typing import Self

from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text

_MONTHS = tuple(calendar.month_name)
_HALVES = Text(zh="上半年", en="first half of"), Text(zh="下半年", en="second half of")
_QUARTERS = tuple(
    Text(zh=f"第{zh}季度", en=f"{en} quarter of")
    for zh, en in zip("一二三四", ("first", "second", "third", "fourth"), strict=True)
)


class PeriodKind(StrEnum):
    """What a period is called; a period of exactly a half-year is a half however it was made."""

    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    TO_DATE = "to_date"  # from 1 January to a day of the same year
    SPAN = "span"


_LENGTHS = {12: PeriodKind.YEAR, 6: PeriodKind.HALF, 3: PeriodKind.QUARTER, 1: PeriodKind.MONTH}


@dataclass(frozen=True, order=True)
class Period:
    """The days from `start` to `end`, both included. Equal days are equal periods; ordered by start, end."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise InputError(
                Text(
                    zh=f"期间的终止日{self.end}早于起始日{self.start}。",
                    en=f"The period ends on {self.end}, before it starts on {self.start}.",
                )
            )

    @classmethod
    def year(cls, year: int) -> Self:
        """The calendar year."""
        return cls._months(year, 1, 12)

    @classmethod
    def half(cls, year: int, half: int) -> Self:
        """The first (1) or second (2) half of a year."""
        return cls._months(year, 6 * _within(half, 2) - 5, 6)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Self:
        """A quarter, 1 to 4."""
        return cls._months(year, 3 * _within(quarter, 4) - 2, 3)

    @classmethod
    def month(cls, year: int, month: int) -> Self:
        """A month, 1 to 12."""
        return cls._months(year, _within(month, 12), 1)

    @classmethod
    def to_date(cls, day: date) -> Self:
        """From 1 January of its year up to and including `day`."""
        return cls(date(day.year, 1, 1), day)

    @classmethod
    def _months(cls, year: int, first: int, count: int) -> Self:
        """`count` whole months of one year from month `first` on."""
        if not MINYEAR <= year <= MAXYEAR:
            raise InputError(Text(zh=f"年份{year}超出范围。", en=f"The year {year} is out of range."))
        last = first + count - 1
        return cls(date(year, first, 1), _month_end(year, last))

    @classmethod
    def parse(cls, text: str) -> Self:
        """The period written as `str()` writes it: 2013, 2013H1, 2013Q3, 2013-05, 2013-01-01..2013-05-20."""
        match = re.fullmatch(r"([0-9]{4})(?:H([12])|Q([1-4])|-([0-9]{2}))?", text)
        try:
            if match:
                year, half, quarter, month = (int(group) if group else 0 for group in match.groups())
                if half:
                    return cls.half(year, half)
                if quarter:
                    return cls.quarter(year, quarter)
                return cls.month(year, month) if match[4] else cls.year(year)
            span = re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.\.([0-9]{4}-[0-9]{2}-[0-9]{2})", text)
            if span:
                return cls(date.fromisoformat(span[1]), date.fromisoformat(span[2]))
        except InputError:
            raise
        except ValueError:
            pass
        raise InputError(
            Text(
                zh=f"“{text}”不是期间；写法如2013、2013H1、2013Q3、2013-05、2013-01-01..2013-05-20。",
                en=f"“{text}” is no period; write 2013, 2013H1, 2013Q3, 2013-05 or 2013-01-01..2013-05-20.",
            )
        )

    @property
    def kind(self) -> PeriodKind:
        """What the period is called."""
        months = self._whole_months()
        kind = _LENGTHS.get(months) if months else None
        if kind and (self.start.month - 1) % months == 0:
            return kind
        is_to_date = (self.start.month, self.start.day) == (1, 1) and self.start.year == self.end.year
        return PeriodKind.TO_DATE if is_to_date else PeriodKind.SPAN

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1

    def contains(self, day: date) -> bool:
        """Whether `day` lies in it; its first and last day do."""
        return self.start <= day <= self.end

    __contains__ = contains

    def previous(self) -> Self:
        """The period of the same length just before: as many whole months, or else as many days."""
        months = self._whole_months()
        if months:
            return self._shifted(-months)
        return type(self)(self.start - timedelta(days=self.days), self.start - timedelta(days=1))

    def last_year(self) -> Self:
        """The same period a year before (同期): whole months stay whole, 29 February becomes the 28th."""
        return self._shifted(-12)

    def months(self) -> Iterator[Self]:
        """The months it touches, whole, in order."""
        year, month = self.start.year, self.start.month
        while (year, month) <= (self.end.year, self.end.month):
            yield self.month(year, month)
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)

    def __str__(self) -> str:
        match self.kind:
            case PeriodKind.YEAR:
                return f"{self.start.year:04d}"
            case PeriodKind.HALF:
                return f"{self.start.year:04d}H{self.start.month // 6 + 1}"
            case PeriodKind.QUARTER:
                return f"{self.start.year:04d}Q{self.start.month // 3 + 1}"
            case PeriodKind.MONTH:
                return f"{self.start.year:04d}-{self.start.month:02d}"
            case _:
                return f"{self.start.isoformat()}..{self.end.isoformat()}"

    def label(self) -> Text:
        """How it is named: 2013年上半年, first half of 2013."""
        year, month = self.start.year, self.start.month
        match self.kind:
            case PeriodKind.YEAR:
                return Text(zh=f"{year}年", en=f"{year}")
            case PeriodKind.HALF:
                return _of_year(_HALVES[month // 6], year)
            case PeriodKind.QUARTER:
                return _of_year(_QUARTERS[month // 3], year)
            case PeriodKind.MONTH:
                return Text(zh=f"{year}年{month}月", en=f"{_MONTHS[month]} {year}")
            case _:
                return self._span_label()

    def _span_label(self) -> Text:
        if self._whole_months() and self.start.year == self.end.year:
            first, last, year = self.start.month, self.end.month, self.start.year
            return Text(zh=f"{year}年{first}—{last}月", en=f"{_MONTHS[first]}–{_MONTHS[last]} {year}")
        if self.start == self.end:
            return day_label(self.start)
        first_day, last_day = day_label(self.start), day_label(self.end)
        return Text(zh=f"{first_day.zh}至{last_day.zh}", en=f"{first_day.en} to {last_day.en}")

    def _whole_months(self) -> int:
        """How many whole months it is; 0 where it is not."""
        if self.start.day != 1 or self.end != _month_end(self.end.year, self.end.month):
            return 0
        return _month_number(self.end) - _month_number(self.start) + 1

    def _shifted(self, months: int) -> Self:
        start = add_months(self.start, months)
        if self._whole_months():
            end = add_months(self.end.replace(day=1), months)
            return type(self)(start, _month_end(end.year, end.month))
        return type(self)(start, add_months(self.end, months))


def add_months(day: date, months: int) -> date:
    """The day of the same number `months` later (or earlier), or that month's last day."""
    number = _month_number(day) + months
    year, month = divmod(number, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise InputError(
            Text(
                zh=f"日期超出范围：{day}前后{abs(months)}个月。",
                en=f"Out of range: {months} months from {day}.",
            )
        )
    return date(year, month + 1, min(day.day, _month_end(year, month + 1).day))


def day_label(day: date) -> Text:
    """A day in words: 2013年5月20日, 20 May 2013."""
    return Text(zh=f"{day.year}年{day.month}月{day.day}日", en=f"{day.day} {_MONTHS[day.month]} {day.year}")


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _within(number: int, most: int) -> int:
    if not 1 <= number <= most:
        raise InputError(
            Text(zh=f"{number}应在1至{most}之间。", en=f"{number} must lie between 1 and {most}.")
        )
    return number


def _of_year(text: Text, year: int) -> Text:
    return Text(zh=f"{year}年{text.zh}", en=f"{text.en} {year}")
