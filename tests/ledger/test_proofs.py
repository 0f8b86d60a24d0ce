"""Proofs out of the database, checked by those who have only the proof and a root."""

from base64 import b64decode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jingwei.kernel.errors import InputError
from jingwei.ledger import notes
from jingwei.ledger.actions import sign_checkpoint
from jingwei.ledger.heads import TreeHead
from jingwei.ledger.keys import signer
from jingwei.ledger.models import Entry
from jingwei.ledger.queries import consistency_proof, head, inclusion_proof, receipt
from jingwei.ledger.tree import check_consistency, check_inclusion, hash_leaf
from tests.ledger import reference

pytestmark = pytest.mark.django_db


@pytest.fixture
def roots(fill):
    """The roots of all sizes of a log of 37."""
    leaves = [row.leaf for row in fill(37)]
    return [reference.root(leaves[:size]) for size in range(len(leaves) + 1)]


def test_every_entry_is_shown_in_every_size(roots):
    for size in range(1, len(roots)):
        for index in range(0, size, 1 + size // 7):
            proof = inclusion_proof(index, size)
            assert proof.leaf_hash == hash_leaf(Entry.objects.get(index=index).leaf)
            check_inclusion(
                index=index, size=size, leaf_hash=proof.leaf_hash, root=roots[size], proof=proof.hashes
            )


def test_every_size_is_shown_to_continue_every_smaller_one(roots):
    for new in range(1, len(roots), 4):
        for old in range(1, new + 1):
            check_consistency(
                old_size=old,
                new_size=new,
                old_root=roots[old],
                new_root=roots[new],
                proof=consistency_proof(old, new),
            )


def test_without_a_size_the_whole_log_is_meant(roots):
    proof = inclusion_proof(5)
    assert (proof.size, head().root) == (37, roots[37])
    check_inclusion(index=5, size=37, leaf_hash=proof.leaf_hash, root=roots[37], proof=proof.hashes)
    assert consistency_proof(5) == consistency_proof(5, 37)
    assert consistency_proof(0) == consistency_proof(37) == ()


def test_a_proof_asks_for_the_size_and_then_for_all_hashes_at_once(fill):
    fill(1000)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        inclusion_proof(321, 999)
    assert len(asked) == 2
    assert len(asked[1]["sql"]) < 1_000


@pytest.mark.parametrize(
    "ask",
    [
        lambda: inclusion_proof(37),
        lambda: inclusion_proof(-1),
        lambda: inclusion_proof(5, 5),
        lambda: inclusion_proof(5, 38),
        lambda: consistency_proof(38),
        lambda: consistency_proof(-1),
        lambda: consistency_proof(6, 5),
        lambda: consistency_proof(6, 38),
        lambda: receipt(0),
        lambda: receipt(-1),
    ],
)
def test_what_is_not_there_is_said_in_both_languages(roots, ask):
    with pytest.raises(InputError) as caught:
        ask()
    assert caught.value.text.zh != caught.value.text.en


def test_a_receipt_holds_without_us(fill):
    entry = fill(21)[13]
    sign_checkpoint()
    fill(9)
    proof, _blank, checkpoint = receipt(13).partition("\n\n")
    name, index, *hashes = proof.split("\n")
    assert (name, index) == ("c2sp.org/tlog-proof@v1", "index 13")
    note = notes.parse(checkpoint.encode())
    notes.verified(note, [signer().verifier])
    signed = TreeHead.parse(note.text)
    check_inclusion(
        index=13,
        size=signed.size,
        leaf_hash=hash_leaf(entry.leaf),
        root=signed.root,
        proof=[b64decode(line) for line in hashes],
    )
    with pytest.raises(InputError):
        receipt(25)


def test_the_receipt_of_a_log_of_one_has_no_hashes():
    sign_checkpoint()  # its only entry announces the key
    assert receipt(0).startswith("c2sp.org/tlog-proof@v1\nindex 0\n\njingwei/keqiao\n1\n")
