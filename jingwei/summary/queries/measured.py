"""A text that people wrote against the figures of the house."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from django.conf import settings

from jingwei.figures import queries as figures
from jingwei.figures.engine.figure import Figure as Ours
from jingwei.figures.engine.resolving import Resolver
from jingwei.figures.engine.subjects import RECEIVED, Source
from jingwei.figures.references import Modifier
from jingwei.figures.shapes import Kind as Counting
from jingwei.figures.shapes import Measure, measures
from jingwei.kernel.periods import Period
from jingwei.kernel.text import Text
from jingwei.summary.proofread import Finding, Kind, Reading, Relation, Status
from jingwei.summary.proofread.findings import findings_of
from jingwei.summary.proofread.intervals import Interval
from jingwei.summary.rules import stated
from jingwei.summary.rules.recognising import (
    Matches,
    Name,
    core,
    falls_before,
    is_on_the_year_before,
    recognised,
    words_between,
)
from jingwei.summary.rules.stated import Printed

AGREES = Text("与台账的“{label}”（{ours}）相符", "agrees with “{label}” of the records ({ours})")
DIFFERS = Text("台账的“{label}”为{ours}", "“{label}” of the records is {ours}")
GROWTH, SHARE = "growth", "share"
FEN = 100
_PLACES = frozenset({"town"})  # towns are spoken of in passing


def against_measures(reading: Reading, year: int) -> tuple[Finding, ...]:
    """A finding for every figure of the text that is surely one of the house: PASS where it fits, else FAIL.

    Raises SnapshotError where the records cannot be read.
    """
    snapshot = figures.live_snapshot()
    sources = [one for one in figures.sources(snapshot) if one.period == str(year)]
    printed = stated.read(settings.PACKS / settings.PACK / f"stated-{year}.toml")
    house = _House(figures.resolver(snapshot), Period.year(year), sources)
    names = [*_stated_names(printed), *_names(), *_received_names(sources)]
    reasons = {one.stated.measure: one.stated.differs for one in printed if one.stated.differs}
    found = recognised(reading, names, year)
    relations = tuple(
        _relation(index, ours, reading, reasons) for index, ours in _judged(reading, found, house)
    )
    return findings_of(reading.text, reading.figures, relations)


class _House:
    """Figures of the house for a year; those of a measure of which that year has no record at all are unknown."""

    def __init__(self, resolving: Resolver, period: Period, sources: Iterable[Source]) -> None:
        self._resolving = resolving
        self._period = period
        self._sources = {source.code: source for source in sources}
        self._known: dict[str, Ours | None] = {}

    def figure(self, reference: str) -> Ours | None:
        """What a reference comes to; None where the year has no records of its measure."""
        if reference not in self._known:
            figure = self._resolving.figure(reference, self._period)
            whole = self.figure(figure.reference.measure) if figure.narrowings else figure
            self._known[reference] = figure if whole is not None and whole.base else None
        return self._known[reference]

    def share(self, ours: Ours, words: str) -> Ours | None:
        """The share of a received statistic in the whole its source names, where `words` name that whole too."""
        source = self._sources.get(ours.reference.measure.removeprefix(RECEIVED))
        whole = self._sources.get(source.whole) if source else None
        if whole is None or core(whole.label.zh) not in words:
            return None
        return self.figure(f"{ours.key}:{SHARE}")


def _names() -> Iterator[Name]:
    """Every measure, and its members in each breakdown."""
    for measure in measures:
        yield _name(measure.id, measure, measure.label)
        for breakdown in measure.breakdowns:
            if breakdown.id not in _PLACES:
                for value, label in breakdown.labels().items():
                    yield _name(f"{measure.id}@{breakdown.id}={value}", measure, label)


def _name(reference: str, measure: Measure, label: Text) -> Name:
    return Name(reference, measure.id, core(label.zh), measure.unit.zh, measure.kind is Counting.FLOW)


def _stated_names(printed: list[Printed]) -> Iterator[Name]:
    """The words a printed summary used, where the pack says which figure they mean."""
    known = {measure.id: measure for measure in measures}
    for one in printed:
        reference = one.stated.measure
        measure = known.get(reference.partition("@")[0])
        if measure is not None and ":" not in reference:
            yield replace(_name(reference, measure, one.subject), is_stated=True)


def _received_names(sources: Iterable[Source]) -> Iterator[Name]:
    for source in {source.code: source for source in sources}.values():
        reference = f"{RECEIVED}{source.code}"
        yield Name(reference, reference, core(source.label.zh), source.unit.zh, is_flow=True)


def _judged(reading: Reading, found: Matches, house: _House) -> Iterator[tuple[int, Ours]]:
    """The figures recognised with ours, then the growth and the share that are said of them."""
    sure = {index: ours for index, names in found.items() if (ours := _one(names, house)) is not None}
    yield from sure.items()
    for relation in reading.relations:
        index = next((one for one in (relation.total, *relation.parts) if one in sure), None)
        if index is None or relation.rate is None or relation.previous is not None:
            continue
        if (
            relation.kind is Kind.GROWTH
            and index == relation.total
            and is_on_the_year_before(relation, reading)
        ):
            ours = house.figure(f"{sure[index].key}:{GROWTH}")
        elif relation.kind is Kind.SHARE and relation.total is None:
            ours = house.share(sure[index], words_between(index, relation.rate, reading))
        else:
            ours = None
        if ours is not None and ours.value is not None:
            yield relation.rate, ours


def _one(names: tuple[Name, ...], house: _House) -> Ours | None:
    """The figure all these names come to; None where they differ or nothing is recorded."""
    found = [house.figure(reference) for reference in dict.fromkeys(name.reference for name in names)]
    known = [one for one in found if one is not None and one.value is not None]
    return known[0] if len(known) == len(found) and len({one.value for one in known}) == 1 else None


def _relation(index: int, ours: Ours, reading: Reading, reasons: Mapping[str, Text]) -> Relation:
    figure, exact = reading.figures[index], _exact(ours)
    if ours.is_percent and falls_before(index, reading):
        exact = -exact
    holds = figure.true.meets(Interval.exact(exact)) or figure.low <= exact <= figure.high
    words = AGREES if holds else DIFFERS
    chinese, english = _shown(ours, holds, "zh-hans"), _shown(ours, holds, "en")
    text = Text(
        words.zh.format(label=ours.label.zh, ours=chinese), words.en.format(label=ours.label.en, ours=english)
    )
    reason = None if holds else reasons.get(ours.key)
    sign = "=" if holds else "≠"
    return Relation(
        Kind.MEASURE,
        Status.PASS if holds else Status.FAIL,
        index,
        arithmetic=f"{figure.text} {sign} {chinese}",
        explanation=text if reason is None else Text(f"{text.zh}。{reason.zh}", f"{text.en}. {reason.en}"),
        reasons=(Text(ours.key, ours.key),),
    )


def _shown(ours: Ours, holds: bool, language: str) -> str:
    """Our value in words; to the last yuan where it differs."""
    return ours.text(language) if holds else ours.exact(language)


def _exact(ours: Ours) -> Fraction:
    """Our value as texts count: yuan, and growth before it was rounded."""
    if ours.reference.modifier is Modifier.GROWTH and ours.base is not None and ours.previous:
        return Fraction(ours.base - ours.previous, ours.previous) * 100
    return Fraction(ours.value or 0) / (FEN if ours.is_money else 1)
