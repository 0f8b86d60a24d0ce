"""How the tables of words are written: words with spaces between them, made into patterns over normalised text."""

import re
from collections.abc import Iterable


def each_of(words: str) -> tuple[str, ...]:
    """The words of a table, in order."""
    return tuple(words.split())


def any_of(words: str) -> str:
    """A pattern for one of `words`, which stand with spaces between them; the first that fits is taken.

    A word may be a small pattern itself (`达到?`), but holds no space.
    """
    return either(*each_of(words))


def either(*patterns: str) -> str:
    """A pattern for one of `patterns`; the first that fits is taken."""
    return f"(?:{'|'.join(patterns)})"


def longest_of(words: Iterable[str]) -> str:
    """A pattern for the longest of the plain `words` that fits."""
    return either(*(re.escape(word) for word in sorted(words, key=len, reverse=True)))


AND = any_of("和 与 及 以及")
