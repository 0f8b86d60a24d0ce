"""The history of a record as people read it."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation

from jingwei.ledger import queries
from jingwei.ledger.actions import append, erase
from jingwei.registry.models import Account, Organisation, Region
from jingwei.ui.history import history_of, subject_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def organisation() -> Any:
    Region.objects.create(pk=71, code="330603001", name="柯桥街道", level="town")
    made = Organisation.objects.create(name="新厂", kind="enterprise")
    with transaction.atomic():
        _append("registry.organisation.added", made, {"name": [None, "旧厂"]}, 1)
        _append(
            "registry.organisation.edited",
            made,
            {"name": ["旧厂", "新厂"], "kind": ["other", "enterprise"], "town": [None, 71]},
            2,
        )
    return made


def _append(kind: str, record: Any, changes: Any, day: int) -> None:
    append(
        kind=kind,
        subject=subject_of(record),
        body={"roles": ["registrar"], "sections": [], "facts": {}},
        secrets={"actor": {"account": 1, "name": "陆登记"}, "changes": changes},
        acted_at=datetime(2013, 5, day, 1, 0, tzinfo=UTC),
    )


def test_rows_say_who_when_and_which_field_from_what_to_what(organisation: Any) -> None:
    with translation.override("en"):
        rows = history_of(organisation)
    assert [row.what for row in rows] == ["Changed", "Added"]
    assert {row.who for row in rows} == {"陆登记"}
    changes = {change.label: (change.old, change.new) for change in rows[0].changes}
    assert changes["name"] == ("旧厂", "新厂")
    assert changes["kind of organisation"] == ("Other organisation", "Enterprise")
    assert changes["town or street"] == ("", "柯桥街道")
    assert rows[0].index > rows[1].index


def test_a_moment_is_read_in_the_bureaus_time_as_everywhere_else() -> None:
    account = Account.objects.create(username="lu", display_name="陆登记")
    with transaction.atomic():
        _append("registry.account.created", account, {"date_joined": [None, "2013-05-05T16:30:00+00:00"]}, 5)
    [change] = history_of(account)[0].changes
    assert change.new == "2013-05-06 00:30"


def test_names_and_hidden_fields_are_kept_from_those_who_may_not_see_them(organisation: Any) -> None:
    row = history_of(organisation, names_shown=False, hidden=["name"])[0]
    assert row.who == ""
    assert "新厂" not in {change.new for change in row.changes}


def test_what_was_erased_is_said_to_be(organisation: Any) -> None:
    changed = queries.history(subject_of(organisation))[0]
    with transaction.atomic():
        erase(entry=changed, name="actor")
        erase(entry=changed, name="changes")
    with translation.override("zh-hans"):
        row = next(row for row in history_of(organisation) if row.index == changed.index)
        text = render_to_string("ui/parts/history.html", {"history": [row]})
    assert row.changes[0].erased
    assert "姓名已删除" in text
    assert "陆登记" not in text


def test_the_page_of_an_empty_history_says_so() -> None:
    with translation.override("en"):
        assert "Nothing has happened yet" in render_to_string("ui/parts/history.html", {"history": []})
