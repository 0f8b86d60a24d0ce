"""Where the hashes of a tree are: complete subtrees, named by level and number, and ranges made of them.

Only complete subtrees have a lasting hash, the ragged right edge changes with every leaf: only they are kept.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple


class Subtree(NamedTuple):
    """The complete subtree over the `2**level` leaves from ``number * 2**level`` on."""

    level: int
    number: int

    @property
    def position(self) -> int:
        """The place when the tree is read in order: leaves on even places, parents between their children.

        One integer names a node, never changes as the tree grows, and is near those of its neighbours.
        """
        return (self.number << (self.level + 1)) + (1 << self.level) - 1

    @classmethod
    def at(cls, position: int) -> "Subtree":
        """The node at a place; the reverse of `position`."""
        level = (~position & (position + 1)).bit_length() - 1
        return cls(level, position >> (level + 1))


Reader = Callable[[Sequence[Subtree]], Mapping[Subtree, bytes]]
"""Gives the hashes of complete subtrees; raises KeyError or leaves out what is not there."""


def cover(begin: int, end: int) -> list[Subtree]:
    """The fewest complete subtrees that make up the leaves from `begin` to before `end`, from the left."""
    found = []
    while begin < end:
        widest_that_starts_here = (begin & -begin).bit_length() - 1 if begin else end.bit_length()
        level = min(widest_that_starts_here, (end - begin).bit_length() - 1)
        found.append(Subtree(level, begin >> level))
        begin += 1 << level
    return found


def split(size: int) -> int:
    """How many of `size` (at least 2) leaves lie left of the root: the largest power of two below `size`."""
    return 1 << ((size - 1).bit_length() - 1)
