"""What can be done to the log: append, and erase the opening of a commitment."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType

from django.db import connection
from django.utils import timezone

from jingwei.kernel.canonical import JSON
from jingwei.ledger import leaves
from jingwei.ledger.leaves import Act
from jingwei.ledger.models import Entry, Head, Node, Opening
from jingwei.ledger.tree import Frontier, hash_leaf

ERASED = "ledger.erased"
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
    Entry.objects.bulk_create(entries)
    Node.objects.bulk_create(Node(position=node.position, hash=value) for node, value in nodes)
    Opening.objects.bulk_create(
        Opening(entry=entry, name=sealed.name, salt=sealed.salt, value=sealed.value)
        for entry, (_act, leaf) in zip(entries, written, strict=True)
        for sealed in leaf.sealed
    )
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
