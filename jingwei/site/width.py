"""Columns of a terminal: a Chinese character takes two."""

from unicodedata import east_asian_width


def width(words: str) -> int:
    """How many columns `words` take."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in words)


def pad(words: str, columns: int) -> str:
    """`words` followed by blanks up to `columns`."""
    return words + " " * max(0, columns - width(words))
