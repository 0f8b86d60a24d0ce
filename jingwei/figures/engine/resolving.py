"""From references to figures, over one opened snapshot."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from jingwei.figures.engine.engine import Engine, Totals
from jingwei.figures.engine.figure import PER_CENT, Figure, Narrowing, Value
from jingwei.figures.engine.relations import Filters
from jingwei.figures.engine.subjects import RECEIVED, Source, Subject, subject_of, totals
from jingwei.figures.references import Modifier, Reference, parse
from jingwei.figures.shapes import Breakdown
from jingwei.kernel.errors import InputError
from jingwei.kernel.periods import Period
from jingwei.kernel.rounding import growth, share
from jingwei.kernel.text import Text

TARGETS_TABLE = "targets"
DERIVED = Text("推算：{how}", "Derived: {how}")
CHANGED = Text("快照冻结后，此指标的定义已有改动", "The definition has changed since the snapshot was taken")
ADJUSTED = Text(
    "口径自{day}起调整，与上年不可直接相比",
    "The definition changed on {day}: compare with the year before with care",
)
UP_TO = Text("截至{day}", "Up to {day}")
MODIFIED: Mapping[Modifier | None, Text] = {
    Modifier.GROWTH: Text("比上年增长", "growth on the year before"),
    Modifier.PREVIOUS: Text("上年同期", "same period last year"),
    Modifier.DIFFERENCE: Text("比上年增减", "change on the year before"),
    Modifier.SHARE: Text("占比", "share"),
    Modifier.PER_CENT_OF_TARGET: Text("完成目标", "per cent of target"),
    Modifier.COUNT: Text("记录数", "records"),
}
RECORDS = Text("条", "records")


@dataclass(frozen=True)
class _Reading:
    """A reference read against a snapshot: its subject, the period meant, the columns fixed."""

    reference: Reference
    subject: Subject
    period: Period
    filters: Filters
    narrowings: tuple[Narrowing, ...]


@dataclass
class Resolver:
    """Resolves references; remembers the words of breakdowns for as long as it lives (one page, one document)."""

    engine: Engine
    snapshot: str
    _labels: dict[str, Mapping[str, Text]] = field(default_factory=dict, repr=False)
    _subjects: dict[str, Subject] = field(default_factory=dict, repr=False)

    def figure(self, reference: Reference | str, period: Period) -> Figure:
        """The figure `reference` for `period`. Raises InputError where it names something that does not exist."""
        read = self.read(reference, period)
        now, before = self._totals(read, read.period), self._totals(read, read.period.last_year())
        base, previous = _amount(now), _amount(before)
        value, unit = self._modified(read, now, before)
        return Figure(
            reference=read.reference,
            period=read.period,
            snapshot=self.snapshot,
            content=self.engine.manifest.content,
            subject=read.subject,
            label=_label(read),
            unit=unit,
            value=value,
            base=base,
            previous=previous,
            growth=_growth(base, previous),
            records=None if read.subject.measure is None or now is None else now.records,
            narrowings=read.narrowings,
            notes=tuple(self._notes(read)),
        )

    def read(self, reference: Reference | str, period: Period) -> _Reading:
        """The reference with its subject, its own period if it has one, and its filters as columns."""
        wanted = parse(reference) if isinstance(reference, str) else reference
        subject = self.subject(wanted.measure)
        narrowings = tuple(self._narrowing(subject, name, values) for name, values in wanted.filters)
        filters = tuple((subject.breakdown(name).column, values) for name, values in wanted.filters)
        meant = Period.parse(wanted.period) if wanted.period else period
        return _Reading(wanted, subject, meant, filters, narrowings)

    def subject(self, name: str) -> Subject:
        """The measure or received statistic called `name`."""
        if name not in self._subjects:
            self._subjects[name] = subject_of(name, self.engine)
        return self._subjects[name]

    def labels(self, subject: Subject, breakdown: Breakdown) -> Mapping[str, Text]:
        """The words of a breakdown, in the order they are shown."""
        key = f"{subject.id}@{breakdown.id}"
        if key not in self._labels:
            self._labels[key] = breakdown.labels()
        return self._labels[key]

    def target(self, reference: Reference, year: int) -> int | None:
        """The target set for a figure in a year, in its base unit."""
        wanted = str(reference.base.during(""))
        for row in self.engine.rows(TARGETS_TABLE):
            if row["reference"] == wanted and row["year"] == year and row["value"]:
                return int(row["value"])
        return None

    def _totals(self, read: _Reading, period: Period) -> Totals | None:
        return totals(read.subject, period, read.filters, self.engine)

    def _narrowing(self, subject: Subject, name: str, values: tuple[str, ...]) -> Narrowing:
        breakdown = subject.breakdown(name)
        labels = self.labels(subject, breakdown)
        for value in values:
            if value not in labels:
                raise _no_value(breakdown, value, labels)
        words = [labels[value] for value in values]
        both = Text("、".join(word.zh for word in words), ", ".join(word.en for word in words))
        return Narrowing(name, breakdown.label, values, both)

    def _modified(self, read: _Reading, now: Totals | None, before: Totals | None) -> tuple[Value, Text]:
        base, previous = _amount(now), _amount(before)
        match read.reference.modifier:
            case Modifier.GROWTH:
                return _growth(base, previous), PER_CENT
            case Modifier.SHARE:
                return _share(base, self._whole(read)), PER_CENT
            case Modifier.PER_CENT_OF_TARGET:
                return _share(base, self.target(read.reference, read.period.start.year)), PER_CENT
            case Modifier.PREVIOUS:
                return previous, read.subject.unit
            case Modifier.DIFFERENCE:
                known = base is not None and previous is not None
                return (base or 0) - (previous or 0) if known else None, read.subject.unit
            case Modifier.COUNT:
                return (None if now is None else now.records), RECORDS
            case None:
                return base, read.subject.unit

    def _whole(self, read: _Reading) -> int | None:
        """What a share is of: the reference in brackets, the whole measure, or the whole the source names."""
        if read.reference.other:
            return self._amount_of(read.reference.other, read.period)
        if read.subject.measure is not None:
            return self._amount_of(read.reference.whole, read.period)
        source = read.subject.source(read.period)
        return (
            self._amount_of(Reference(f"{RECEIVED}{source.whole}"), read.period)
            if source and source.whole
            else None
        )

    def _amount_of(self, reference: Reference, period: Period) -> int | None:
        read = self.read(reference, period)
        return _amount(self._totals(read, read.period))

    def _notes(self, read: _Reading) -> list[Text]:
        measure = read.subject.measure
        if measure is None:
            source = read.subject.source(read.period)
            return [] if source is None else _source_notes(source)
        notes = []
        if self.engine.manifest.measures.get(measure.id) != read.subject.digest:
            notes.append(CHANGED)
        if measure.changed_on and str(read.period.last_year().end) < measure.changed_on <= str(
            read.period.end
        ):
            notes.append(ADJUSTED.format(day=measure.changed_on))
        cut_off = self.engine.cut_off
        if cut_off and read.period.end > cut_off:
            notes.append(UP_TO.format(day=cut_off))
        return notes


def _source_notes(source: Source) -> list[Text]:
    notes = []
    if source.is_derived:
        notes.append(
            Text(DERIVED.zh.format(how=source.derivation.zh), DERIVED.en.format(how=source.derivation.en))
        )
    if source.caveat.zh:
        notes.append(source.caveat)
    return notes


def _amount(found: Totals | None) -> int | None:
    return None if found is None else found.amount


def _growth(base: int | None, previous: int | None) -> Decimal | None:
    return None if base is None or previous is None else growth(base, previous)


def _share(part: int | None, whole: int | None) -> Decimal | None:
    return None if part is None or whole is None else share(part, whole)


def _label(read: _Reading) -> Text:
    label = read.subject.label
    if read.narrowings:
        zh = "、".join(one.words.zh for one in read.narrowings)
        en = ", ".join(one.words.en for one in read.narrowings)
        label = Text(f"{label.zh}：{zh}", f"{label.en}: {en}")
    if read.reference.modifier:
        word = MODIFIED[read.reference.modifier]
        label = Text(f"{label.zh}（{word.zh}）", f"{label.en} ({word.en})")
    return label


def _no_value(breakdown: Breakdown, value: str, labels: Mapping[str, Text]) -> InputError:
    known = ", ".join(list(labels)[:20])
    return InputError(
        Text(
            f"分组“{breakdown.label.zh}”没有取值“{value}”；可用：{known}",
            f"Breakdown '{breakdown.label.en}' has no value '{value}'; there are: {known}",
        )
    )
