"""Making proofs: RFC 9162, sections 2.1.3.1 (inclusion) and 2.1.4.1 (consistency).

Each hash of a proof is the root of a range of leaves, and each range is a few complete subtrees. So a proof
first lists the ranges, then asks for all complete subtrees at once (about 2·log2 of the size), then folds.
"""

from collections.abc import Mapping, Sequence

from jingwei.ledger.tree.hashing import EMPTY_ROOT, hash_children
from jingwei.ledger.tree.subtrees import Reader, Subtree, cover, split

Range = tuple[int, int]


def inclusion_proof(index: int, size: int, read: Reader) -> list[bytes]:
    """The audit path of leaf `index` in the tree of the first `size` leaves, from the leaf's sibling up.

    Raises ValueError unless ``0 <= index < size``.
    """
    if not 0 <= index < size:
        raise ValueError(f"a tree of {size} leaves has no leaf {index}")
    return _roots(_inclusion_ranges(index, size), read)


def consistency_proof(old: int, new: int, read: Reader) -> list[bytes]:
    """The proof that the tree of `new` leaves continues that of its first `old`; may be empty.

    Raises ValueError unless ``0 <= old <= new``.
    """
    if not 0 <= old <= new:
        raise ValueError(f"a tree of {new} leaves does not continue one of {old}")
    if old in (0, new):
        return []
    return _roots(_consistency_ranges(old, new), read)


def root_of(size: int, read: Reader) -> bytes:
    """The root of the tree of the first `size` leaves."""
    return _roots([(0, size)], read)[0] if size else EMPTY_ROOT


def fold(hashes: Sequence[bytes]) -> bytes:
    """The root of neighbouring complete subtrees, the largest first."""
    root = hashes[-1]
    for left in reversed(hashes[:-1]):
        root = hash_children(left, root)
    return root


def _inclusion_ranges(index: int, size: int) -> list[Range]:
    begin, end = 0, size
    ranges: list[Range] = []
    while end - begin > 1:
        middle = begin + split(end - begin)
        if index < middle:
            ranges.append((middle, end))
            end = middle
        else:
            ranges.append((begin, middle))
            begin = middle
    return ranges[::-1]


def _consistency_ranges(old: int, new: int) -> list[Range]:
    begin, end = 0, new
    ranges: list[Range] = []
    while end != old:
        middle = begin + split(end - begin)
        if old <= middle:
            ranges.append((middle, end))
            end = middle
        else:
            ranges.append((begin, middle))
            begin = middle
    # The verifier holds the old root: it is the first hash already when the old tree is one complete subtree.
    return ([(begin, end)] if begin else []) + ranges[::-1]


def _roots(ranges: Sequence[Range], read: Reader) -> list[bytes]:
    covers = [cover(begin, end) for begin, end in ranges]
    hashes: Mapping[Subtree, bytes] = read([node for nodes in covers for node in nodes])
    return [fold([hashes[node] for node in nodes]) for nodes in covers]
