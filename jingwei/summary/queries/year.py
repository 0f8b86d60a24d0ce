"""A year as the director sees it: against its targets and last year, by family and type, by town."""

from collections.abc import Mapping
from dataclasses import dataclass

from jingwei.figures import queries as figures
from jingwei.figures.engine.figure import Figure
from jingwei.figures.models import Snapshot
from jingwei.figures.queries import Aim, Parts
from jingwei.kernel.periods import Period
from jingwei.kernel.text import Text
from jingwei.summary.rules.pace import Pace, pace

KEY = (
    "projects.listed",
    "subsidies.received",
    "titles.enterprise_granted",
    "titles.enterprise_granted@type=high_tech_enterprise",
    "titles.platforms_granted",
    "titles.talents_in_year@type=overseas_talent",
)
RECEIVED = ("received.new_product_output", "received.high_tech_output")
PARTED = (
    ("projects.listed", "family"),
    ("titles.enterprise_granted", "type"),
    ("titles.platforms_granted", "type"),
    ("titles.talents_in_year", "type"),
)
BY_TOWN = ("projects.listed", "titles.enterprise_granted", "titles.platforms_granted", "subsidies.received")
DOUBLING, RAISING = "doubling", "raising"


@dataclass(frozen=True)
class Row:
    """One target with how it stands; `pace` None where it cannot be told yet."""

    aim: Aim
    pace: Pace | None


@dataclass(frozen=True)
class TownRow:
    """One town: its code (empty where none is recorded), name, and the figures of `BY_TOWN` in order."""

    code: str
    name: Text
    amounts: tuple[int, ...]


@dataclass(frozen=True)
class Year:
    """Everything the dashboard shows, from one snapshot."""

    period: Period
    snapshot: Snapshot
    doubling: tuple[Row, ...]
    raising: tuple[Row, ...]
    key: tuple[Figure, ...]
    received: tuple[Figure, ...]
    parted: tuple[tuple[Figure, Parts], ...]
    towns: tuple[TownRow, ...]
    columns: tuple[Figure, ...]


def year_of(number: int, snapshot: Snapshot) -> Year:
    """The year `number` from `snapshot`. Raises SnapshotError where it cannot be read."""
    period = Period.year(number)
    resolving = figures.resolver(snapshot)
    aims = figures.targets_of(period, snapshot)
    present = {source.code for source in figures.sources(snapshot)}
    found = {name: resolving.figure(name, period) for name in (*KEY, *BY_TOWN, *(one for one, _by in PARTED))}
    parted = tuple((found[name], figures.breakdown(found[name], by, snapshot)) for name, by in PARTED)
    return Year(
        period=period,
        snapshot=snapshot,
        doubling=tuple(_row(aim, number) for aim in aims if aim.kind == DOUBLING),
        raising=tuple(_row(aim, number) for aim in aims if aim.kind == RAISING),
        key=tuple(found[name] for name in KEY),
        received=tuple(
            resolving.figure(name, period) for name in RECEIVED if name.removeprefix("received.") in present
        ),
        parted=parted,
        towns=_towns(found, snapshot),
        columns=tuple(found[name] for name in BY_TOWN),
    )


def _row(aim: Aim, year: int) -> Row:
    now = aim.figure.base if aim.figure else None
    if now is None or aim.base is None or aim.base_year is None or aim.is_broken_in(year):
        return Row(aim, None)
    # where the base was not known when the target was set, doubling it is the target
    target = aim.value or 2 * aim.base
    return Row(aim, pace(aim.base, now, target, aim.base_year, year, aim.year))


def _towns(found: Mapping[str, Figure], snapshot: Snapshot) -> tuple[TownRow, ...]:
    by_figure = [
        {part.value: part for part in figures.breakdown(found[name], "town", snapshot).parts}
        for name in BY_TOWN
    ]
    labels = {part.value: part.label for parts in by_figure for part in parts.values()}
    rows = (
        TownRow(code, label, tuple(parts[code].amount if code in parts else 0 for parts in by_figure))
        for code, label in labels.items()
    )
    return tuple(sorted(rows, key=lambda row: -row.amounts[0]))
