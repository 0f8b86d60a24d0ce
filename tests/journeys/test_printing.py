"""What people print: the year on one sheet, a list with readable columns, and nothing too small to read."""

import re
from typing import Any

import pytest
from django.conf import settings

from jingwei.registry.models import Account
from jingwei.summary import actions
from tests.browser import axe, overflows
from tests.summary.conftest import make_year

pytestmark = pytest.mark.browser

YEAR, PROJECTS = "/desk/year/2013/", "/desk/projects/?level=district"
LANGUAGES = ("zh-CN", "en")
SMALLEST = 10  # px, 7.5pt
# the smallest letters on the sheet, and the narrowest column of words a list has, in letters of its own size
SIZES = """() => {
  const seen = [...document.querySelectorAll("main *")].filter(one => one.checkVisibility()
    && !one.closest(".jw-vh") && [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()));
  return Math.min(...seen.map(one => parseFloat(getComputedStyle(one).fontSize)));
}"""
NARROWEST = """() => {
  const cells = [...document.querySelectorAll(".jw-register tbody :is(th, td):not(.nw, .r)")];
  return Math.min(...cells.map(one => {
    const style = getComputedStyle(one), room = ["paddingLeft", "paddingRight"].map(side => parseFloat(style[side]));
    return (one.clientWidth - room[0] - room[1]) / parseFloat(style.fontSize);
  }));
}"""


@pytest.fixture
def director(transactional_db: None) -> Account:
    """Who prints; the demonstration year with a draft of its summary, so that there is something to attend to."""
    make_year()
    one = Account.objects.get(username="director")
    actions.create_from_template(by=one, pack=settings.PACKS / "keqiao", year=2013)
    return one


def printed(page: Any) -> bytes:
    """The page as PDF, on the paper its own style asks for."""
    pdf: bytes = page.pdf(format="A4", prefer_css_page_size=True)
    return pdf


def sheets(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def on_paper(page: Any, width: int) -> Any:
    """The page laid out as for paper whose text is `width` CSS pixels wide."""
    page.set_viewport_size({"width": width, "height": 1000})
    page.emulate_media(media="print")
    return page


def test_the_year_is_one_sheet_in_both_languages(visit: Any, director: Account) -> None:
    for language in LANGUAGES:
        page = visit(YEAR, user=director, language=language)
        assert sheets(printed(page)) == 1
        on_paper(page, 710)
        assert page.evaluate(SIZES) >= SMALLEST
        # wider than the paper, and a browser would make everything smaller
        assert page.evaluate("document.documentElement.scrollWidth") <= 710
        assert page.locator(".jw-pace:visible").count() > 0
        assert page.locator(".jw-strips:visible .jw-strip").count() > 0


def test_a_printed_list_has_columns_of_words_and_says_what_it_shows(visit: Any, director: Account) -> None:
    for language in LANGUAGES:
        page = visit(PROJECTS, user=director, language=language)
        pdf = printed(page)
        assert re.search(rb"/MediaBox \[0 0 84\d(\.\d+)? 59\d", pdf), "a sheet on its side"
        assert sheets(pdf) == 1
        on_paper(page, 1020)
        assert page.evaluate(NARROWEST) >= 6
        assert page.evaluate(SIZES) >= SMALLEST
        assert page.evaluate("document.documentElement.scrollWidth") <= 1020
        said = page.locator("p.jw-onpaper").inner_text()
        assert ("区级" if language == "zh-CN" else "District") in said
        assert re.search(r"\d{4}-\d\d-\d\d", said)
        assert page.locator(".jw-bar b").first.is_visible()
        assert not page.locator("form.jw-chips").is_visible()


def test_the_records_of_a_figure_print_on_their_own_wide_sheets(visit: Any, director: Account) -> None:
    page = visit("/figures/2013/projects.listed/", user=director)
    boxes = re.findall(rb"/MediaBox \[0 0 (\d+)", printed(page))
    assert {b"841", b"594"} >= set(boxes)
    assert b"841" in boxes
    on_paper(page, 642)
    charts = page.locator(".jw-chart svg").evaluate_all("all => all.map(one => one.clientWidth)")
    assert charts
    assert max(charts) <= 642


@pytest.mark.parametrize("path", ["/figures/2013/projects.listed/", "/desk/towns/"])
def test_tables_of_records_and_towns_are_lists_on_a_telephone(
    visit: Any, director: Account, path: str
) -> None:
    page = visit(path, user=director, width=360, language="en")
    table = page.locator("table.is-stack").last
    assert not table.locator("thead").is_visible()
    assert table.locator("tbody td[data-h]").first.is_visible()
    assert overflows(page) == 0
    axe(page, "main")
