"""Every page of every role in a real browser: it answers, keeps its policy, fits a telephone, and axe finds nothing.

From the navigation and the home of a role, links are followed two steps, one address a view. A page built of the same
parts as one already drawn (the same elements in the same classes) is asked for, but not drawn again; a page open to
everybody is asked for by one role of each kind.
"""

from collections.abc import Iterator
from html.parser import HTMLParser
from random import Random
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from django.conf import settings
from django.test import Client
from django.urls import Resolver404, resolve

from jingwei.registry.models import Account
from jingwei.registry.terms import ADMINS, DESK, EVERYONE, OUTSIDE, Role
from jingwei.summary import actions
from jingwei.summary.demo import make_texts
from jingwei.ui.shapes import doors
from tests.browser import axe, overflows
from tests.summary.conftest import make_year

pytestmark = [pytest.mark.browser]
CITIZEN = Role.CITIZEN.value
STEPS = 2
KINDS = (frozenset({CITIZEN}), OUTSIDE, DESK, ADMINS)
HOMES = {"ui:home", "portal:home"}
NOT_FOLLOWED = {"account_logout", "set_language"}
# pages that say no: who asks, for what, what is answered
REFUSALS = (
    (CITIZEN, "/no-such-page/", 404),
    ("enterprise", "/desk/projects/", 403),
    ("director", "/desk/summary/create/", 405),
    ("expert", "/projects/999999/", 404),
)


class Parts(HTMLParser):
    """What a page is built of, and where it leads."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.built: set[tuple[str, str]] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element by its class and the states axe may see."""
        given = dict(attrs)
        said = " ".join(
            str(given.get(name) or "") for name in ("class", "role", "type", "aria-current", "aria-sort")
        )
        self.built.add((tag, said))
        if tag == "a" and given.get("href"):
            self.links.append(str(given["href"]))


@pytest.fixture
def house(transactional_db: None) -> None:
    """The demonstration with one issued summary and one in the making, and a text that was proofread."""
    make_year()
    director = Account.objects.get(username="director")
    draft = actions.create_from_template(by=director, pack=settings.PACKS / "keqiao", year=2013)
    actions.correct(by=director, summary=actions.issue(by=director, summary=draft), reason="更正")
    make_texts(Random(2013))


def view_of(path: str) -> str:
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return ""


def is_for_all(view: str) -> bool:
    return view not in HOMES and doors.get(view) is not None and doors[view].roles == EVERYONE


def pages_of(client: Client, language: str, known: set[str]) -> Iterator[tuple[str, int, Parts | None]]:
    """Address, status and parts of each page found, None for what is no page; none of the views `known`."""
    queue = [("/home/", STEPS), ("/", STEPS)]
    seen = set(known)
    while queue:
        path, steps = queue.pop(0)
        view = view_of(path)
        if view in seen | NOT_FOLLOWED:
            continue
        seen.add(view)
        if is_for_all(view):
            known.add(view)
        answer = client.get(path, headers={"accept-language": language}, follow=True)
        is_page = answer.headers["Content-Type"].startswith("text/html")
        parts = Parts(answer.content.decode()) if is_page else None
        yield path, answer.status_code, parts
        if parts and steps:
            links = [urljoin(path, link.split("#")[0]) for link in parts.links]
            queue += [(link, steps - 1) for link in links if link.startswith("/")]


def faults_of(page: Any, url: str, status: int, width: int) -> list[str]:
    """Draw a page, and say what is wrong with it."""
    answer = page.goto(url)
    said = [] if answer.status == status else [f"{url}: {answer.status}, not {status}"]
    if overflows(page) > 0:
        said.append(f"{url}: {overflows(page)} px wider than {width}")
    try:
        axe(page)
    except AssertionError as error:
        said.append(str(error))
    return said


# some hundred pages: on a busy machine longer than any other test may take
@pytest.mark.timeout(900)
@pytest.mark.parametrize(("language", "width"), [("zh-CN", 1440), ("en-GB", 360)])
def test_every_page_of_every_role(
    house: None, visit: Any, live_server: Any, language: str, width: int
) -> None:
    accounts = Account.objects.in_bulk(field_name="username")
    drawn: set[tuple[str, frozenset[tuple[str, str]]]] = set()
    faults: list[str] = []
    count = 0
    known: dict[frozenset[str], set[str]] = {kind: set() for kind in KINDS}
    for kind, role in [(one, role) for one in KINDS for role in sorted(one)]:
        client = Client()
        if role != CITIZEN:
            client.force_login(accounts[role])
        page = visit("/", width=width, language=language, user=accounts.get(role))
        for path, status, parts in pages_of(client, language, known[kind]):
            if status != 200:
                faults.append(f"{path} as {role}: {status}")
            elif parts and (key := (view_of(path), frozenset(parts.built))) not in drawn:
                drawn.add(key)
                count += 1
                faults += [f"as {role}: {one}" for one in faults_of(page, live_server.url + path, 200, width)]
    assert not faults, "\n".join(faults)
    assert count > 60, f"only {count} pages were found"
    assert frozenset().union(*KINDS) == EVERYONE


@pytest.mark.parametrize(("language", "width"), [("zh-CN", 360), ("en-GB", 1440)])
def test_pages_that_say_no(house: None, visit: Any, live_server: Any, language: str, width: int) -> None:
    accounts = Account.objects.in_bulk(field_name="username")
    faults: list[str] = []
    for role, path, status in REFUSALS:
        page = visit("/", width=width, language=language, user=accounts.get(role))
        faults += faults_of(page, live_server.url + path, status, width)
    assert not faults, "\n".join(faults)
