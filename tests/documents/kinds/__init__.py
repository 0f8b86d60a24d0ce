"""The ways a file can be bad: each spoils a clean table by chance and says which verdict must fall on which cell."""

from tests.documents.kinds import codes, contacts, dates, encodings, heads, numbers, rows, words
from tests.documents.kinds.spoiling import Kind, Spoilt

__all__ = ["KINDS", "Spoilt"]

FAMILIES = (numbers, dates, codes, contacts, words, encodings, heads, rows)
KINDS: dict[str, Kind] = {name: kind for family in FAMILIES for name, kind in family.KINDS.items()}
