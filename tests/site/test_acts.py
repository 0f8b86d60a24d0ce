"""Every kind of act has words in both languages, and its record a name where the reader may see it."""

import ast
import random
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.test import RequestFactory
from django.utils import translation

from jingwei.ledger.models import Entry
from jingwei.projects.models import Project
from jingwei.registry import packs
from jingwei.registry.actions.importing import RegisterRows
from jingwei.registry.models import Account
from jingwei.registry.shapes import demo_years
from jingwei.ui.acts import kind_in_words, subjects_of
from jingwei.ui.shapes import act_labels, recorded
from tests.site.catalogues import APPS, ROOT


@pytest.fixture(scope="module")
def _demonstration(django_db_setup, django_db_blocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        packs.load(packs.read_pack(settings.PACKS / settings.PACK))
        for year in sorted(demo_years, key=lambda one: one.order):
            year.make(random.Random(f"2013:{year.name}"))
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demonstration(_demonstration: None, db: None) -> None:
    """The place with its demonstration year, made once."""


def kinds_in(source: str) -> Iterator[str]:
    """The kinds a module writes: literals given as `kind=`, f-strings with what they end in as ``*``."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.keyword) or node.arg != "kind":
            continue
        for part in ast.walk(node.value):
            if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value.count("."):
                yield part.value


def test_every_kind_in_the_actions_has_words() -> None:
    rooms = [ROOT / "jingwei" / app for app in APPS]
    files = [path for room in rooms for path in (*room.glob("actions.py"), *room.glob("actions/**/*.py"))]
    kinds = {kind for path in files for kind in kinds_in(path.read_text(encoding="utf-8"))}
    assert len(kinds) > 20
    starts = {kind for kind in kinds if kind.endswith(".")}  # the literal part of an f-string
    assert {kind for kind in kinds - starts if kind not in act_labels} == set()
    assert {start for start in starts if not any(one.kind.startswith(start) for one in act_labels)} == set()


def test_what_an_import_writes_has_words() -> None:
    models = [rows.model._meta.label_lower for rows in RegisterRows.__subclasses__()]
    assert len(models) > 2
    kinds = {f"{model}.{verb}" for model in models for verb in ("imported", "changed")}
    assert {kind for kind in kinds if kind not in act_labels} == set()


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_words_are_in_the_readers_language(language: str) -> None:
    with translation.override(language):
        words = [kind_in_words(one.kind) for one in act_labels]
    is_chinese = [any("\u4e00" <= letter <= "\u9fff" for letter in word) for word in words]
    assert all(is_chinese) if language == "zh-hans" else not any(is_chinese)


def test_what_is_recorded_is_a_model_and_every_kind_has_one() -> None:
    models = {one.model for one in recorded}
    assert [model for model in models if apps.get_model(model)._meta.label_lower != model] == []
    assert kind_in_words("nobody.said.so") == "nobody.said.so"


@pytest.mark.django_db
def test_every_act_of_the_demonstration_has_words_and_a_subject(demonstration: None) -> None:
    kinds = set(Entry.objects.values_list("kind", flat=True))
    assert len(kinds) > 10
    assert {kind for kind in kinds if kind not in act_labels} == set()
    request = RequestFactory().get("/")
    request.user = Account.objects.get(username="officer")
    one_of_each = [Entry.objects.filter(kind=kind).order_by("index")[0] for kind in kinds]
    found = subjects_of(request, [one.subject for one in one_of_each])
    unknown = {one.kind for one in one_of_each if not found[one.subject].name}
    # accounts and roles are the administrators' own
    assert {
        kind for kind in unknown if not kind.startswith(("registry.account.", "registry.assignment."))
    } == set()


@pytest.mark.django_db
def test_a_record_is_named_only_to_whom_may_see_it(demonstration: None) -> None:
    request = RequestFactory().get("/")
    request.user = Account.objects.get(username="officer")
    account = f"registry.account:{request.user.pk + 1}"
    project = Project.objects.order_by("pk")[0]
    told = subjects_of(request, [f"projects.project:{project.pk}", account, "ledger.key:00ff"])
    assert told[f"projects.project:{project.pk}"].name == str(project)
    assert told[f"projects.project:{project.pk}"].url
    assert (told[account].name, told[account].url) == ("", "")
    assert told["ledger.key:00ff"].key == "00ff"
    day = "registry.calendarday:2013-10-01"
    assert subjects_of(request, [day, "registry.calendarday:x"])[day].url == "/calendar/2013/"
    request.user = AnonymousUser()
    assert subjects_of(request, [account])[account].name == ""
