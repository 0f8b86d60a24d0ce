"""A figure taken apart: by a breakdown, by month; with last year beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from jingwei.figures import checks
from jingwei.figures.engine.figure import Figure
from jingwei.figures.engine.resolving import Resolver
from jingwei.figures.engine.subjects import window
from jingwei.figures.models import Snapshot
from jingwei.figures.queries.figures import resolver
from jingwei.figures.references import Reference
from jingwei.figures.shapes import Breakdown
from jingwei.kernel.periods import Period
from jingwei.kernel.rounding import growth, share
from jingwei.kernel.text import Text

NOT_STATED = Text("未注明", "Not stated")


@dataclass(frozen=True)
class Part:
    """One part of a figure, in the base unit of its measure; `reference` is how it is asked for by itself.

    `is_known`: the breakdown has words for it, so that it can be asked for.
    """

    value: str
    label: Text
    reference: Reference
    amount: int
    previous: int
    records: int
    share: Decimal | None
    is_known: bool = True

    @property
    def growth(self) -> Decimal | None:
        """Per cent on the same period last year."""
        return growth(self.amount, self.previous)


@dataclass(frozen=True)
class Parts:
    """A figure parted by one breakdown; `finding` where an exhaustive breakdown does not add up."""

    breakdown: Breakdown
    whole: int
    previous_whole: int
    parts: tuple[Part, ...]
    finding: checks.Finding | None


def breakdowns(figure: Figure, snapshot: Snapshot) -> list[Parts]:
    """The figure parted in every way its measure declares that its reference does not fix already."""
    measure = figure.measure
    fixed = {one.breakdown for one in figure.narrowings if len(one.values) == 1}
    wanted = [one for one in (measure.breakdowns if measure else ()) if one.id not in fixed]
    resolving = resolver(snapshot)
    return [_parts(figure, one, resolving) for one in wanted]


def breakdown(figure: Figure, name: str, snapshot: Snapshot) -> Parts:
    """The figure parted by the breakdown called `name`. Raises InputError where its measure has none such."""
    return _parts(figure, figure.subject.breakdown(name), resolver(snapshot))


def labels_of(figure: Figure) -> dict[str, Mapping[str, Text]]:
    """The words of the values in the records behind a figure, by column."""
    measure = figure.measure
    return {one.column: one.labels() for one in measure.breakdowns} if measure else {}


def months(figure: Figure, snapshot: Snapshot) -> list[tuple[Period, int]]:
    """The measure behind the figure month by month: a flow in each month, a stock or cumulative figure at its end."""
    measure = figure.measure
    if measure is None:
        return []
    resolving = resolver(snapshot)
    filters = resolving.read(figure.reference.base, figure.period).filters
    engine = resolving.engine
    return [
        (month, engine.totals(measure, window(measure, month, engine), filters).amount)
        for month in figure.period.months()
    ]


def _parts(figure: Figure, breakdown: Breakdown, resolving: Resolver) -> Parts:
    measure, engine = figure.measure, resolving.engine
    if measure is None:
        raise ValueError("a received statistic has no parts")
    filters = resolving.read(figure.reference.base, figure.period).filters
    now = engine.parts(measure, window(measure, figure.period, engine), breakdown.column, filters)
    before = engine.parts(
        measure, window(measure, figure.period.last_year(), engine), breakdown.column, filters
    )
    words = resolving.labels(figure.subject, breakdown)
    labels = _in_order(words, {**now, **before})
    whole, previous = figure.base or 0, figure.previous or 0
    parts = []
    for value, label in labels.items():
        amount = now[value].amount if value in now else 0
        last = before[value].amount if value in before else 0
        records = now[value].records if value in now else 0
        reference = figure.reference.narrowed(breakdown.id, value)
        parts.append(
            Part(value, label, reference, amount, last, records, share(amount, whole), value in words)
        )
    finding = checks.adds_up(
        [(part.label, part.amount) for part in parts if part.value in words and part.value in now],
        whole,
        breakdown.label,
        is_exhaustive=breakdown.is_exhaustive,
    )
    return Parts(breakdown, whole, previous, tuple(parts), finding)


def _in_order(labels: Mapping[str, Text], occurring: Mapping[str, object]) -> dict[str, Text]:
    """The values that occur, in the order of their words; those without words last."""
    known = {value: label for value, label in labels.items() if value in occurring}
    unknown = {
        value: Text(value, value) if value else NOT_STATED
        for value in sorted(occurring)
        if value not in labels
    }
    return {**known, **unknown}
