"""The shell: navigation by role, doors, languages, errors, the vendored front end."""

import base64
import hashlib
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.template import Context, Template, TemplateSyntaxError
from django.test import Client, RequestFactory
from django.utils import translation

from jingwei.registry import terms
from jingwei.ui import declared, navigation
from jingwei.ui.middleware import DoorsMiddleware
from jingwei.ui.pages import errors
from jingwei.ui.shapes import SAFE, WRITE, Door, Place, doors

ROOT = Path(__file__).resolve().parents[2]
UI = ROOT / "jingwei" / "ui"


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/search/", "/search/?q=纺织", "/accessibility/", "/kit/"])
def test_pages_of_the_shell_answer_a_citizen_in_both_languages(client: Client, path: str) -> None:
    chinese = client.get(path)
    assert chinese.status_code == 200
    assert '<html lang="zh-Hans"' in chinese.text
    assert "无障碍说明" in chinese.text
    english = client.get(path, headers={"Accept-Language": "en"})
    assert '<html lang="en"' in english.text
    assert "Accessibility" in english.text


@pytest.mark.django_db
def test_the_language_is_switched_by_a_post_that_comes_back(client: Client) -> None:
    response = client.post("/language/", {"language": "en", "next": "/accessibility/"})
    assert response["Location"] == "/accessibility/"
    assert '<html lang="en"' in client.get("/accessibility/").text


def test_the_words_for_roles_are_those_of_the_registry() -> None:
    assert declared.EVERYONE == terms.EVERYONE
    assert declared.DESK == terms.DESK
    assert declared.ADMINS == terms.ADMINS
    assert declared.OUTSIDE == terms.OUTSIDE


class Match:
    def __init__(self, name: str) -> None:
        self.view_name = name


def knock(view: str, roles: set[str], method: str = "GET", *, known: bool = True) -> HttpResponse | None:
    request = getattr(RequestFactory(), method.lower())("/somewhere/?a=1")
    request.resolver_match = Match(view)
    request.roles = frozenset(roles)
    request.user = type("User", (AnonymousUser,), {"is_authenticated": known})()
    return DoorsMiddleware(lambda r: HttpResponse()).process_view(request, lambda r: HttpResponse(), [], {})


@pytest.fixture
def door(monkeypatch: pytest.MonkeyPatch) -> None:
    items = {
        "t:read": Door("t:read", frozenset({"officer"}), SAFE),
        "t:shut": Door("t:shut", frozenset(), SAFE),
    }
    items["t:write"] = Door("t:write", frozenset({"officer"}), WRITE)
    monkeypatch.setattr(doors, "_items", items)


@pytest.mark.django_db
@pytest.mark.usefixtures("door")
class TestDoors:
    def test_a_view_without_a_door_is_closed_to_everyone(self) -> None:
        refused = knock("t:new", {"officer", "director"})
        assert refused is not None
        assert refused.status_code == 403

    def test_role_and_method_must_both_be_listed(self) -> None:
        assert knock("t:read", {"officer"}) is None
        assert knock("t:write", {"officer"}, "POST") is None
        other_role, other_method = knock("t:read", {"expert"}), knock("t:read", {"officer"}, "POST")
        assert other_role is not None
        assert other_role.status_code == 403
        assert other_method is not None
        assert other_method.status_code == 405
        assert "GET" in other_method["Allow"]

    def test_whoever_has_not_signed_in_is_asked_to_and_comes_back(self) -> None:
        asked = knock("t:read", {"citizen"}, known=False)
        assert asked is not None
        assert asked["Location"] == "/accounts/login/?next=/somewhere/%3Fa%3D1"

    def test_a_door_for_nobody_does_not_ask_to_sign_in(self) -> None:
        refused = knock("t:shut", {"citizen"}, known=False)
        assert refused is not None
        assert refused.status_code == 403


def request_with(roles: set[str], path: str = "/") -> HttpRequest:
    request = RequestFactory().get(path)
    request.roles = frozenset(roles)
    return request


