import json
from datetime import UTC, datetime

import pytest
from django.db import transaction
from django.utils import timezone

from jingwei.kernel.canonical import canonical
from jingwei.kernel.errors import InputError
from jingwei.ledger import leaves
from jingwei.ledger.actions import OutsideTransactionError, append, append_many
from jingwei.ledger.models import Entry, Head, Node, Opening
from jingwei.ledger.queries import Opened, entry, head, history
from jingwei.ledger.tree import EMPTY_ROOT
from tests.ledger import reference
from tests.ledger.conftest import WHEN

ACT = {"kind": "project.listed", "subject": "projects.project:7", "body": {}, "acted_at": WHEN}


@pytest.mark.django_db
def test_an_act_is_found_in_the_history_of_its_subject():
    append(**ACT | {"body": {"programme": "火炬"}})
    append(**ACT | {"kind": "project.changed", "secrets": {"actor": "周某", "budget_fen": [1, None]}})
    append(**ACT | {"subject": "projects.project:77"})
    newest, oldest = history("projects.project:7")
    assert (oldest.index, newest.index) == (0, 1)
    assert oldest.body == {"programme": "火炬"}
    assert oldest.acted_at == WHEN < oldest.appended_at
    assert newest.openings == {"actor": Opened("周某"), "budget_fen": Opened([1, None])}
    assert newest.opened("actor") == "周某"
    assert newest.opened("nobody") is None
    assert entry(1) == newest


@pytest.mark.django_db
def test_a_leaf_says_everything_but_the_secrets():
    before = timezone.now()
    row = append(**ACT | {"body": {"b": 1, "a": "甲"}, "secrets": {"actor": "周某"}})
    leaf = bytes(Entry.objects.get().leaf)
    said = json.loads(leaf)
    assert leaf == canonical(said)
    assert said["algorithm"] == "jingwei-leaf-1/sha-256"
    assert (said["kind"], said["subject"]) == ("project.listed", "projects.project:7")
    assert said["body"] == {"a": "甲", "b": 1}
    assert said["acted_at"] == "2013-05-06T07:08:09.000000Z"
    assert before <= datetime.fromisoformat(said["appended_at"]) == row.appended_at <= timezone.now()
    assert "周".encode() not in leaf
    opening = Opening.objects.get()
    assert len(opening.salt) == 32
    assert leaves.opens(said["commitments"]["actor"], bytes(opening.salt), '"周某"'.encode())
    assert not leaves.opens(said["commitments"]["actor"], bytes(opening.salt), '"王某"'.encode())


def test_equal_secrets_are_committed_to_differently():
    act = leaves.Act(secrets={"a": "x", "b": "x"}, **ACT)
    first, second = (json.loads(leaves.write(act, WHEN).data)["commitments"] for _ in range(2))
    assert len({*first.values(), *second.values()}) == 4


@pytest.mark.django_db
@pytest.mark.parametrize("sizes", [(1, 1, 1), (7,), (3, 0, 5, 8), (64, 1)])
def test_batches_of_any_size_make_one_log(fill, sizes):
    for size in sizes:
        fill(size)
    rows = list(Entry.objects.all())
    assert [row.index for row in rows] == list(range(sum(sizes)))
    assert head().size == sum(sizes)
    assert head().root == reference.root([row.leaf for row in rows])
    assert Node.objects.count() == sum(sizes) - sum(sizes).bit_count()


@pytest.mark.django_db
def test_the_empty_log_has_the_root_of_nothing():
    assert (head().size, head().root) == (0, EMPTY_ROOT)
    assert append_many([]) == []
    assert not Head.objects.exists()
    assert history("projects.project:7") == []


@pytest.mark.django_db
def test_what_comes_back_is_what_is_stored(fill):
    for row in fill(3):
        stored = Entry.objects.get(pk=row.pk)
        assert {
            name: getattr(stored, name) for name in ("leaf", "leaf_hash", "acted_at", "appended_at", "kind")
        } == {name: getattr(row, name) for name in ("leaf", "leaf_hash", "acted_at", "appended_at", "kind")}


@pytest.mark.django_db(transaction=True)
def test_an_entry_needs_the_transaction_of_its_act():
    with pytest.raises(OutsideTransactionError):
        append(**ACT)
    with transaction.atomic():
        append(**ACT)
    assert Entry.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("is_nested", [True, False])
def test_an_act_that_fails_leaves_no_entry(fill, is_nested):
    with transaction.atomic():
        fill(5)
    before = head()
    try:
        with transaction.atomic():
            if is_nested:
                fill(1)
            with transaction.atomic():
                fill(3)
                raise ZeroDivisionError
    except ZeroDivisionError:
        pass
    assert head() == before
    assert Entry.objects.count() == 5
    assert Node.objects.count() == 3
    with transaction.atomic():
        assert fill(1)[0].index == 5


@pytest.mark.django_db(transaction=True)
def test_the_outer_act_goes_on_when_an_inner_one_fails(fill):
    with transaction.atomic():
        fill(2)
        savepoint = transaction.savepoint()
        fill(3)
        transaction.savepoint_rollback(savepoint)
        fill(1)
    assert head().root == reference.root([row.leaf for row in Entry.objects.all()])
    assert head().size == 3


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        {"kind": ""},
        {"kind": "立项"},
        {"kind": "k" * 81},
        {"subject": "project 7"},
        {"subject": "projects.project:"},
        {"subject": "projects.project:" + "7" * 120},
        {"acted_at": datetime(2013, 5, 6)},  # noqa: DTZ001 - the point
        {"body": {"budget": 1.5}},
        {"body": {"text": "x" * 65_536}},
        {"secrets": {"": 1}},
        {"secrets": {"n" * 101: 1}},
        {"secrets": {"budget": 1.5}},
    ],
)
def test_what_the_log_cannot_hold_is_refused_in_both_languages(change):
    with pytest.raises(InputError) as caught:
        append(**ACT | change)
    assert caught.value.text.zh != caught.value.text.en
    assert not Entry.objects.exists()


@pytest.mark.django_db
def test_a_leaf_may_be_exactly_as_long_as_an_entry_bundle_allows():
    spare = 65_535 - len(leaves.write(leaves.Act(**ACT | {"body": {"text": ""}}), WHEN).data)
    append(**ACT | {"body": {"text": "x" * spare}})
    assert len(Entry.objects.get().leaf) == 65_535
    with pytest.raises(InputError):
        append(**ACT | {"body": {"text": "x" * (spare + 1)}})


@pytest.mark.parametrize(
    "data",
    [
        b"{}",
        b"[]",
        b"\xff",
        b"{",
        canonical({**json.loads(leaves.write(leaves.Act(**ACT), WHEN).data), "more": 1}),
        leaves.write(leaves.Act(**ACT), WHEN).data.replace(b"leaf-1", b"leaf-2"),
        leaves.write(leaves.Act(**ACT), WHEN).data.replace(b":", b": ", 1),
    ],
)
def test_only_what_we_could_have_written_is_a_leaf(data):
    with pytest.raises(ValueError, match=r".+"):
        leaves.read(data)


def test_times_are_written_in_utc_whatever_zone_they_came_in():
    shanghai = timezone.get_default_timezone()
    assert leaves.moment(WHEN.astimezone(shanghai)) == leaves.moment(WHEN.astimezone(UTC))


@pytest.mark.parametrize("salt", [b"", bytes(31), bytes(33)])
def test_a_salt_is_32_bytes(salt):
    with pytest.raises(ValueError, match="32 bytes"):
        leaves.commitment(salt, b"1")
    assert not leaves.opens("sha256:", salt, b"1")
