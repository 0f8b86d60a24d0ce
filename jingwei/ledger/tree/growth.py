"""Growing a tree: all there is to remember is one hash for each set bit of its size (a compact range)."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from jingwei.ledger.tree.hashing import EMPTY_ROOT, HASH_SIZE, hash_children
from jingwei.ledger.tree.proving import fold
from jingwei.ledger.tree.subtrees import Subtree


@dataclass
class Frontier:
    """The complete subtrees a tree of `size` leaves is made of, largest first: one for each set bit.

    Raises ValueError when the hashes are not exactly that.
    """

    size: int = 0
    hashes: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.size < 0 or self.size.bit_count() != len(self.hashes):
            raise ValueError(f"a tree of {self.size} leaves does not rest on {len(self.hashes)} hashes")
        if any(len(value) != HASH_SIZE for value in self.hashes):
            raise ValueError(f"a hash is {HASH_SIZE} bytes")

    @classmethod
    def from_bytes(cls, size: int, packed: bytes) -> "Frontier":
        """The frontier whose hashes were written one after the other by `to_bytes`."""
        return cls(size, [packed[start : start + HASH_SIZE] for start in range(0, len(packed), HASH_SIZE)])

    def to_bytes(self) -> bytes:
        """The hashes one after the other."""
        return b"".join(self.hashes)

    @property
    def root(self) -> bytes:
        """The root of the tree as it stands."""
        return fold(self.hashes) if self.hashes else EMPTY_ROOT

    def append(self, leaf_hash: bytes) -> list[tuple[Subtree, bytes]]:
        """Take in one leaf; gives the inner nodes that are complete now and were not before, lowest first."""
        if len(leaf_hash) != HASH_SIZE:
            raise ValueError(f"a hash is {HASH_SIZE} bytes")
        made: list[tuple[Subtree, bytes]] = []
        level, index, value = 0, self.size, leaf_hash
        while index & 1:
            value = hash_children(self.hashes.pop(), value)
            level, index = level + 1, index >> 1
            made.append((Subtree(level, index), value))
        self.hashes.append(value)
        self.size += 1
        return made

    def extend(self, leaf_hashes: Iterable[bytes]) -> list[tuple[Subtree, bytes]]:
        """Take in leaves one after the other; gives all inner nodes completed by them."""
        return [made for leaf_hash in leaf_hashes for made in self.append(leaf_hash)]
