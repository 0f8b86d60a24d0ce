"""Take the pictures of the READMEs from a running demonstration: `python scripts/pictures.py http://127.0.0.1:8000`."""

import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "pictures"
WIDE: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 360, "height": 720}
LANGUAGES = {"zh": "zh-hans", "en": "en"}
PASSWORD = "jingwei-demo"  # noqa: S105 - of the demonstration


def signed_in(browser: Browser, base: str, language: str, username: str, size: ViewportSize) -> Page:
    """A page of a signed-in demonstration account; an empty name stays a citizen."""
    context = browser.new_context(viewport=size)
    context.add_cookies([{"name": "django_language", "value": LANGUAGES[language], "url": base}])
    page = context.new_page()
    if username:
        page.goto(f"{base}/accounts/login/")
        page.fill("[name=login]", username)
        page.fill("[name=password]", PASSWORD)
        with page.expect_navigation():
            page.click("main form button[type=submit] >> nth=0")
    return page


def take(browser: Browser, base: str, language: str) -> None:
    """All pictures in one language."""
    page = signed_in(browser, base, language, "", WIDE)
    page.goto(f"{base}/summary/2013/")
    page.locator("a.jw-fig").first.click()
    page.locator(".jw-drawer .big").wait_for()
    page.wait_for_timeout(500)
    page.screenshot(path=FOLDER / f"summary-{language}.png")
    page = signed_in(browser, base, language, "director", WIDE)
    page.goto(f"{base}/home/")
    page.wait_for_timeout(500)
    page.screenshot(path=FOLDER / f"year-{language}.png")
    page = signed_in(browser, base, language, "officer", WIDE)
    page.goto(f"{base}/desk/projects/")
    page.screenshot(path=FOLDER / f"register-{language}.png")
    page = signed_in(browser, base, language, "officer", PHONE)
    page.goto(f"{base}/desk/projects/")
    page.screenshot(path=FOLDER / f"phone-{language}.png")


def main() -> int:
    """Take every picture; gives 0."""
    base = sys.argv[1].rstrip("/")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        for language in LANGUAGES:
            take(browser, base, language)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
