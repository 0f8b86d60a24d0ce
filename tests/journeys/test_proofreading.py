"""Proofreading: a text with contradictions is pasted, judged, corrected; what was judged stays judged."""

import json
from pathlib import Path
from typing import Any

import pytest

from jingwei.registry.demo import DEMO_PASSWORD
from jingwei.summary.models import FindingVerdict, Manuscript
from tests.browser import axe, overflows, sign_in
from tests.summary.conftest import make_year

pytestmark = [pytest.mark.browser]
LIST, NEW = "/desk/proofreading/", "/desk/proofreading/new/"
WRONG = "窗口受理咨询236件，其中电话141件、来访87件、信件12件。"
ALSO = "省级项目26项（重大成果1项、重大专项8项、工业设计6项、农业12项）。"
FINE = "培训860人次，其中企业人员510人次、镇街干部350人次。"
TEXT = "\n".join((WRONG, ALSO, FINE))
REASON = "农业一类有1项与设计重复，不能相加"


@pytest.fixture
def house(transactional_db: None) -> None:
    """The demonstration's registers and people."""
    make_year()


def proofread(page: Any, base: str) -> str:
    """Paste the text; gives the address of its page."""
    page.goto(base + LIST)
    axe(page)
    page.click("main .jw-empty a.btn")
    page.fill("[name=title]", "一季度小结")
    page.fill("[name=text]", TEXT)
    axe(page)
    page.click("main form.jw-form button[type=submit]")
    page.wait_for_selector(".jw-finding")
    return str(page.url)


def finding(page: Any, words: str) -> Any:
    """The finding whose passage begins with `words`."""
    return page.locator(".jw-finding", has=page.locator(".jw-quote", has_text=words))


def test_from_a_contradiction_to_its_correction(visit: Any, live_server: Any, house: None) -> None:
    base = live_server.url
    page = visit("/")
    sign_in(page, base, "officer", DEMO_PASSWORD)
    url = proofread(page, base)
    assert page.locator(".jw-finding").count() == 3
    assert "不符 FAIL" in finding(page, "窗口受理咨询").inner_text()
    assert "141 + 87 + 12 = 240" in finding(page, "窗口受理咨询").locator("pre").inner_text()
    axe(page)

    # a figure leads to its finding and back to its paragraph
    page.click("a.jw-m.fail >> nth=0")
    assert page.evaluate("document.activeElement.id").startswith("f-")
    finding(page, "窗口受理咨询").locator("a[href='#p-1']").click()
    assert page.url.endswith("#p-1")

    # a dismissal without words comes back, with words it is kept
    other = finding(page, "省级项目26项")
    other.locator("summary").click()
    other.locator("details button").click()
    page.wait_for_selector(".jw-errs")
    axe(page)
    assert "须写明理由" in page.inner_text(".jw-errs")
    other.locator("textarea").fill(REASON)
    other.locator("details button").click()
    page.wait_for_selector(".jw-why")
    assert REASON in other.inner_text()
    assert "不成立" in other.inner_text()
    assert other.locator(".jw-receipt").count() == 1
    assert page.url.split("?")[0].startswith(url)

    # the filter is in the address
    page.click(".jw-chip:has-text('PASS')")
    page.wait_for_url("**status=PASS*")
    assert page.locator(".jw-finding").count() == 1
    page.click(".jw-chip.is-on ~ .jw-chip >> nth=0")
    assert page.locator(".jw-finding").count() == 0
    axe(page)

    # the corrected text: one resolved, the verdict of the other kept
    page.goto(url)
    page.click(".jw-head .jw-acts a >> nth=0")
    axe(page)
    page.fill("[name=text]", TEXT.replace("236件", "240件"))
    page.click("main form.jw-form button[type=submit]")
    page.wait_for_selector("[data-revision]")
    told = page.inner_text("[data-revision]")
    assert "1条已解决" in told
    assert "1条仍在" in told
    assert "0条新出现" in told
    assert REASON in finding(page, "省级项目26项").inner_text()
    axe(page)

    # out as JSON
    with page.expect_download() as download:
        page.click("a[download]")
    given = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert {one["status"] for one in given["findings"]} == {"FAIL", "PASS"}

    # the verdict is withdrawn, the text deleted after being asked
    finding(page, "省级项目26项").locator("form button").click()
    page.wait_for_selector(".jw-verdict b:has-text('判断已撤回')")
    assert FindingVerdict.objects.get().judgement == "withdrawn"
    page.click("a[href$='/delete/']")
    axe(page)
    page.click("main form.jw-form button[type=submit]")
    page.wait_for_selector("main .jw-empty")
    assert not Manuscript.objects.exists()


@pytest.mark.parametrize("width", [1440, 360])
def test_by_keyboard_in_english(visit: Any, live_server: Any, house: None, width: int) -> None:
    page = visit("/", width=width, language="en-GB")
    sign_in(page, live_server.url, "director", DEMO_PASSWORD)
    proofread(page, live_server.url)
    assert overflows(page) <= 0
    assert "FAIL 不符" in page.locator(".jw-finding").first.inner_text()
    first, second = (page.locator(".jw-finding").nth(place).get_attribute("id") for place in (0, 1))
    here = "document.activeElement.id"
    page.keyboard.press("j")
    assert page.evaluate(here) == first
    page.keyboard.press("j")
    assert page.evaluate(here) == second
    page.keyboard.press("k")
    assert page.evaluate(here) == first
    assert page.locator(".jw-m.is-here").count() == 4, "the figures of the finding in hand are framed"
    # on from the finding: its paragraph, then its verdicts; J is a letter where one writes
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("jk because")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(".jw-why")
    assert FindingVerdict.objects.get().reason == "jk because"
    assert "Dismissed" in page.locator(f"#{first}").inner_text()
    axe(page)


def test_without_script(visit: Any, live_server: Any, house: None) -> None:
    from jingwei.registry.models import Account

    page = visit(NEW, width=360, user=Account.objects.get(username="officer"), script=False)
    page.fill("[name=title]", "小结")
    page.set_input_files(
        "[name=file]", {"name": "小结.txt", "mimeType": "text/plain", "buffer": TEXT.encode()}
    )
    page.click("main form.jw-form button[type=submit]")
    page.wait_for_load_state("networkidle")
    assert page.locator(".jw-keys-hint").is_hidden()
    page.click(".jw-chip:has-text('FAIL')")
    one = finding(page, "窗口受理咨询")
    one.locator("form button").first.click()
    page.wait_for_load_state("networkidle")
    assert "status=FAIL" in page.url
    assert "确认有误" in finding(page, "窗口受理咨询").locator("b").inner_text()
