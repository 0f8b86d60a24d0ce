"""Targets set, and statistics received from others, as a snapshot has them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from jingwei.figures.engine.figure import Figure
from jingwei.figures.engine.resolving import TARGETS_TABLE, Resolver
from jingwei.figures.engine.subjects import Source, received_sources
from jingwei.figures.models import Snapshot
from jingwei.figures.queries.figures import resolver
from jingwei.kernel.errors import InputError
from jingwei.kernel.periods import Period
from jingwei.kernel.rounding import share
from jingwei.kernel.text import Text


@dataclass(frozen=True)
class Aim:
    """One target and how far it is reached at the end of `figure`'s period; `figure` None: nobody reports it yet.

    `base` is what the figure was in the base year, `value` what it should come to; both in its base unit.
    """

    pk: int
    code: str
    kind: str
    label: Text
    year: int
    value: int | None
    base_year: int | None
    base: int | None
    source: Text
    break_year: int | None
    break_note: Text
    is_demo: bool
    figure: Figure | None

    @property
    def reached(self) -> Decimal | None:
        """Per cent of the target."""
        amount = self.figure.base if self.figure else None
        return None if amount is None or self.value is None else share(amount, self.value)

    def is_broken_in(self, year: int) -> bool:
        """Whether figures of `year` are told by another definition than the base."""
        return self.break_year is not None and year >= self.break_year


def sources(snapshot: Snapshot) -> list[Source]:
    """Every received statistic, by code, the latest period first."""
    found = received_sources(resolver(snapshot).engine)
    return sorted(found, key=lambda source: (source.code, -int(source.period[:4]), source.period))


def targets_of(period: Period, snapshot: Snapshot) -> list[Aim]:
    """The targets of `period`'s year and later, with the figure each is measured by in `period`."""
    resolving = resolver(snapshot)
    rows = [row for row in resolving.engine.rows(TARGETS_TABLE) if row["year"] >= period.end.year]
    ordered = sorted(rows, key=lambda row: (row["year"], row["kind"], row["order"], row["code"]))
    return [_aim(row, period, resolving) for row in ordered]


def _aim(row: Mapping[str, Any], period: Period, resolving: Resolver) -> Aim:
    before = _figure(row["reference"], Period.year(row["base_year"]), resolving) if row["base_year"] else None
    return Aim(
        pk=int(row["id"]),
        code=row["code"],
        kind=row["kind"],
        label=_text(row, "label"),
        year=row["year"],
        value=row["value"],
        base_year=row["base_year"],
        base=before.base if before else None,
        source=_text(row, "source"),
        break_year=row["break_year"],
        break_note=_text(row, "break_note"),
        is_demo=row["is_demo"],
        figure=_figure(row["reference"], period, resolving),
    )


def _figure(reference: str, period: Period, resolving: Resolver) -> Figure | None:
    """The figure a target is measured by; None where none is named, or it names what this place does not have."""
    try:
        return resolving.figure(reference, period) if reference else None
    except InputError:
        return None


def _text(row: Mapping[str, Any], name: str) -> Text:
    return Text(row[name], row[f"{name}_en"] or row[name])
