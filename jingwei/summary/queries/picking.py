"""Finding a figure to put into a text."""

from collections.abc import Iterator
from dataclasses import dataclass

from jingwei.figures import queries as figures
from jingwei.figures.engine.figure import Figure
from jingwei.figures.models import Snapshot
from jingwei.kernel.periods import Period


@dataclass(frozen=True)
class Picked:
    """One figure: how it is written in a text, what it is, what it is worth now."""

    reference: str
    label: str
    value: str


def pick(words: str, year: int, snapshot: Snapshot, language: str | None, limit: int) -> list[Picked]:
    """Measures, received statistics and their parts whose label or reference holds all of `words`, at most `limit`."""
    wanted = words.casefold().split()
    found: list[Picked] = []
    for one in _all(Period.year(year), snapshot, language):
        if all(word in f"{one.label} {one.reference}".casefold() for word in wanted):
            found.append(one)
        if len(found) == limit:
            break
    return found


def _all(period: Period, snapshot: Snapshot, language: str | None) -> Iterator[Picked]:
    """Every figure whole first, then the parts of each."""
    whole = figures.index_of(period, snapshot)
    for figure in whole:
        yield _picked(figure, language)
    for figure in whole:
        if figure.measure is not None:
            yield from _parts(figure, snapshot, language)


def _parts(figure: Figure, snapshot: Snapshot, language: str | None) -> Iterator[Picked]:
    for parts in figures.breakdowns(figure, snapshot):
        for part in parts.parts:
            label = f"{figure.label.in_language(language)}: {part.label.in_language(language)}"
            yield Picked(str(part.reference), label, figure.base_text(part.amount, language))


def _picked(figure: Figure, language: str | None) -> Picked:
    return Picked(str(figure.reference), figure.label.in_language(language), figure.text(language))
