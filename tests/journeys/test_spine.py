"""The spine: a foreign spreadsheet becomes records, a figure, a sentence; one record changed, all of it moves."""

from io import BytesIO
from typing import Any

import pytest
from django.conf import settings
from openpyxl import Workbook

from jingwei.kernel.identifiers.uscc import DEMO_REGION, make_uscc
from jingwei.projects.models import Project
from jingwei.registry.demo import DEMO_PASSWORD
from jingwei.registry.models import Account
from jingwei.summary import actions
from tests.browser import axe, overflows, sign_in
from tests.summary.conftest import make_year

pytestmark = [pytest.mark.browser]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SUMMARY = "/desk/summary/2013/"
LISTED = "a[data-figure][href*='projects.listed/']"


@pytest.fixture
def draft(transactional_db: None) -> Any:
    """The demonstration's registers, and a summary drafted over them."""
    make_year()
    director = Account.objects.get(username="director")
    return actions.create_from_template(by=director, pack=settings.PACKS / "keqiao", year=2013)


def ugly_ledger() -> bytes:
    """As another office sends it: a title, an empty row, its own heads, full-width digits, a unit in a cell, totals."""
    code = make_uscc("9", "1", DEMO_REGION, 70_000_001)
    book = Workbook()
    for row in (
        ["xx局二○一三年度省级以上科技项目立项情况一览表"],
        [],
        [
            "序号",
            "立项编号",
            "项目名称",
            "项目类别",
            "承担单位",
            "统一社会信用代码",
            "立项时间",
            "起止年限",
            "总投入（万元）",
            "补助（万元）",
            "项目负责人",
        ],
        [
            1,
            "2013JW901",
            "低浴比染缸余热回用",
            "省重大科技专项",
            "绍兴外来染整有限公司",
            code,
            "2013.9.6",
            "2013.09-2015.08",
            "３６０",
            "60万元",
            "王五",
        ],
        ["合计", "", "", "", "", "", "", "", 360, 60, ""],
    ):
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def told(page: Any) -> tuple[str, str, str]:
    """What the summary says: digest, the figure of listed projects, what is found against the printed paper."""
    digest = page.locator("[data-digest]").first.get_attribute("data-digest")
    figure = page.locator(LISTED).first.inner_text().replace("\u2060", "")
    findings = page.locator(".jw-drawer .jw-finding").all_inner_texts()
    return digest, figure, next(text for text in findings if "148 " in text)


def import_ledger(page: Any, base: str) -> None:
    """Upload, look at the preview, confirm what has to be confirmed, store."""
    page.goto(f"{base}/import/projects/")
    page.set_input_files(
        "input[type=file]", {"name": "一览表.xlsx", "mimeType": XLSX, "buffer": ugly_ledger()}
    )
    page.click("main form[enctype] button[type=submit]")
    page.wait_for_selector("button[name=verb][value=store]")
    assert "2013JW901" in page.inner_text("main")
    assert not Project.objects.filter(number="2013JW901").exists(), "a preview stores nothing"
    for box in page.locator("input[name=confirmed]").all():
        box.check()
    page.click("button[name=verb][value=store]")
    page.wait_for_selector(".jw-note.is-done")


def test_from_a_spreadsheet_row_to_a_sentence_and_back(visit: Any, live_server: Any, draft: Any) -> None:
    base = live_server.url
    page = visit("/")
    sign_in(page, base, "officer", DEMO_PASSWORD)
    page.goto(base + SUMMARY)
    first = told(page)
    assert first[1] == "149项"
    assert "148 ≠ 149" in first[2]

    import_ledger(page, base)
    page.goto(base + SUMMARY)
    second = told(page)
    assert second[1] == "150项"
    assert second[0] != first[0], "the digest moves with the records"
    assert "148 ≠ 150" in second[2]
    assert "有出入" in second[2], "the reason on record explained 149, not 150"

    # the figure opens beside the text; through it one reaches the record
    page.locator("a[data-figure][href*='programme=major_special/']").first.click()
    page.wait_for_selector("[data-figure-body] .jw-x")
    assert "9" in page.locator("[data-figure-body] .big").first.inner_text()
    link = page.locator("[data-figure-body] a", has_text="2013JW901").or_(
        page.locator("[data-figure-body] a", has_text="低浴比染缸余热回用")
    )
    link.first.click()
    page.wait_for_load_state("networkidle")
    assert "低浴比染缸余热回用" in page.inner_text("main")

    # one record changed
    row = Project.objects.get(number="2013JW901")
    page.goto(f"{base}/desk/projects/{row.pk}/edit/")
    page.fill("input[name=listed_on]", "2012-09-06")
    for name, day in (("starts_on", "2012-09-01"), ("ends_on", "2014-08-31")):
        page.fill(f"input[name={name}]", day)
    page.click("main form[method=post] button[type=submit].btn-primary")
    page.wait_for_load_state("networkidle")
    row.refresh_from_db()
    assert str(row.listed_on) == "2012-09-06"

    page.goto(base + SUMMARY)
    third = told(page)
    assert third[1] == "149项"
    assert third[0] not in {first[0], second[0]}
    assert "148 ≠ 149" in third[2]
    assert "不同，有说明" in third[2]


