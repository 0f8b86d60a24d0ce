"""Clocks, charts, forms and long work, as they are drawn."""

import json
from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.template.loader import render_to_string
from django.utils import translation

from jingwei.kernel.clocks.calendar import Calendar, CalendarDay
from jingwei.kernel.clocks.clock import Clock, Unit
from jingwei.kernel.clocks.names import DayKind
from jingwei.kernel.clocks.reckoning import reckon
from jingwei.ui import charts
from jingwei.ui.forms import KitForm
from jingwei.ui.logbook import day_cells
from jingwei.ui.templatetags.ui import validity


def festival() -> Calendar:
    """The spring festival of 2014: seven days off, two weekends worked."""
    off = [CalendarDay(date(2014, 1, 31), DayKind.HOLIDAY, "春节")]
    off += [CalendarDay(date(2014, 2, day), DayKind.HOLIDAY, "春节") for day in range(1, 7)]
    worked = [CalendarDay(day, DayKind.MAKEUP, "春节") for day in (date(2014, 1, 26), date(2014, 2, 8))]
    return Calendar([*off, *worked])


def test_a_strip_of_days_says_of_each_whether_it_counts_and_folds_long_holidays() -> None:
    reckoning = reckon(Clock(date(2014, 1, 22), 10, Unit.WORKDAY), festival())
    with translation.override("zh-hans"):
        cells = day_cells(reckoning, date(2014, 1, 23))
    by_day = {cell.day: cell for cell in cells}
    assert reckoning.due == date(2014, 2, 10)
    assert by_day["23"].mark == "今"
    assert "today" in by_day["23"].classes
    assert by_day["25"].note == "不计"
    assert by_day["26"].mark == "班"
    assert by_day["10"].mark == "止"
    assert by_day["10"].note == "第10天"
    assert [cell.day for cell in cells if "run" in cell.classes] == ["春节7天"]


def test_every_day_is_shown_once_or_folded() -> None:
    reckoning = reckon(Clock(date(2014, 1, 22), 10, Unit.WORKDAY), festival())
    cells = day_cells(reckoning)
    folded = sum(1 for cell in cells if "run" in cell.classes)
    assert len(cells) == len(reckoning.days) - 7 + folded
    assert folded == 1


@pytest.mark.parametrize(
    ("first", "last", "zh", "en"),
    [
        (date(2013, 1, 5), date(2014, 2, 6), "2013-01-05 – 2014-02-06", "2013-01-05 – 2014-02-06"),
        (date(2013, 1, 5), None, "2013-01-05 – 至今", "2013-01-05 – now"),
        (
            None,
            date(2014, 2, 6),
            "至2014-02-06，起始日期未登记",
            "until 2014-02-06, since an unrecorded date",
        ),
        (None, None, "起始日期未登记", "since an unrecorded date"),
    ],
)
def test_from_when_until_when_is_said_in_words_where_an_end_is_open(first, last, zh, en) -> None:
    with translation.override("zh-hans"):
        assert validity(first, last) == zh
    with translation.override("en"):
        assert validity(first, last) == en


def test_a_chart_is_plain_bars_with_labels_and_one_accent() -> None:
    option = charts.bars(["a", "b"], {"2012": [1, None], "2013": [Decimal("2.5"), 3]})
    colours = [one["itemStyle"]["color"] for one in option["series"]]
    assert colours == [charts.GREY, charts.INDIGO]
    assert all(one["label"]["show"] for one in option["series"])
    assert json.loads(charts.option_json(option))["series"][1]["data"] == [2.5, 3]


def test_the_table_behind_a_chart_refuses_columns_of_another_length() -> None:
    assert charts.table("t", ["x", "n"], ["a"], [[1]])["rows"] == [["a", 1]]
    with pytest.raises(ValueError, match="shorter"):
        charts.table("t", ["x", "n"], ["a", "b"], [[1]])


class Sample(KitForm):
    title = forms.CharField(label="Title", help_text="In full.")
    amount = forms.DecimalField(label="Amount", required=False)
    agreed = forms.BooleanField(label="Agreed", required=False)
    kind = forms.ChoiceField(label="Kind", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)


def test_errors_stand_beside_the_field_and_in_one_list_that_links_to_it() -> None:
    with translation.override("en"):
        form = Sample({"amount": "x", "kind": "a"})
        form.fields["amount"].unit = "万元"
        text = str(form)
    assert "2 places must be mended" in text
    assert 'href="#id_title"' in text
    assert 'aria-invalid="true"' in text
    assert text.count("Enter a number.") == 2
    assert '<span class="jw-unit">' in text
    assert "In full." in text
    assert "optional" in text
    assert text.index('for="id_title"') < text.index("In full.") < text.index('name="title"')


def test_long_work_shows_how_far_it_is_and_asks_again() -> None:
    text = render_to_string(
        "ui/progress.html", {"done": 3200, "total": 7928, "words": "Reading", "poll_url": "/p/"}
    )
    assert "3,200 / 7,928" in text
    assert 'hx-get="/p/"' in text
    assert "<progress" in text
