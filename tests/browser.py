"""Driving a real browser: Debian's chromium through playwright, and axe-core for accessibility.

A test takes the fixture `visit` (and `live_server`) and is marked `browser`::

    @pytest.mark.browser
    def test_home(visit, live_server):
        page = visit("/", width=360)      # fails on console errors and on requests to other hosts, when the test ends
        axe(page)                         # fails on any violation of WCAG 2.2 A and AA and of best practice
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
CHROMIUM = Path("/usr/bin/chromium")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# what a browser says by itself when a page answers 4xx on purpose
OWN_WORDS = ("Failed to load resource: the server responded with a status of 4",)


@dataclass
class Watch:
    """What a page must not do: speak on the console as an error, ask another host, break the policy."""

    host: str
    faults: list[str] = field(default_factory=list)

    def on(self, page: Page) -> Page:
        """Watch `page`."""
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        page.on("request", self._asked)
        return page

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not message.text.startswith(OWN_WORDS):
            self.faults.append(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != self.host:
            self.faults.append(f"request to another host: {request.url}")


def axe(page: Page, within: str = "") -> None:
    """Fail on any violation axe-core finds on `page` (or `within` a selector)."""
    page.evaluate("() => window.scrollTo(0, 0)")  # what the sticky head covers half is no target of that size
    # an isolated world is beyond the page's own content security policy
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate(
        "([root, tags]) => axe.run(root || document, {runOnly: {type: 'tag', values: tags}})", [within, TAGS]
    )
    said = [
        f"{one['id']}: {one['help']}\n"
        + "\n".join(f"    {node['html'][:200]}\n      {node['failureSummary']}" for node in one["nodes"][:5])
        for one in found["violations"]
    ]
    assert not said, f"{page.url}\n" + "\n".join(said)


def overflows(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return int(
        page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )


def sign_in(page: Page, base: str, name: str, password: str) -> None:
    """Sign in by the page, as people do."""
    page.goto(f"{base}/accounts/login/")
    page.fill("input[name=login]", name)
    page.fill("input[name=password]", password)
    page.click("main form.jw-form button[type=submit]")
    page.wait_for_load_state("networkidle")
