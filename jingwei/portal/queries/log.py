"""The log as everyone may check it: its head, its last signature, the proof of one entry."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jingwei.kernel.errors import InputError
from jingwei.ledger import queries as ledger
from jingwei.ledger import tree
from jingwei.ledger.models import Checkpoint, Entry
from jingwei.ledger.tree import BadProofError


@dataclass(frozen=True)
class LogNow:
    """Size and root of the log now, and its last signed checkpoint (empty, None: none signed yet)."""

    size: int
    root: str
    signed_size: int
    signed_at: datetime | None
    note: str


@dataclass(frozen=True)
class Proved:
    """One entry with what shows that it is in the log: `hashes` from the leaf up; `holds` recomputed just now.

    `leaf` is the public leaf, word for word; what is private stands in it as commitments. `receipt` is the same proof
    against a signed checkpoint, to be kept; empty while no checkpoint covers the entry.
    """

    index: int
    kind: str
    subject: str
    acted_at: datetime
    appended_at: datetime
    leaf: str
    facts: dict[str, Any]
    leaf_hash: str
    size: int
    root: str
    hashes: tuple[str, ...]
    holds: bool
    receipt: str


def log_now() -> LogNow:
    """Where the log stands."""
    head = ledger.head()
    signed = Checkpoint.objects.order_by("-size").first()
    return LogNow(
        size=head.size,
        root=head.root.hex(),
        signed_size=signed.size if signed else 0,
        signed_at=signed.signed_at if signed else None,
        note=str(signed.note) if signed else "",
    )


def proved(index: int) -> Proved:
    """Entry `index` with its proof in the log as it is now. Raises InputError where there is no such entry."""
    head = ledger.head()
    proof = ledger.inclusion_proof(index, head.size)
    row = Entry.objects.get(index=index)
    leaf_hash = tree.hash_leaf(row.leaf)  # from the leaf itself: a stored hash proves nothing
    try:
        tree.check_inclusion(
            index=index, size=proof.size, leaf_hash=leaf_hash, root=head.root, proof=proof.hashes
        )
        holds = True
    except BadProofError:
        holds = False
    content = json.loads(row.leaf)
    return Proved(
        index=index,
        kind=row.kind,
        subject=row.subject,
        acted_at=row.acted_at,
        appended_at=row.appended_at,
        leaf=json.dumps(content, ensure_ascii=False, indent=2),
        facts=content.get("body", {}).get("facts", {}),
        leaf_hash=leaf_hash.hex(),
        size=proof.size,
        root=head.root.hex(),
        hashes=tuple(one.hex() for one in proof.hashes),
        holds=holds,
        receipt=_receipt(index),
    )


def _receipt(index: int) -> str:
    try:
        return ledger.receipt(index)
    except InputError:
        return ""
