"""Whatever is changed behind the log's back is found, and an honest log is never accused."""

import json
from contextlib import contextmanager

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jingwei.ledger import cli, guards
from jingwei.ledger.actions import append, erase, sign_checkpoint
from jingwei.ledger.models import Entry
from jingwei.ledger.queries import audit, head, verify_everything
from jingwei.ledger.terms import LedgerKind
from jingwei.ledger.tree import Frontier
from tests.ledger.conftest import WHEN

pytestmark = pytest.mark.django_db


@contextmanager
def owner_of_the_database():
    """Someone who took the triggers away."""
    with guards.lifted(connection), connection.cursor() as cursor:
        yield cursor


@pytest.fixture
def log(fill):
    fill(11)
    sign_checkpoint()
    fill(6)
    erase(entry=Entry.objects.get(index=2), name="actor")
    sign_checkpoint()
    fill(2)


def codes() -> set[str]:
    return {finding.code for finding in verify_everything()}


def test_an_honest_log_is_not_accused(log):
    assert codes() == set()


def test_an_empty_log_is_not_accused():
    assert codes() == set()


@pytest.mark.parametrize("batch", [1, 3, 4, 64])
def test_batches_are_put_together_rightly(log, monkeypatch, batch):
    monkeypatch.setattr(audit, "BATCH", batch)
    seen = []
    assert list(verify_everything(lambda done, size: seen.append((done, size)))) == []
    assert seen[-1] == (head().size, head().size)
    assert seen == sorted(seen)


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE ledger_entry SET kind = 'project.other' WHERE \"index\" = 3", {"entry"}),
        ("UPDATE ledger_entry SET subject = 'projects.project:9' WHERE \"index\" = 3", {"entry"}),
        ("UPDATE ledger_entry SET acted_at = '2012-01-01 00:00:00+00:00' WHERE \"index\" = 3", {"entry"}),
        ("UPDATE ledger_entry SET appended_at = '2012-01-01 00:00:00+00:00' WHERE \"index\" = 3", {"entry"}),
        (
            'UPDATE ledger_entry SET leaf_hash = (SELECT hash FROM ledger_node WHERE position = 1) WHERE "index" = 3',
            {"leaf"},
        ),
        ("DELETE FROM ledger_opening WHERE entry_id = 3 AND name = 'actor'", {"opening"}),
        ("UPDATE ledger_opening SET value = '\"王某\"' WHERE entry_id = 3 AND name = 'actor'", {"opening"}),
        ("UPDATE ledger_opening SET name = 'other' WHERE entry_id = 3 AND name = 'actor'", {"opening"}),
        (
            "UPDATE ledger_node SET hash = (SELECT root FROM ledger_checkpoint WHERE size = 12) WHERE position = 3",
            {"node"},
        ),
        ("DELETE FROM ledger_node WHERE position = 3", {"count", "node"}),
        ("UPDATE ledger_node SET position = 1001 WHERE position = 3", {"node"}),
        (
            "UPDATE ledger_checkpoint SET root = (SELECT hash FROM ledger_node WHERE position = 1)",
            {"checkpoint"},
        ),
        ("UPDATE ledger_checkpoint SET size = 3 WHERE size = 12", {"checkpoint"}),
        ("UPDATE ledger_checkpoint SET size = 300 WHERE size = 12", {"checkpoint"}),
        ("UPDATE ledger_checkpoint SET note = 'no note'", {"checkpoint"}),
        ("UPDATE ledger_head SET size = 0", {"count", "checkpoint", "head"}),
        ("DELETE FROM ledger_head", {"count", "checkpoint"}),
    ],
)
def test_a_change_behind_the_back_is_found(log, statement, expected):
    with owner_of_the_database() as cursor:
        cursor.execute(statement)
    assert codes() == expected


def test_another_frontier_is_found(log):
    with owner_of_the_database() as cursor:
        cursor.execute("UPDATE ledger_head SET frontier = %s", [bytes(32 * head().size.bit_count())])
    assert codes() == {"head"}


def test_a_missing_entry_is_named(log):
    with owner_of_the_database() as cursor:
        cursor.execute("DELETE FROM ledger_opening WHERE entry_id = 3")
        cursor.execute('DELETE FROM ledger_entry WHERE "index" = 3')
    findings = list(verify_everything())
    assert "entry:3" in {finding.place for finding in findings}
    assert {"count", "entry", "node", "checkpoint", "head"} == {finding.code for finding in findings}


def test_an_entry_too_many_is_found(log):
    with owner_of_the_database() as cursor:
        cursor.execute(
            "INSERT INTO ledger_entry SELECT 500, kind, subject, leaf, leaf_hash, acted_at, appended_at"
            ' FROM ledger_entry WHERE "index" = 3'
        )
    assert codes() == {"count"}


