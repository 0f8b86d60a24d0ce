"""Fixtures of the whole house."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations

from jingwei.ledger import guards
from tests.browser import CHROMIUM, Watch

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared test data beside the working copy; without it the test is skipped, and says so."""
    folder = Path(os.environ.get("JINGWEI_SHARED") or ROOT.parent / "shared")
    if not folder.is_dir():
        pytest.skip(
            f"NO SHARED TEST DATA: {folder} is absent; "
            "set JINGWEI_SHARED to the folder that holds data/ and domain/"
        )
    return folder


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database-only",
        action="store_true",
        help="only the tests that touch the database: what another database could change",
    )


ELSEWHERE = {"test_processes", "test_command_line"}  # start programs of their own, which open the database


def _touches_the_database(item: pytest.Item) -> bool:
    if item.path.stem in ELSEWHERE:
        return True
    wanted = set(getattr(item, "fixturenames", ()))
    marked = any(item.get_closest_marker(name) for name in ("django_db", "postgresql"))
    return marked or bool(wanted & {"db", "transactional_db", "live_server"})


OTHERS = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Threads that served requests under ASGI leave their connections; PostgreSQL drops no database in use."""
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(OTHERS)


@pytest.fixture(scope="session", autouse=True)
def _flushing_lifts_the_guards() -> Iterator[None]:
    """Between two tests Django empties all tables, and the triggers of the log step aside for it."""
    flush = BaseDatabaseOperations.execute_sql_flush

    def flush_unguarded(self: BaseDatabaseOperations, sql_list: list[str]) -> None:
        with guards.lifted(self.connection):
            flush(self, sql_list)

    patch = pytest.MonkeyPatch()
    patch.setattr(BaseDatabaseOperations, "execute_sql_flush", flush_unguarded)
    yield
    patch.undo()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests in a browser come last: playwright keeps an event loop running in this thread until the end."""
    if config.getoption("--database-only"):
        config.hook.pytest_deselected(items=[one for one in items if not _touches_the_database(one)])
        items[:] = [one for one in items if _touches_the_database(one)]
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One browser for all tests; without Debian's chromium they are skipped, and say so."""
    if not CHROMIUM.exists():
        pytest.skip(
            f"NO BROWSER: {CHROMIUM} is absent; Debian and Ubuntu: apt install chromium fonts-noto-cjk"
        )
    from playwright.sync_api import sync_playwright

    patch = pytest.MonkeyPatch()
    # playwright's loop runs in this thread, and Django would take every query of a test for one inside it
    patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()
    patch.undo()


class Visit(Protocol):
    """Opens a page of the live server: `visit("/home/", width=360, language="en", user=account)`."""

    def __call__(
        self, path: str, *, width: int = 1440, language: str = "zh-CN", user: Any = None, script: bool = True
    ) -> Any: ...


@pytest.fixture
def visit(transactional_db: None, live_server: Any, chromium: Any, client: Any) -> Iterator[Visit]:
    """Opens pages; the test fails when one spoke an error on its console, broke the policy or asked another host."""
    watch = Watch(urlsplit(live_server.url).netloc)
    contexts = []

    def opened(
        path: str, *, width: int = 1440, language: str = "zh-CN", user: Any = None, script: bool = True
    ) -> Any:
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, locale=language, java_script_enabled=script
        )
        contexts.append(context)
        if user is not None:
            client.force_login(user)
            cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
            context.add_cookies(
                [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}]
            )
        page = watch.on(context.new_page())
        page.goto(live_server.url + path)
        page.wait_for_load_state("networkidle")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not watch.faults, "\n".join(watch.faults)
