"""Signing where the log stands, the key it is signed with, and erasing."""

import stat

import pytest
from django.db import connection
from django.utils import timezone

from jingwei.kernel.errors import InputError
from jingwei.ledger import guards, keys, notes
from jingwei.ledger.actions import erase, sign_checkpoint
from jingwei.ledger.heads import TreeHead
from jingwei.ledger.models import Checkpoint, Entry, Opening
from jingwei.ledger.queries import Opened, entry, head, history, inclusion_proof, verify_everything
from jingwei.ledger.terms import LedgerKind
from jingwei.ledger.tree import BadProofError
from tests.ledger.conftest import WHEN

pytestmark = pytest.mark.django_db


def test_a_checkpoint_says_whose_log_how_many_and_which_root(fill):
    fill(6)
    signed = sign_checkpoint(at=WHEN)
    note = notes.parse(signed.note.encode())
    assert notes.verified(note, [keys.signer().verifier])
    assert TreeHead.parse(note.text) == head()
    assert (signed.size, signed.root, signed.signed_at) == (7, head().root, WHEN)
    assert note.text.startswith("jingwei/keqiao\n7\n")


def test_the_key_is_announced_once(fill):
    sign_checkpoint()
    fill(1)
    sign_checkpoint()
    (announced,) = Entry.objects.filter(kind=LedgerKind.KEY)
    assert entry(announced.index).body == {"key": str(keys.signer().verifier)}


def test_a_rolled_key_is_announced_too(fill, keys_folder):
    first = sign_checkpoint()
    (keys_folder / keys.FILE).unlink()
    fill(1)
    second = sign_checkpoint()
    assert Entry.objects.filter(kind=LedgerKind.KEY).count() == 2
    assert (
        notes.parse(first.note.encode()).signatures[0].key_id
        != notes.parse(second.note.encode()).signatures[0].key_id
    )
    assert list(verify_everything()) == []


def test_one_size_is_signed_once(fill):
    fill(3)
    assert sign_checkpoint() == sign_checkpoint()
    assert Checkpoint.objects.count() == 1
    fill(1)
    sign_checkpoint()
    assert Checkpoint.objects.count() == 2


@pytest.mark.parametrize("change", [{"root": bytes(32)}, {"size": 50}])
def test_what_does_not_continue_the_last_checkpoint_is_not_signed(fill, change):
    fill(3)
    sign_checkpoint()
    with guards.lifted(connection), connection.cursor() as cursor:
        for column, value in change.items():
            cursor.execute(f"UPDATE ledger_checkpoint SET {column} = %s", [value])
    fill(1)
    with pytest.raises(BadProofError):
        sign_checkpoint()
    assert Checkpoint.objects.count() == 1


def test_the_key_is_made_on_first_use_for_its_owner_only(keys_folder):
    made = keys.signer()
    path = keys_folder / "ledger.key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(keys_folder.stat().st_mode) == 0o700
    assert keys.signer().verifier == made.verifier
    assert [one.name for one in keys_folder.iterdir()] == ["ledger.key"]


@pytest.mark.parametrize("content", ["", "xyz", "00" * 31])
def test_a_broken_key_is_named_not_replaced(keys_folder, content):
    keys_folder.mkdir()
    (keys_folder / "ledger.key").write_text(content)
    (keys_folder / "ledger.key").chmod(0o600)
    with pytest.raises(InputError, match=r"ledger\.key") as caught:
        keys.signer()
    assert "ledger.key" in caught.value.text.zh
    assert (keys_folder / "ledger.key").read_text() == content


def test_a_key_others_can_read_is_not_used(keys_folder):
    keys.signer()
    (keys_folder / "ledger.key").chmod(0o640)
    with pytest.raises(InputError, match="chmod 600"):
        keys.signer()


def test_of_two_who_make_the_key_at_once_one_wins(keys_folder, monkeypatch):
    winner = keys.signer().verifier
    monkeypatch.setattr(keys.Path, "exists", lambda path: False)
    assert keys.signer().verifier == winner


def test_the_origin_can_be_set(settings):
    assert keys.origin() == f"jingwei/{settings.PACK}"
    settings.LEDGER_ORIGIN = "log.example/2013"
    assert keys.signer().name == head().origin == "log.example/2013"


def test_erasing_leaves_the_leaf_and_says_so(fill):
    row = fill(3)[1]
    before = inclusion_proof(1, 3)
    said = erase(entry=entry(1), name="actor")
    assert inclusion_proof(1, 3) == before
    assert bytes(Entry.objects.get(index=1).leaf) == row.leaf
    newest, oldest = history(row.subject)
    assert oldest.openings == {"actor": Opened(None, is_erased=True), "budget_fen": Opened([1, None])}
    assert (newest.index, newest.kind, newest.body) == (
        said.index,
        "ledger.erasure",
        {"entry": 1, "name": "actor"},
    )
    opening = Opening.objects.get(entry_id=1, name="actor")
    assert (opening.salt, opening.value) == (None, None)
    assert opening.erased_at <= timezone.now()
    assert list(verify_everything()) == []


def test_what_is_erased_or_was_never_there_cannot_be_erased(fill):
    row = fill(1)[0]
    erase(entry=row, name="actor")
    for name in ("actor", "nobody"):
        with pytest.raises(InputError, match="erased already"):
            erase(entry=row, name=name)
    assert head().size == 2