def test_a_log_rewritten_whole_is_found_by_its_checkpoints(log):
    """The owner makes everything fit again, all but what was signed."""
    leaf = Entry.objects.get(index=3).leaf.replace(b'"number":3', b'"number":4')
    with owner_of_the_database() as cursor:
        cursor.execute('UPDATE ledger_entry SET leaf = %s WHERE "index" = 3', [leaf])
        rewrite(cursor)
    findings = list(verify_everything())
    assert {finding.code for finding in findings} == {"checkpoint"}
    assert [finding.place for finding in findings] == ["checkpoint:12", "checkpoint:19"]


def rewrite(cursor) -> None:
    frontier = Frontier()
    cursor.execute("DELETE FROM ledger_node")
    for row in Entry.objects.order_by("index"):
        value = audit.hash_leaf(row.leaf)
        cursor.execute('UPDATE ledger_entry SET leaf_hash = %s WHERE "index" = %s', [value, row.index])
        for subtree, made in frontier.append(value):
            cursor.execute(
                "INSERT INTO ledger_node (position, hash) VALUES (%s, %s)", [subtree.position, made]
            )
    cursor.execute("UPDATE ledger_head SET frontier = %s", [frontier.to_bytes()])


def test_a_leaf_that_is_no_leaf_is_found(log):
    with owner_of_the_database() as cursor:
        cursor.execute('UPDATE ledger_entry SET leaf = %s WHERE "index" = 18', [b"{}"])
        rewrite(cursor)
    assert codes() == {"leaf", "checkpoint"}


def test_a_checkpoint_by_a_key_nobody_announced_is_found(log):
    """Another key signs the right root of the right size."""
    key = Entry.objects.get(kind=LedgerKind.KEY)
    with owner_of_the_database() as cursor:
        cursor.execute('UPDATE ledger_entry SET kind = %s WHERE "index" = %s', ["other.key", key.index])
    assert codes() == {"entry", "checkpoint"}


def test_an_announcement_that_is_no_key_is_found():
    append(kind=LedgerKind.KEY, subject="ledger.key:1", body={"key": "nonsense"}, acted_at=WHEN)
    append(kind=LedgerKind.KEY, subject="ledger.key:2", body={}, acted_at=WHEN)
    assert codes() == {"key"}


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="only SQLite takes text for bytes")
@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE ledger_entry SET leaf = 'text' WHERE \"index\" = 18", "leaf"),
        ("UPDATE ledger_opening SET salt = '12345678901234567890123456789012' WHERE entry_id = 3", "opening"),
        ("UPDATE ledger_head SET frontier = 'text'", "head"),
    ],
)
def test_text_where_bytes_belong_is_found_not_stumbled_over(log, statement, expected):
    with owner_of_the_database() as cursor:
        cursor.execute(statement)
    assert expected in codes()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.data())
def test_any_changed_bit_of_a_leaf_is_found(log, data):
    row = Entry.objects.get(index=data.draw(st.integers(0, head().size - 1)))
    place, bit = data.draw(st.integers(0, len(row.leaf) - 1)), data.draw(st.integers(0, 7))
    changed = bytearray(row.leaf)
    changed[place] ^= 1 << bit
    with owner_of_the_database() as cursor:
        cursor.execute('UPDATE ledger_entry SET leaf = %s WHERE "index" = %s', [bytes(changed), row.index])
        assert "leaf" in codes()
        cursor.execute('UPDATE ledger_entry SET leaf = %s WHERE "index" = %s', [row.leaf, row.index])
    assert codes() == set()


def test_the_command_tells_and_counts(log, capsys):
    assert cli.verify(json=False) == 0
    assert cli.verify(json=True) == 0
    said = json.loads(capsys.readouterr().out.partition("\n{")[2].join(["{", ""]))
    assert (said["entries"], said["findings"]) == (head().size, [])
    with owner_of_the_database() as cursor:
        cursor.execute("DELETE FROM ledger_node WHERE position = 3")
    assert cli.verify(json=False) == 1
    assert "node:3: " in capsys.readouterr().out
    assert cli.verify(json=True) == 1
    assert {one["place"] for one in json.loads(capsys.readouterr().out)["findings"]} == {"node", "node:3"}


def test_the_command_gives_proofs_and_checkpoints(log, capsys):
    assert cli.checkpoint(json=False) == 0
    note = capsys.readouterr().out
    assert cli.checkpoint(json=True) == 0
    assert json.loads(capsys.readouterr().out)["note"] == note
    assert cli.proof(index=3, size=None, json=False) == 0
    assert capsys.readouterr().out.endswith(note)
    assert cli.proof(index=3, size=4, json=False) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["index"], said["size"], len(said["hashes"])) == (3, 4, 2)
