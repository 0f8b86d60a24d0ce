"""默克尔树：散列、增长与证明。 The Merkle tree of RFC 6962 and RFC 9162: hashing, growth, proofs; pure."""

from jingwei.ledger.tree.checking import BadProofError, check_consistency, check_inclusion
from jingwei.ledger.tree.growth import Frontier
from jingwei.ledger.tree.hashing import EMPTY_ROOT, HASH_SIZE, hash_children, hash_leaf
from jingwei.ledger.tree.proving import consistency_proof, inclusion_proof, root_of
from jingwei.ledger.tree.subtrees import Reader, Subtree

__all__ = [
    "EMPTY_ROOT",
    "HASH_SIZE",
    "BadProofError",
    "Frontier",
    "Reader",
    "Subtree",
    "check_consistency",
    "check_inclusion",
    "consistency_proof",
    "hash_children",
    "hash_leaf",
    "inclusion_proof",
    "root_of",
]
