"""Checking proofs: RFC 9162, sections 2.1.3.2 (inclusion) and 2.1.4.2 (consistency)."""

from collections.abc import Sequence

from jingwei.ledger.tree.hashing import HASH_SIZE, hash_children


class BadProofError(ValueError):
    """A proof does not show what it is said to show."""


def check_inclusion(*, index: int, size: int, leaf_hash: bytes, root: bytes, proof: Sequence[bytes]) -> None:
    """Return quietly if `proof` shows `leaf_hash` at `index` of the tree of `size` leaves with this `root`.

    Raises BadProofError otherwise; a function that raises cannot be called and its answer forgotten.
    """
    _check_hashes(leaf_hash, root, *proof)
    if not 0 <= index < size:
        raise BadProofError(f"a tree of {size} leaves has no leaf {index}")
    place, last, found = index, size - 1, leaf_hash
    for sibling in proof:
        if last == 0:
            raise BadProofError("the proof is too long")
        if place & 1 or place == last:
            found = hash_children(sibling, found)
            place, last = _climb_to_the_right(place, last)
        else:
            found = hash_children(found, sibling)
        place, last = place >> 1, last >> 1
    if last != 0:
        raise BadProofError("the proof is too short")
    if found != root:
        raise BadProofError("the proof leads to another root")


def check_consistency(
    *, old_size: int, new_size: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]
) -> None:
    """Return quietly if `proof` shows that the tree of `new_size` leaves continues one of `old_size`.

    Raises BadProofError otherwise, also for an old size of 0: anything continues the empty tree, so there is
    nothing to prove, and whoever meets the log for the first time has to say so themselves.
    """
    if not 0 < old_size <= new_size:
        raise BadProofError(f"a tree of {new_size} leaves cannot be shown to continue one of {old_size}")
    if old_size == new_size:
        if proof:
            raise BadProofError("the proof is too long")
        if old_root != new_root:
            raise BadProofError("one size with two roots")
        return  # the same claim twice: nothing is hashed, and published vectors compare placeholders here
    _check_hashes(old_root, new_root, *proof)
    _check_growth(old_size, new_size, old_root, new_root, proof)


def _check_growth(
    old_size: int, new_size: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]
) -> None:
    is_complete = old_size & (old_size - 1) == 0
    path = [old_root, *proof] if is_complete else list(proof)
    if len(path) < 2:
        raise BadProofError("the proof is too short")
    place, last = old_size - 1, new_size - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    old = new = path[0]
    for sibling in path[1:]:
        if last == 0:
            raise BadProofError("the proof is too long")
        if place & 1 or place == last:
            old, new = hash_children(sibling, old), hash_children(sibling, new)
            place, last = _climb_to_the_right(place, last)
        else:
            new = hash_children(new, sibling)
        place, last = place >> 1, last >> 1
    if last != 0:
        raise BadProofError("the proof is too short")
    if old != old_root or new != new_root:
        raise BadProofError("the proof leads to another root")


def _climb_to_the_right(place: int, last: int) -> tuple[int, int]:
    """A last node without a sibling stands for its parents too, up to the first that has a left sibling."""
    while place and not place & 1:
        place, last = place >> 1, last >> 1
    return place, last


def _check_hashes(*hashes: bytes) -> None:
    if any(len(value) != HASH_SIZE for value in hashes):
        raise BadProofError(f"a hash is {HASH_SIZE} bytes")
