"""Every URL × role × method: what is not listed is closed, what is listed opens for whom it says and no one else."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import pytest
from django.conf import settings
from django.contrib.messages import get_messages
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, path, reverse

from jingwei.registry import demo, packs
from jingwei.registry.models import Account, Employment, Organisation
from jingwei.registry.shapes import demo_years
from jingwei.registry.terms import ACCOUNTS, EVERYONE, WATCHERS, Role
from jingwei.ui.shapes import Door, doors

pytestmark = pytest.mark.django_db
ANONYMOUS = Role.CITIZEN.value
ROLES = sorted(EVERYONE)
METHODS = ("GET", "POST")
# the middleware answers these before any view: two roles are enough to show it
OTHER_METHODS = ("PUT", "DELETE")
TRY_OTHERS = {ANONYMOUS, Role.REGISTRAR.value}
# changes everybody may make: to oneself, or to nothing
HARMLESS_POSTS = {
    "set_language",
    "account_login",
    "account_logout",
    "account_inactive",
    "account_reauthenticate",
}
ANSWERS = {200, 302, 303, 400, 403, 404, 409, 413, 422, 503}


@dataclass(frozen=True)
class Address:
    """One URL of the house: its view's name and the names of what stands in it."""

    view: str
    arguments: tuple[tuple[str, str], ...]
    route: str


def addresses(
    patterns: Any = None, space: str = "", route: str = "", given: tuple[Any, ...] = ()
) -> Iterator[Address]:
    for one in get_resolver().url_patterns if patterns is None else patterns:
        converters = (*given, *((name, type(kind).__name__) for name, kind in one.pattern.converters.items()))
        if isinstance(one, URLResolver):
            inner = f"{space}{one.namespace}:" if one.namespace else space
            yield from addresses(one.url_patterns, inner, route + str(one.pattern), converters)
        elif isinstance(one, URLPattern):
            groups = () if one.pattern.converters else tuple((n, "str") for n in one.pattern.regex.groupindex)
            yield Address(f"{space}{one.name or ''}", converters + groups, route + str(one.pattern))


ALL = list(addresses())
# what stands in addresses: by the view's name and the argument's; else by the argument's name; else by its kind
BY_VIEW: dict[str, Callable[[], dict[str, Any]]] = {
    "registry:organisation": lambda: {"pk": demo.enterprises()[0].pk},
    "registry:employment-end": lambda: {"pk": Employment.objects.order_by("pk").first().pk},
    "registry:account-detail": lambda: {"pk": Account.objects.get(username="officer").pk},
    "registry:town": lambda: {"code": "330603001"},
    "account_reset_password_from_key": lambda: {"uidb36": "1", "key": "a-b"},
}
BY_NAME: dict[str, Any] = {"year": 2013, "period": "2013", "index": 0, "code": "330603001"}
BY_KIND: dict[str, Any] = {
    "IntConverter": 1,
    "SlugConverter": "x",
    "StringConverter": "x",
    "UUIDConverter": "6a2f41a3-c54c-4fce-b5d4-1f0d4b1f3c5e",
    "PathConverter": "x",
    "DayConverter": "2013-01-04",
}


def url_of(address: Address) -> str:
    if address.view in BY_VIEW:
        return reverse(address.view, kwargs=BY_VIEW[address.view]())
    values = {name: BY_NAME.get(name, BY_KIND.get(kind, "2013")) for name, kind in address.arguments}
    return reverse(address.view, kwargs=values)


@pytest.fixture(scope="module")
def house(django_db_setup, django_db_blocker) -> Iterator[dict[str, str]]:
    """The whole demonstration, made once and rolled back at the end; gives the URL of every view."""
    with django_db_blocker.unblock():
        block = transaction.atomic()
        block.__enter__()
        try:
            packs.load(packs.read_pack(settings.PACKS / settings.PACK))
            for year in sorted(demo_years, key=lambda one: one.order):
                year.make(random.Random(f"2013:{year.name}"))
            yield {address.view: url_of(address) for address in ALL}
        finally:
            transaction.set_rollback(True)
            block.__exit__(None, None, None)


def ask(client: Client, method: str, url: str) -> HttpResponse:
    """Ask, and undo whatever the answer changed."""
    with transaction.atomic():
        answer = client.generic(method, url, headers={"accept-language": "en"})
        transaction.set_rollback(True)
    return answer


