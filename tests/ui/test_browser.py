"""The kit in a real browser: wide and narrow, both languages, by keyboard, without script."""

from typing import Any

import pytest
from django.urls import reverse

from jingwei.registry.models import Account, Assignment, Organisation
from tests.browser import axe, overflows

pytestmark = pytest.mark.browser

PAGES = ["/search/?q=纺织", "/accessibility/", "/kit/", "/accounts/login/", "/no-such-page/"]


@pytest.mark.parametrize("width", [1440, 1024, 360])
@pytest.mark.parametrize("path", PAGES)
def test_pages_of_the_shell_are_accessible_at_every_width(visit: Any, path: str, width: int) -> None:
    page = visit(path, width=width, language="en" if width == 1024 else "zh-CN")
    axe(page)
    assert overflows(page) == 0


@pytest.fixture
def registrar(transactional_db: None) -> Account:
    account = Account.objects.create_user("r", password="a-long-password")
    Assignment.objects.create(account=account, role="registrar")
    Organisation.objects.bulk_create(
        Organisation(name=f"柯桥{n}号纺织有限公司", kind="enterprise" if n % 2 else "university")
        for n in range(45)
    )
    return account


@pytest.mark.parametrize("width", [1440, 360])
def test_a_register_is_accessible_with_a_popover_open(visit: Any, registrar: Account, width: int) -> None:
    page = visit(reverse("registry:organisations"), width=width, user=registrar)
    axe(page)
    assert overflows(page) == 0
    page.locator("details.jw-pop summary").first.click()
    axe(page)
    assert overflows(page) == 0


def test_a_filter_is_set_by_keyboard_and_the_address_is_the_view(visit: Any, registrar: Account) -> None:
    page = visit(reverse("registry:organisations"), user=registrar)
    pop = page.locator("details.jw-pop", has=page.locator("input[type=checkbox]")).first
    pop.locator("summary").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.matches('input[type=checkbox]')")
    page.keyboard.press("Space")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("summary.jw-chip.is-on").count() == 1
    assert page.url.count("=") == 1
    again = visit("/" + page.url.split("/", 3)[-1], user=registrar)
    assert again.locator(".jw-bar b").first.inner_text() == page.locator(".jw-bar b").first.inner_text()


def test_a_register_works_without_script(visit: Any, registrar: Account) -> None:
    page = visit(reverse("registry:organisations"), user=registrar, script=False)
    page.locator("details.jw-pop summary").first.click()
    page.locator("details[open] input[type=checkbox]").first.check()
    page.locator("details[open] button[type=submit]").click()
    assert page.locator("summary.jw-chip.is-on").count() == 1


@pytest.mark.parametrize(("width", "lettered"), [(1440, "thead th a"), (360, "tbody td[data-h]")])
def test_headings_of_a_register_begin_with_a_capital_beside_and_above_the_facts(
    visit: Any, registrar: Account, width: int, lettered: str
) -> None:
    Organisation.objects.create(name="甲纺织有限公司", kind="enterprise")
    page = visit(reverse("registry:organisations"), user=registrar, width=width)
    said = "one => getComputedStyle(one, '::first-letter').textTransform"
    assert page.locator(lettered).first.evaluate(said) == "uppercase"


def test_slash_and_control_k_lead_to_the_search(visit: Any) -> None:
    page = visit("/accessibility/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("纺织")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")


def test_the_first_stop_of_the_keyboard_skips_to_the_content(visit: Any) -> None:
    page = visit("/accessibility/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_navigation_opens_on_a_phone_and_holds_the_language(visit: Any) -> None:
    page = visit("/accessibility/", width=360)
    page.click(".jw-menu")
    page.wait_for_selector(".jw-nav.show:not(.showing)")
    axe(page)
    page.click(".jw-nav__lang button")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.lang") == "en"


def test_a_chart_has_its_table_behind_a_toggle(visit: Any) -> None:
    page = visit("/kit/")
    assert page.locator(".jw-chart svg").count() == 1
    table = page.locator("#chart-1-table")
    assert not table.is_visible()
    page.click("[data-table=chart-1-table]")
    assert table.is_visible()
    axe(page)
    bare = visit("/kit/", script=False)
    assert bare.locator("#chart-1-table").is_visible()


def test_a_print_leaves_the_shell_behind(visit: Any) -> None:
    page = visit("/kit/")
    page.emulate_media(media="print")
    assert not page.locator(".jw-top").is_visible()
    assert not page.locator(".jw-nav").is_visible()
    assert page.locator("h1").is_visible()
