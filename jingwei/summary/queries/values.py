"""Figures as the summary's rules want them."""

from collections.abc import Iterable
from fractions import Fraction

from jingwei.figures import queries as figures
from jingwei.figures.engine.figure import Figure
from jingwei.figures.engine.resolving import Resolver
from jingwei.figures.models import Snapshot
from jingwei.kernel.canonical import JSON
from jingwei.kernel.errors import InputError
from jingwei.kernel.periods import Period
from jingwei.kernel.text import Text
from jingwei.summary.rules.values import Filled, Missing, Sort, Value

NOT_KNOWN = Text(
    "没有“{label}”的数，可能还没有收到或登记", "there is no value for “{label}”; it may not be recorded yet"
)


def values_of(
    references: Iterable[str], period: Period, snapshot: Snapshot, *, with_evidence: bool = False
) -> tuple[dict[str, Filled], dict[str, Figure]]:
    """What each reference is worth, and the figures themselves; with evidence for documents that last.

    What cannot be resolved is `Missing` with the reason in both languages. Raises SnapshotError where the snapshot
    cannot be read.
    """
    resolving = figures.resolver(snapshot)
    values: dict[str, Filled] = {}
    found: dict[str, Figure] = {}
    for reference in dict.fromkeys(references):
        values[reference] = _value(reference, period, resolving, found, with_evidence)
    return values, found


def _value(
    reference: str, period: Period, resolving: Resolver, found: dict[str, Figure], with_evidence: bool
) -> Filled:
    try:
        figure = resolving.figure(reference, period)
    except InputError as error:
        return Missing(reference, error.text)
    if figure.value is None:
        label = figure.label
        return Missing(
            reference, Text(NOT_KNOWN.zh.format(label=label.zh), NOT_KNOWN.en.format(label=label.en))
        )
    found[reference] = figure
    is_whole = figure.reference.modifier is None
    return Value(
        reference=reference,
        sort=_sort(figure),
        exact=Fraction(figure.value),
        label=figure.label,
        unit=figure.unit,
        previous=None if figure.previous is None or not is_whole else Fraction(figure.previous),
        growth=None if figure.growth is None or not is_whole else Fraction(figure.growth),
        evidence=evidence(figure) if with_evidence else {},
    )


def _sort(figure: Figure) -> Sort:
    if figure.is_percent:
        return Sort.PERCENT
    return Sort.MONEY if figure.is_money else Sort.COUNT


def evidence(figure: Figure) -> dict[str, JSON]:
    """What an issued document keeps of a figure: enough to count it again and see that it is the same."""
    return {
        "measure": figure.reference.measure,
        "definition": figure.definition_digest,
        "snapshot": figure.snapshot,
        "content": figure.content,
        "period": str(figure.period),
        "records": figure.records,
        "records_digest": figures.records_digest(figure),
        "label": {"zh": figure.label.zh, "en": figure.label.en},
    }
