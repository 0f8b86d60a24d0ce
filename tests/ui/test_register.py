"""The register kit over a real table: filters, sorting, pages, columns, counts, exports, addresses."""

import csv
import io
import re
from typing import Any

import openpyxl
import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.http import HttpResponseBase, QueryDict
from django.test import RequestFactory
from django.utils import translation

from jingwei.registry.models import Region
from jingwei.ui.register import address, paging, register_url
from tests.ui.regions import Regions, make_regions

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english() -> Any:
    with translation.override("en"):
        yield


def ask(query: str = "") -> HttpResponseBase:
    request = RequestFactory().get(f"/regions/?{query}" if query else "/regions/")
    request.user = AnonymousUser()
    return Regions.as_view()(request)


def page(query: str = "") -> str:
    response: Any = ask(query)
    assert response.status_code == 200, response.headers
    return str(response.content.decode())


def codes(text: str) -> list[str]:
    return re.findall(r'class="jw-id" href="/there/\d+/">(\d+)<', text)


def test_first_page_shows_counts_and_the_default_columns_in_the_default_order() -> None:
    make_regions(45)
    text = page()
    assert codes(text) == [f"99{n:07}" for n in range(20)]
    assert "1–20" in text
    assert "45 regions." in text
    assert "2 / 6" not in text
    assert "3 / 6" in text
    assert 'aria-sort="ascending"' in text


def test_a_filter_narrows_says_so_on_its_chip_and_can_be_taken_away() -> None:
    make_regions(45)
    text = page("level=town&valid_from_from=2013-01-10")
    expected = [n for n in range(45) if n % 2 and n % 28 >= 9]
    assert len(codes(text)) == len(expected)
    assert "Level Town or street" in text
    assert "Since from 2013-01-10" in text
    assert 'href="?valid_from_from=2013-01-10"' in text
    assert 'out of <span class="jw-n">45</span>' in text


def test_every_word_of_the_search_must_occur() -> None:
    make_regions(45)
    assert codes(page("q=town+03")) == [f"99{n:07}" for n in range(30, 40)]
    assert codes(page("q=town+nothing")) == []


def test_yes_and_no_filter_a_truth_value() -> None:
    make_regions(10)
    assert codes(page("is_verified=0")) == ["990000005"]


def test_an_unreadable_filter_shows_its_error_and_no_rows() -> None:
    make_regions(5)
    text = page("valid_from_from=yesterday")
    assert codes(text) == []
    assert "jw-err" in text


def test_sorting_turns_and_a_name_that_is_no_column_is_ignored() -> None:
    make_regions(5)
    assert codes(page("sort=-code")) == [f"99{n:07}" for n in reversed(range(5))]
    assert codes(page("sort=password")) == codes(page())


def test_sorting_down_begins_with_the_last_of_all_not_of_the_page() -> None:
    make_regions(45)
    assert codes(page("sort=-code")) == [f"99{n:07}" for n in range(44, 24, -1)]
    assert codes(page("sort=-code&page=3")) == [f"99{n:07}" for n in range(4, -1, -1)]


def test_columns_are_chosen_in_the_address() -> None:
    make_regions(3)
    text = page("cols=code%2Corder")
    assert ">Order" in text
    assert '<th scope="row">' not in text
    assert "2 / 6" in text


def test_pages_stay_within_what_there_is() -> None:
    make_regions(45)
    assert len(codes(page("page=3"))) == 5
    assert codes(page("page=99")) == codes(page("page=3"))
    assert len(codes(page("per=50"))) == 45
    assert len(codes(page("per=7"))) == 20


def test_an_untidy_address_leads_to_the_tidy_one() -> None:
    response = ask("q=&level=&sort=code&page=1&cols=code&cols=name&valid_from_from=")
    assert response.status_code == 302
    assert response["Location"] == "/regions/?cols=code%2Cname"


def test_empty_states_differ_between_nothing_yet_and_nothing_matches() -> None:
    assert "Nothing here yet" in page()
    make_regions(2)
    assert "Nothing matches these filters" in page("q=absent")


def test_csv_holds_the_shown_columns_and_the_filtered_rows_and_no_formula() -> None:
    make_regions(30)
    response: Any = ask("level=town&cols=name%2Corder%2Cmoney%2Cvalid_from&export=csv")
    raw = b"".join(response.streaming_content)
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))
    assert rows[0] == ["Name", "Since", "Order（位）", "Money（元）"]
    assert len(rows) == 1 + 15
    assert rows[1] == ["Town 001", "2013-01-02", "1", "0.01"]
    assert rows[2][0] == "'=HYPERLINK(3)"


def test_xlsx_holds_typed_values_and_the_filters_in_words() -> None:
    make_regions(30)
    response: Any = ask("level=town&cols=code%2Cname%2Clevel%2Cvalid_from%2Corder&export=xlsx")
    book = openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content)))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert rows[1][0] == "990000001"
    assert rows[1][2] == "Town or street"
    assert rows[1][3].strftime("%Y-%m-%d") == "2013-01-02"
    assert rows[1][4] == 1
    assert book.worksheets[0]["B3"].data_type == "s"
    assert ("Level", "Town or street") in list(book.worksheets[1].iter_rows(values_only=True))


def test_long_lists_are_not_counted_to_the_end_nor_leafed_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "CAP", 40)
    make_regions(100)
    whole = paging.counted(Region.objects.all())
    part = paging.counted(Region.objects.filter(level="town"))
    few = paging.counted(Region.objects.filter(level="town", order__lt=20))
    if connection.vendor == "sqlite":
        assert whole == paging.Counted(100)
        assert not whole.is_short
    else:
        assert whole.about or whole.at_least
    assert part == paging.Counted(40, at_least=True)
    assert few == paging.Counted(10)
    last = paging.page_of(Region.objects.order_by("pk"), 99, 20, part)
    assert last.number == 2
    assert last.is_capped


def test_a_page_asks_few_questions(django_assert_max_num_queries: Any) -> None:
    make_regions(60)
    with django_assert_max_num_queries(8):
        page("level=town")


@pytest.mark.parametrize(
    ("number", "last", "shown"), [(1, 3, [1, 2, 3]), (5, 9, [1, 0, 4, 5, 6, 0, 9]), (9, 9, [1, 0, 8, 9])]
)
def test_the_window_of_page_numbers(number: int, last: int, shown: list[int]) -> None:
    assert paging.Page(number, 20, [1], last).window == shown


def test_addresses_are_built_and_read() -> None:
    query = QueryDict("q=a&sort=-code&page=4")
    assert address.with_(query, sort="name") == "?q=a&sort=name"
    assert address.with_(query, q=None) == "?sort=-code"
    assert (
        register_url("ui:search", q="纺织", none=None, many=["a", "b"])
        == "/search/?q=%E7%BA%BA%E7%BB%87&many=a&many=b"
    )