@pytest.mark.parametrize("language", ["zh-CN", "en-GB"])
@pytest.mark.parametrize("width", [1440, 360])
def test_the_pages_of_the_journey_are_accessible(
    visit: Any, live_server: Any, draft: Any, language: str, width: int
) -> None:
    director = Account.objects.get(username="director")
    issued = actions.issue(by=director, summary=draft)
    actions.correct(by=director, summary=issued, reason="更正")
    pages = [
        (None, "/"),
        (None, "/check/"),
        (None, f"/check/{issued.receipt}/"),
        (None, "/summary/2013/"),
        ("director", SUMMARY),
        ("director", "/desk/summary/"),
        ("director", "/desk/year/2013/"),
        ("officer", "/home/"),
        ("officer", "/desk/summary/2013/enterprises/edit/"),
        ("auditor", "/home/"),
        ("enterprise", "/home/"),
        ("expert", "/home/"),
    ]
    accounts = Account.objects.in_bulk(field_name="username")
    for name, url in pages:
        page = visit(url, width=width, language=language, user=accounts.get(name))
        assert not page.title().startswith("4"), url
        axe(page)
        assert overflows(page) == 0, url


def test_a_figure_opens_beside_the_text_and_closes_again(visit: Any, draft: Any) -> None:
    director = Account.objects.get(username="director")
    for width in (1440, 360):
        page = visit(SUMMARY, width=width, user=director)
        door = page.locator(LISTED).first
        door.focus()
        page.keyboard.press("Enter")
        page.wait_for_selector("[data-figure-body] .jw-x")
        assert door.get_attribute("aria-expanded") == "true"
        axe(page)
        page.keyboard.press("Escape")
        assert page.locator("[data-figure-body]").is_hidden()
        assert page.evaluate("() => document.activeElement.matches('[data-figure]')")


def test_writing_is_kept_previewed_and_never_overwritten(visit: Any, draft: Any) -> None:
    officer, director = (Account.objects.get(username=name) for name in ("officer", "director"))
    mine = visit("/desk/summary/2013/enterprises/edit/", user=officer)
    mine.fill("#body", "立项{{ projects.listed | 项 }}")
    mine.wait_for_selector("[data-preview] [data-revision='2']")
    assert "149" in mine.inner_text("[data-preview]")
    row = draft.sections.select_related("summary").get(key="enterprises")
    actions.edit_section(by=director, section=row, revision=2, body="局长写的", body_en=row.body_en)
    mine.fill("#body", "科员接着写")
    mine.wait_for_selector("[data-conflict]")
    assert mine.input_value("#theirs") == "局长写的"
    assert mine.input_value("#mine") == "科员接着写"
    assert draft.sections.get(key="enterprises").body == "局长写的"


def test_a_figure_is_put_in_by_its_words(visit: Any, draft: Any) -> None:
    page = visit("/desk/summary/2013/enterprises/edit/", user=Account.objects.get(username="officer"))
    page.fill("#body", "新增")
    page.fill("#pick", "立项 在研")
    page.fill("#pick", "在研项目")
    page.locator("[data-insert='projects.running']").click()
    assert page.input_value("#body") == "新增{{ projects.running }}"
    page.wait_for_selector("[data-preview] a[data-figure]")
