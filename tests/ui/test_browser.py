"""The pages of the shell in a real browser, wide and narrow, in both languages."""

from typing import Any

import pytest

from tests.browser import axe, overflows

pytestmark = pytest.mark.browser

PAGES = ["/home/", "/search/?q=纺织", "/accessibility/", "/kit/", "/accounts/login/", "/no-such-page/"]


@pytest.mark.parametrize("width", [1440, 1024, 360])
@pytest.mark.parametrize("path", PAGES)
def test_pages_of_the_shell_are_accessible_at_every_width(visit: Any, path: str, width: int) -> None:
    page = visit(path, width=width)
    axe(page)
    assert overflows(page) == 0