def client_of(role: str) -> Client:
    client = Client(raise_request_exception=True)
    if role != ANONYMOUS:
        client.force_login(Account.objects.get(username=role))
    return client


def verdict(door: Door, role: str, method: str, answer: Any) -> str:
    """What is wrong with an answer, or nothing."""
    status = answer.status_code
    if role not in door.roles:
        if role == ANONYMOUS and door.roles:
            is_asked = status == 302 and answer.url.startswith(reverse("account_login"))
            return "" if is_asked or status == 403 else f"{status}, not the way to the login page"
        return "" if status == 403 else f"{status}, not 403"
    if method not in door.methods:
        return "" if status == 405 else f"{status}, not 405"
    return "" if status in ANSWERS | {405} else f"{status}"


def test_every_url_is_listed_and_every_door_leads_somewhere() -> None:
    names = {address.view for address in ALL}
    assert not [address.route for address in ALL if address.view not in doors], (
        "URLs without a door: closed to all"
    )
    assert not [door.view for door in doors if door.view not in names], "doors without a URL"


def test_doors_name_known_roles() -> None:
    assert not [door.view for door in doors if door.roles - EVERYONE]


def test_watchers_change_nothing() -> None:
    """Supervisors and auditors pass no door with POST but those to their own account."""
    wrong = {
        door.view
        for door in doors
        if "POST" in door.methods and door.roles & WATCHERS and not door.view.startswith("mfa_")
    }
    assert wrong - HARMLESS_POSTS - {"account_change_password"} == set()


def test_the_public_never_passes_to_the_desk() -> None:
    inside = {address.view for address in ALL if address.route.startswith(("desk/", "admin/", "mine/"))}
    assert inside
    assert not [door.view for door in doors if ANONYMOUS in door.roles and door.view in inside]


def test_administrators_see_no_business() -> None:
    """The three administrators pass no door to the desk."""
    from jingwei.registry.terms import ADMINS

    inside = {address.view for address in ALL if address.route.startswith("desk/")}
    assert not [door.view for door in doors if door.roles & ADMINS and door.view in inside]


@pytest.mark.parametrize("role", ROLES)
def test_each_role_meets_each_url_as_its_door_says(house: dict[str, str], role: str) -> None:
    client = client_of(role)
    wrong = []
    for view, url in house.items():
        door = doors.get(view)
        if door is None:
            continue
        for method in (*METHODS, *(OTHER_METHODS if role in TRY_OTHERS else ())):
            answer = ask(client, method, url)
            fault = verdict(door, role, method, answer)
            if fault:
                wrong.append(f"{method} {url} ({view}) as {role}: {fault}")
    assert not wrong, "\n".join(wrong)


def test_what_is_new_is_closed_until_it_is_listed(house: dict[str, str], settings: Any) -> None:
    new = ModuleType("urls_with_a_new_one")
    listed = list(get_resolver().url_patterns)
    new.urlpatterns = [path("brand-new/", lambda request: HttpResponse("seen"), name="brand-new"), *listed]
    settings.ROOT_URLCONF = new
    for role in ROLES:
        assert ask(client_of(role), "GET", "/brand-new/").status_code == 403, role


def test_the_words_of_the_kit_are_the_registrys() -> None:
    from jingwei.ui import declared

    assert declared.EVERYONE == EVERYONE
    assert declared.ACCOUNTS == ACCOUNTS


def test_rows_of_others_stay_hidden_behind_an_open_door(house: dict[str, str]) -> None:
    client = client_of(Role.ENTERPRISE.value)
    own = Account.objects.get(username=Role.ENTERPRISE.value).assignments.get().organisation_id
    other = Organisation.objects.exclude(pk=own).first()
    assert other is not None
    assert client.get(reverse("registry:organisation", args=[own])).status_code == 200
    assert client.get(reverse("registry:organisation", args=[other.pk])).status_code == 404


def test_nothing_is_said_that_was_not_done(house: dict[str, str]) -> None:
    answer = ask(client_of(Role.SUPERVISOR.value), "POST", house["registry:organisation-edit"])
    assert answer.status_code == 403
    assert not list(get_messages(answer.wsgi_request))
