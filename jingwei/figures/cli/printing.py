"""Tables on a terminal, where a Chinese character is two columns wide; pure."""

from collections.abc import Iterable, Sequence
from unicodedata import east_asian_width

GAP = "  "


def width(text: str) -> int:
    """How many columns `text` takes."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def aligned(head: Sequence[str], rows: Iterable[Sequence[str]], right: frozenset[int] = frozenset()) -> str:
    """A table; the columns in `right` are set to the right, the last one is not padded."""
    lines = [list(head), *(list(row) for row in rows)]
    widths = [max(width(line[place]) for line in lines) for place in range(len(head))]
    lines.insert(1, ["─" * columns for columns in widths])
    return "\n".join(_line(line, widths, right) for line in lines)


def _line(cells: Sequence[str], widths: Sequence[int], right: frozenset[int]) -> str:
    padded = []
    for place, cell in enumerate(cells):
        blank = " " * (widths[place] - width(cell))
        padded.append(blank + cell if place in right else cell + blank)
    return GAP.join(padded).rstrip()
