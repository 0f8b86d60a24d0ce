"""What a reference can be about: a declared measure, or a statistic received from others."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from jingwei.figures.engine.engine import Engine, Totals
from jingwei.figures.engine.relations import Filters
from jingwei.figures.engine.windows import Window, window_of
from jingwei.figures.shapes import Breakdown, Measure, measures
from jingwei.kernel.canonical import digest
from jingwei.kernel.errors import InputError
from jingwei.kernel.periods import Period
from jingwei.kernel.text import Text

RECEIVED = "received."
RECEIVED_TABLE = "received_statistics"
MONEY = frozenset({"元", "万元", "亿元"})


@dataclass(frozen=True)
class Source:
    """Where a received statistic comes from, for one period."""

    code: str
    period: str
    label: Text
    value: int
    unit: Text
    issuer: Text
    document: Text
    received_on: Any
    definition: Text
    caveat: Text
    whole: str
    is_derived: bool
    derivation: Text


@dataclass(frozen=True)
class Subject:
    """A measure, or a received statistic with its `sources` by period, as one snapshot knows it."""

    id: str
    label: Text
    definition: Text
    unit: Text
    kind: str
    digest: str
    measure: Measure | None = None
    sources: Mapping[str, Source] = field(default_factory=dict, repr=False, hash=False)

    @property
    def is_money(self) -> bool:
        """Whether its values are fen: shown in yuan of a fitting size."""
        return self.unit.zh in MONEY

    @property
    def is_public(self) -> bool:
        """Whether the records behind it may be listed to everyone, by their public columns."""
        return self.measure is None or self.measure.is_public

    def source(self, period: Period) -> Source | None:
        """What was received for `period`."""
        return self.sources.get(str(period))

    def breakdown(self, name: str) -> Breakdown:
        """The breakdown called `name`. Raises InputError naming those there are."""
        found = self.measure.breakdowns if self.measure else ()
        for breakdown in found:
            if breakdown.id == name:
                return breakdown
        known = ", ".join(breakdown.id for breakdown in found) or "—"
        raise InputError(
            Text(
                f"指标“{self.id}”没有分组“{name}”；可用：{known}",
                f"Measure '{self.id}' has no breakdown '{name}'; there are: {known}",
            )
        )


def subject_of(name: str, engine: Engine) -> Subject:
    """The measure or received statistic called `name`. Raises InputError where there is none."""
    if name.startswith(RECEIVED):
        return _received(name, engine)
    measure = measures.get(name)
    if measure is None:
        raise InputError(Text(f"没有指标“{name}”", f"There is no measure '{name}'"))
    definition = engine.definition_digest(measure)
    return Subject(
        measure.id, measure.label, measure.definition, measure.unit, measure.kind, definition, measure
    )


def received_sources(engine: Engine) -> list[Source]:
    """Every received statistic of a snapshot, by code and period."""
    rows = sorted(engine.rows(RECEIVED_TABLE), key=lambda row: (row["code"], row["period"]))
    return [_source(row) for row in rows]


def totals(subject: Subject, period: Period, filters: Filters, engine: Engine) -> Totals | None:
    """What the subject comes to for `period`; None where nothing was received for it."""
    if subject.measure is None:
        source = subject.source(period)
        return None if source is None else Totals(source.value, 0)
    return engine.totals(subject.measure, window(subject.measure, period, engine), filters)


def window(measure: Measure, period: Period, engine: Engine) -> Window:
    """The days that count for `period` in the snapshot of `engine`."""
    return window_of(measure.kind, period, engine.cut_off)


def _received(name: str, engine: Engine) -> Subject:
    code = name.removeprefix(RECEIVED)
    sources = {source.period: source for source in received_sources(engine) if source.code == code}
    if not sources:
        raise InputError(Text(f"没有外来统计数“{code}”", f"No statistic '{code}' was received"))
    latest = sources[max(sources)]
    about = digest({period: [source.value, *source.definition] for period, source in sources.items()})
    return Subject(name, latest.label, latest.definition, latest.unit, "received", about, None, sources)


def _source(row: Mapping[str, Any]) -> Source:
    def text(name: str) -> Text:
        return Text(row[name], row[f"{name}_en"] or row[name])

    return Source(
        code=row["code"],
        period=row["period"],
        label=text("label"),
        value=row["value"],
        unit=text("unit"),
        issuer=text("issuer"),
        document=text("document"),
        received_on=row["received_on"],
        definition=text("definition"),
        caveat=text("caveat"),
        whole=row["whole"],
        is_derived=row["is_derived"],
        derivation=text("derivation"),
    )