def test_navigation_shows_a_role_its_places_grouped_counted_and_where_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    officer = frozenset({"officer"})
    shown = [
        Place("ui:kit", "Kit", "manage", "components", officer),
        Place("ui:search", "Search", "today", "search", officer, order=2, count=lambda request: 1234),
        Place("ui:import-list", "Import", "today", "inbox", officer, order=1),
        Place("ui:home", "Other's", "today", "home", frozenset({"expert"})),
        Place("no:such-view", "Absent", "today", "home", officer),
    ]
    monkeypatch.setattr(navigation, "places", shown)
    groups = navigation.groups_for(request_with({"officer"}, "/search/?q=x"))
    assert [[line.view for line in group.lines] for group in groups] == [
        ["ui:import-list", "ui:search"],
        ["ui:kit"],
    ]
    assert [line.view for group in groups for line in group.lines if line.current] == ["ui:search"]
    assert groups[0].lines[1].count == 1234


def test_a_view_named_for_two_roles_stands_once_under_its_first_heading(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = [
        Place("ui:search", "Our town's", "town", "search", frozenset({"town"})),
        Place("ui:search", "My firm's", "mine", "search", frozenset({"enterprise"})),
    ]
    monkeypatch.setattr(navigation, "places", shown)

    def labels(*roles: str) -> list[object]:
        groups = navigation.groups_for(request_with(set(roles)))
        return [line.label for group in groups for line in group.lines]

    assert labels("town") == ["Our town's"]
    assert labels("enterprise") == ["My firm's"]
    assert labels("town", "enterprise") == ["My firm's"]


@pytest.mark.parametrize("name", ["bad_request", "csrf_failure", "server_error"])
def test_pages_that_must_not_ask_the_database_do_not(name: str) -> None:
    response = getattr(errors, name)(RequestFactory().get("/"))
    assert response.status_code in {400, 403, 500}
    assert "jw-note" in response.content.decode()


@pytest.mark.django_db
def test_a_failing_database_still_gives_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db import DatabaseError

    def broken(*args: Any) -> None:
        raise DatabaseError

    monkeypatch.setattr(
        navigation,
        "places",
        [Place("ui:kit", "Kit", "manage", "components", frozenset({"citizen"}), count=broken)],
    )
    monkeypatch.setattr(errors.log, "exception", lambda *args: None)
    response = errors.not_found(request_with({"citizen"}))
    assert response.status_code == 404
    assert "jw-nav" not in response.content.decode()


@pytest.mark.parametrize("folder", [UI / "static" / "ui" / "vendor", ROOT / "tests" / "vendor"])
def test_what_was_vendored_is_what_was_recorded(folder: Path) -> None:
    recorded = tomllib.loads((folder / "INTEGRITY.toml").read_text(encoding="utf-8"))
    assert set(recorded) == {path.name for path in folder.iterdir()} - {"INTEGRITY.toml"}
    for name, facts in recorded.items():
        content = (folder / name).read_bytes()
        assert facts["sha384"] == "sha384-" + base64.b64encode(hashlib.sha384(content).digest()).decode(), (
            name
        )
        assert b"sourceMappingURL" not in content, name


def test_templates_hold_no_inline_script_and_no_foreign_address() -> None:
    for path in UI.glob("templates/**/*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\son(click|submit|load|change|input|error|focus|key\w+|mouse\w+)=", text), path
        assert not re.search(r"<script(?![^>]*src=)", text), path
        assert "<style" not in text, path
        assert not re.search(r"(src|href)=\"(https?:)?//", text), path


def draw(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


def test_amounts_counts_dates_and_marks_read_as_they_should() -> None:
    with translation.override("zh-hans"):
        assert (
            draw("{{ fen|amount }}", fen=123_456_700)
            == '<span class="jw-n" title="1,234,567.00元">123.46万元</span>'
        )
        assert "1,234.50元" in draw('{{ fen|amount:"元" }}', fen=123_450)
        assert ">12.35<" in draw("{{ fen|amount_bare }}", fen=12_345_600)
        assert draw("{{ n|count }}", n=1234567) == "1,234,567"
        assert draw("{{ n|count }}", n=None) == "—"
        assert draw("{% state 'late' '逾期' %}") == '<span class="jw-state is-late">逾期</span>'
        assert "&lt;b&gt;" in draw("{% figure text '/x/' %}", text="<b>")


def test_an_unknown_icon_is_an_error_and_a_known_one_is_drawn() -> None:
    assert "#search" in draw("{% icon 'search' %}")
    with pytest.raises(TemplateSyntaxError):
        draw("{% icon 'no-such-icon' %}")
