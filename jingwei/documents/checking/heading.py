"""Finding the head of a table: below titles and blank rows, on one level or on two with merged cells."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from heapq import nsmallest

from jingwei.documents.checking.cleaning import clean
from jingwei.documents.checking.labels import Labels
from jingwei.documents.checking.verdicts import Finding, found
from jingwei.documents.reading.grid import CellKind, Grid
from jingwei.documents.shapes import Column
from jingwei.kernel.text import Text

SEARCHED = 40


@dataclass(frozen=True)
class Head:
    """Where the head stands (`first` to `last` row), and what each place (column from 1) means and is called."""

    first: int
    last: int
    keys: Mapping[int, str]
    headings: Mapping[int, str]
    repeated: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    is_built: bool = False  # two rows held together by merged cells

    @property
    def score(self) -> int:
        """How many columns are understood."""
        return len(set(self.keys.values()))

    @property
    def unknown(self) -> list[str]:
        """Headings that mean no column."""
        return [heading for place, heading in self.headings.items() if place not in self.keys and heading]

    def places(self) -> dict[str, int]:
        """The place of each column."""
        places: dict[str, int] = {}
        for place, key in self.keys.items():
            places.setdefault(key, place)
        return places


def find_head(grid: Grid, labels: Labels) -> Head | None:
    """The best head among the first rows; None where no row is like one."""
    best: Head | None = None
    for row in nsmallest(SEARCHED, grid.rows):
        for candidate in (_one_level(grid, row, labels), _two_levels(grid, row, labels)):
            if candidate and (best is None or _rank(candidate) > _rank(best)):
                best = candidate
    wanted = min(2, len(labels.columns))
    return best if best and best.score >= wanted else None


def _rank(head: Head) -> tuple[int, int]:
    """More columns understood first; then two levels where cells are merged across both, else one."""
    return head.score, head.last - head.first if head.is_built else head.first - head.last


def head_faults(head: Head, columns: tuple[Column, ...], labels: Labels) -> list[Finding]:
    """What is wrong with the head: columns twice, required columns missing."""
    faults = [
        found(
            "E-DUPCOL", column=head.headings[places[0]], times=len(places), places="、".join(map(str, places))
        )
        for places in head.repeated.values()
    ]
    unused = head.unknown
    for column in columns:
        if not column.required or column.key in head.keys.values():
            continue
        near = labels.nearest(column, unused)
        if head.last > head.first and unused and not near:
            faults.append(found("E-HEADER-MERGED", headings="、".join(unused), wanted=column.label))
        else:
            faults.append(found("E-MISSCOL", column=column.label, hint=_hint(near)))
    return faults


def _hint(near: str) -> Text:
    if near:
        return Text(
            f"“{near}”与它最接近；如是此列，请改成这个列名。",
            f"“{near}” comes nearest; rename it if this is the column.",
        )
    return Text("请补上此列，列名以模板为准。", "Add the column under the template's name.")


def _one_level(grid: Grid, row: int, labels: Labels) -> Head | None:
    headings = {place: text for place, text in _texts(grid, row).items() if text}
    return _head(row, row, headings, {place: labels.key(text) for place, text in headings.items()})


def _two_levels(grid: Grid, row: int, labels: Labels) -> Head | None:
    """Rows `row` and `row + 1` read together, where something spans or is left blank for it."""
    below = row + 1
    if below not in grid.rows or any(c.kind in (CellKind.NUMBER, CellKind.DATE) for c in grid.rows[below]):
        return None
    upper, lower = _texts(grid, row), _texts(grid, below)
    spans = [m for m in grid.merges if m.top == row and (m.right > m.left or m.bottom == below)]
    is_upright = {place for m in spans if m.bottom == below for place in range(m.left, m.right + 1)}
    for merge in spans:
        for place in range(merge.left, merge.right + 1):
            upper[place] = upper.get(merge.left, "")
    if not grid.merges:
        _spread(upper, lower)
    places = sorted({place for place in (*upper, *lower) if upper.get(place) or lower.get(place)})
    headings, keys = {}, {}
    for place in places:
        top, bottom = upper.get(place, ""), "" if place in is_upright else lower.get(place, "")
        headings[place] = " ".join(dict.fromkeys(part for part in (top, bottom) if part))
        keys[place] = labels.key_of_pair(top, bottom)
    head = _head(row, below, headings, keys)
    return replace(head, is_built=True) if head and is_upright else head


def _spread(upper: dict[int, str], lower: dict[int, str]) -> None:
    """Without merges (a text file): a blank above a word belongs to the word on its left."""
    current = ""
    for place in sorted({*upper, *lower}):
        if upper.get(place):
            current = upper[place]
        elif lower.get(place):
            upper[place] = current


def _head(
    first: int, last: int, headings: Mapping[int, str], found_keys: Mapping[int, str | None]
) -> Head | None:
    keys = {place: key for place, key in found_keys.items() if key}
    by_key: dict[str, list[int]] = defaultdict(list)
    for place, key in keys.items():
        by_key[key].append(place)
    repeated = {key: tuple(places) for key, places in by_key.items() if len(places) > 1}
    return Head(first, last, keys, dict(headings), repeated) if keys else None


def _texts(grid: Grid, row: int) -> dict[int, str]:
    return {
        place: " ".join(clean(cell.value).text.split())
        for place, cell in enumerate(grid.rows.get(row, ()), start=1)
        if cell.kind is CellKind.TEXT
    }
