"""The log only grows: neither the ORM nor plain SQL changes it."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from jingwei.ledger import guards
from jingwei.ledger.actions import sign_checkpoint
from jingwei.ledger.models import AppendOnlyError, Checkpoint, Entry, Head, Node, Opening

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def a_log(fill):
    fill(4)
    sign_checkpoint()


@pytest.mark.parametrize("model", [Entry, Node, Checkpoint])
def test_the_orm_refuses(model):
    row = model.objects.first()
    with pytest.raises(AppendOnlyError):
        row.save()
    with pytest.raises(AppendOnlyError):
        row.delete()
    with pytest.raises(AppendOnlyError):
        model.objects.update(pk=99)
    with pytest.raises(AppendOnlyError):
        model.objects.all().delete()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger_entry SET kind = 'other' WHERE \"index\" = 0",
        'DELETE FROM ledger_entry WHERE "index" = 3',
        "UPDATE ledger_node SET position = 5 WHERE position = 1",
        "DELETE FROM ledger_node",
        "UPDATE ledger_checkpoint SET note = ''",
        "DELETE FROM ledger_checkpoint",
        "DELETE FROM ledger_opening",
        "UPDATE ledger_opening SET value = '1' WHERE name = 'actor'",
        "UPDATE ledger_opening SET name = 'other', salt = NULL, value = NULL, erased_at = '2013-01-01 00:00:00'",
        "UPDATE ledger_head SET id = 2",
        "INSERT INTO ledger_head (id, size, frontier) VALUES (2, 0, '')",
    ],
)
def test_the_database_refuses(statement):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="only PostgreSQL has TRUNCATE")
def test_the_database_refuses_to_be_emptied():
    with (
        pytest.raises(DatabaseError, match="only grows"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("TRUNCATE ledger_checkpoint")


def test_an_opening_is_erased_once_and_whole():
    rows = Opening.objects.filter(entry_id=0, name="actor")
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(salt=None, erased_at=timezone.now())
    rows.update(salt=None, value=None, erased_at=timezone.now())
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(erased_at=timezone.now())


@pytest.mark.parametrize(
    "row",
    [
        lambda: Entry(**values(leaf_hash=b"short")),
        lambda: Entry(**values(leaf=b"x" * 65_536)),
        lambda: Entry(**values(index=-1)),
        lambda: Entry(**values(index=3)),
        lambda: Node(position=99, hash=b"short"),
        lambda: Checkpoint(size=0, root=bytes(32), note="", signed_at=timezone.now()),
        lambda: Checkpoint(size=9, root=bytes(31), note="", signed_at=timezone.now()),
        lambda: Opening(entry_id=0, name="actor", salt=bytes(32), value="1"),
        lambda: Opening(entry_id=0, name="new", salt=bytes(31), value="1"),
        lambda: Opening(entry_id=0, name="new", salt=bytes(32), value=None),
    ],
)
def test_the_database_takes_only_whole_rows(row):
    with pytest.raises(DatabaseError), transaction.atomic():
        row().save(force_insert=True)


def values(**changed):
    now = timezone.now()
    given = {"index": 99, "kind": "k", "subject": "a.b:1", "leaf": b"x", "leaf_hash": bytes(32)}
    return given | {"acted_at": now, "appended_at": now} | changed


def test_lifted_guards_come_back():
    with guards.lifted(connection):
        Opening.objects.filter(name="actor").delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        Opening.objects.all().delete()


def test_rows_say_what_they_are():
    assert str(Entry.objects.first()) == "0 project.changed projects.project:0"
    assert str(Opening.objects.first()).startswith("0 ")
    assert [str(Node.objects.first()), str(Head.objects.first()), str(Checkpoint.objects.first())] == [
        "1",
        "5",
        "5",
    ]
