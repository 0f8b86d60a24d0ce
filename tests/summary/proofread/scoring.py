"""Holds what the proofreader finds against the labels of a sample."""

from collections import Counter
from dataclasses import dataclass, field

from jingwei.summary.proofread import Reading, Status
from tests.summary.proofread.labels import Fault, Sample


@dataclass
class Score:
    """Counts over one or many samples."""

    figures: int = 0
    found: int = 0
    right_value: int = 0
    extra: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)
    same_kind: Counter[str] = field(default_factory=Counter)
    overlooked: list[str] = field(default_factory=list)
    false_alarms: list[str] = field(default_factory=list)


def score(sample: Sample, reading: Reading, into: Score | None = None) -> Score:
    """Add one sample to the counts."""
    into = into or Score()
    _figures(sample, reading, into)
    _findings(sample, reading, into)
    return into


def _figures(sample: Sample, reading: Reading, into: Score) -> None:
    ours = {(one.start): one for one in reading.figures}
    known = set()
    for one in sample.figures:
        match = next((ours[place] for place in range(one.start, one.end) if place in ours), None)
        if match is not None:
            known.add(match.start)
        if one.doubtful:
            continue
        into.figures += 1
        if match is None:
            into.missed.append(f"{sample.name}: {one.text} in …{_around(sample.text, one.start, one.end)}…")
            continue
        into.found += 1
        same = (match.low, match.high) == (one.low, one.high) and match.start == one.start
        same = same or (match.unit == "番" and one.unit in {"倍", "番"})
        into.right_value += same
        if not same:
            into.missed.append(
                f"{sample.name}: {one.text} = {one.low} {one.unit} read as {match.text} = {match.low}"
            )
    for place, figure in ours.items():
        if place not in known:
            around = _around(sample.text, figure.start, figure.end)
            into.extra.append(f"{sample.name}: {figure.text} in …{around}…")


def _findings(sample: Sample, reading: Reading, into: Score) -> None:
    fails = [one for one in reading.findings if one.status is Status.FAIL]
    used: set[int] = set()
    for fault in sample.faults:
        into.faults[fault.kind] += 1
        hit = _hit(sample, fault, reading, fails)
        if not hit:
            into.overlooked.append(f"{sample.name}: {fault.kind} {fault.labels} {fault.why}")
            continue
        used.update(hit)
        into.caught[fault.kind] += 1
        into.same_kind[fault.kind] += any(fails[number].kind == fault.kind for number in hit)
    for number, finding in enumerate(fails):
        if number not in used:
            what = f"{finding.kind} {finding.relation.arithmetic}"
            into.false_alarms.append(f"{sample.name}: {what} in “{finding.quote}”")


def _hit(sample: Sample, fault: Fault, reading: Reading, fails: list) -> list[int]:
    """The findings that touch a figure of the fault (for a repeat: both)."""
    places = [(sample.labelled(label).start, sample.labelled(label).end) for label in fault.labels]
    hits = []
    for number, finding in enumerate(fails):
        touched = [reading.figures[index] for index in finding.relation.figures]
        meets = [any(one.start < end and start < one.end for one in touched) for start, end in places]
        if all(meets) if fault.kind == "repeat" and finding.kind == "repeat" else any(meets):
            hits.append(number)
    return hits


def _around(text: str, start: int, end: int) -> str:
    return text[max(0, start - 12) : end + 8].replace("\n", "⏎")
