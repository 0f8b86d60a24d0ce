"""What can be done to the log: append, erase the opening of a commitment, sign where it stands."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType

from django.db import connection, transaction
from django.utils import timezone

from jingwei.kernel.canonical import JSON
from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text
from jingwei.ledger import keys, leaves, notes, queries, store
from jingwei.ledger.leaves import Act
from jingwei.ledger.models import Checkpoint, Entry, Head, Node, Opening
from jingwei.ledger.notes import Verifier
from jingwei.ledger.queries import EntryView
from jingwei.ledger.terms import LedgerKind
from jingwei.ledger.tree import Frontier, check_consistency, hash_leaf

ENTRY_COLUMNS = ("index", "kind", "subject", "leaf", "leaf_hash", "acted_at", "appended_at")
_NO_SECRETS: Mapping[str, JSON] = MappingProxyType({})


class OutsideTransactionError(RuntimeError):
    """An entry was to be written on its own: then the act could fail and the entry stay, or the reverse."""

    def __init__(self) -> None:
        super().__init__(
            "append to the log inside the transaction of the act: @transaction.atomic around both"
        )


def append(
    *,
    kind: str,
    subject: str,
    body: Mapping[str, JSON],
    secrets: Mapping[str, JSON] = _NO_SECRETS,
    acted_at: datetime,
) -> Entry:
    """Enter one act, in the transaction of the act; gives the entry with its number.

    `body` is public for ever: no personal data. `secrets` go into the leaf as salted commitments and can be
    erased. From here to the commit nobody else can append, so let it be the last thing an action does.

    Raises OutsideTransactionError, and InputError for what a leaf cannot hold.
    """
    return append_many([Act(kind=kind, subject=subject, body=body, acted_at=acted_at, secrets=secrets)])[0]


def append_many(acts: Iterable[Act]) -> list[Entry]:
    """Enter acts in the order given, as `append` does, much quicker than one by one."""
    if not connection.in_atomic_block:
        raise OutsideTransactionError
    appended_at = timezone.now()
    written = [(act, leaves.write(act, appended_at)) for act in acts]
    if not written:
        return []
    head = _locked_head()
    frontier = Frontier.from_bytes(head.size, head.frontier)
    entries = [
        Entry(
            index=index,
            kind=act.kind,
            subject=act.subject,
            leaf=leaf.data,
            leaf_hash=hash_leaf(leaf.data),
            acted_at=act.acted_at,
            appended_at=appended_at,
        )
        for index, (act, leaf) in enumerate(written, start=head.size)
    ]
    nodes = frontier.extend(entry.leaf_hash for entry in entries)
    store.insert(
        Entry, ENTRY_COLUMNS, ([getattr(entry, name) for name in ENTRY_COLUMNS] for entry in entries)
    )
    store.insert(Node, ("position", "hash"), ((node.position, value) for node, value in nodes))
    store.insert(
        Opening,
        ("entry_id", "name", "salt", "value"),
        (
            (entry.index, sealed.name, sealed.salt, sealed.value)
            for entry, (_act, leaf) in zip(entries, written, strict=True)
            for sealed in leaf.sealed
        ),
    )
    for entry in entries:
        entry._state.adding, entry._state.db = False, connection.alias
    head.size, head.frontier = frontier.size, frontier.to_bytes()
    head.save()
    return entries


def _locked_head() -> Head:
    """The head, for this transaction alone: SQLite locks all at BEGIN IMMEDIATE, PostgreSQL this row."""
    rows = Head.objects.select_for_update()
    head = rows.first()
    if head is None:
        Head.objects.bulk_create([Head()], ignore_conflicts=True)
        head = rows.get()
    return head


@transaction.atomic
def erase(*, entry: Entry | EntryView, name: str) -> Entry:
    """Throw away the salt and value of one secret; gives the entry that says so.

    The leaf keeps its commitment and every proof still holds, but nothing is left to open it with. Who may ask for
    this is decided by the register. Backups and SQLite's write-ahead file keep the old pages until they are replaced.
    Raises InputError when there is no such secret or it is erased already.
    """
    now = timezone.now()
    rows = Opening.objects.filter(entry_id=entry.index, name=name, erased_at=None)
    if not rows.update(salt=None, value=None, erased_at=now):
        raise InputError(
            Text(
                zh=f"第{entry.index}号存证没有可清除的保密项“{name}”，或已清除。",
                en=f"Entry {entry.index} has no secret {name!r}, or it is erased already.",
            )
        )
    body: Mapping[str, JSON] = {"entry": entry.index, "name": name}
    return append(kind=LedgerKind.ERASURE, subject=entry.subject, body=body, acted_at=now)


@transaction.atomic
def sign_checkpoint(*, at: datetime | None = None) -> Checkpoint:
    """Sign the root of all entries so far, `at` a given time (now by default); the same size is signed once.

    The first checkpoint under a key is preceded by an entry that announces it. Raises `BadProofError` rather than
    sign what does not continue the last checkpoint, and InputError for a bad key file.
    """
    signer = keys.signer()
    _locked_head()
    _announce(signer.verifier)
    head = queries.head()
    last = Checkpoint.objects.last()
    if last and last.size == head.size and last.root == head.root:
        return last
    if last:
        check_consistency(
            old_size=last.size,
            new_size=head.size,
            old_root=last.root,
            new_root=head.root,
            proof=queries.consistency_proof(last.size) if last.size <= head.size else (),
        )
    note = notes.sign(str(head), [signer])
    return Checkpoint.objects.create(
        size=head.size, root=head.root, note=str(note), signed_at=at or timezone.now()
    )


def _announce(verifier: Verifier) -> None:
    """A key is known by an entry of its own, so that no other key can slip in beside it unseen."""
    subject = f"ledger.key:{verifier.public_key.hex()}"
    if not Entry.objects.filter(subject=subject, kind=LedgerKind.KEY).exists():
        append(kind=LedgerKind.KEY, subject=subject, body={"key": str(verifier)}, acted_at=timezone.now())
