"""What can be asked of the log. It knows no people: the register that asks decides who may see an opening."""

from jingwei.ledger.queries.audit import Finding, verify_everything
from jingwei.ledger.queries.entries import EntryView, Opened, entry, history
from jingwei.ledger.queries.proofs import (
    InclusionProof,
    consistency_proof,
    head,
    inclusion_proof,
    read_subtrees,
    receipt,
)

__all__ = [
    "EntryView",
    "Finding",
    "InclusionProof",
    "Opened",
    "consistency_proof",
    "entry",
    "head",
    "history",
    "inclusion_proof",
    "read_subtrees",
    "receipt",
    "verify_everything",
]
