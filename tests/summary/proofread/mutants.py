"""Seeds mistakes into texts: one figure of a relation that holds is changed so that it surely holds no more.

Each mistake is one a clerk makes: a part, a total or a rate miscounted, two digits swapped, a point slipped, persons
for projects, 百分点 for %. What remains possible after rounding is not seeded.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from jingwei.summary.proofread import Figure, Kind, Reading, Relation, Status, proofread
from jingwei.summary.proofread.intervals import Interval, total_of
from tests.summary.proofread.labels import Sample, samples

FOLDERS = ("whole-a", "whole-b", "paragraphs")
CHECKED = {Kind.SUM, Kind.SUBSET, Kind.SHARE, Kind.GROWTH, Kind.CUMULATIVE, Kind.TARGET, Kind.REPEAT}
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_OPEN = re.compile("其中|含|包括|等")
_AND_SO_ON = re.compile("[^，,。；;]{0,6}等")
_FAR = Fraction(3, 100)


@dataclass(frozen=True)
class Mutant:
    """A text with one mistake: the relation it breaks, the figure changed, and how."""

    name: str
    text: str
    kind: Kind
    how: str
    start: int
    was: str
    now: str

    def __str__(self) -> str:
        return f"{self.name}: {self.kind} {self.how}: {self.was} → {self.now} at {self.start}"


def mutants(seed: int = 2013, *folders: str) -> list[Mutant]:
    """The mutants of the texts of the folders; the same for the same seed, texts and relations found."""
    return [
        mutant
        for sample in samples(*(folders or FOLDERS))
        for mutant in _of_sample(sample, random.Random(f"{seed} {sample.name}"))
    ]


def is_caught(mutant: Mutant) -> tuple[bool, bool]:
    """Whether a FAIL touches the changed figure; whether it is of the kind that was broken."""
    reading = proofread(mutant.text)
    end = mutant.start + len(mutant.now)
    kinds = {
        finding.kind
        for finding in reading.having(Status.FAIL)
        for figure in (reading.figures[index] for index in finding.relation.figures)
        if figure.start < end and mutant.start < figure.end
    }
    return bool(kinds), mutant.kind in kinds


def _of_sample(sample: Sample, chance: random.Random) -> Iterator[Mutant]:
    reading = proofread(sample.text)
    wrong = {index for finding in reading.having(Status.FAIL) for index in finding.relation.figures}
    for relation in reading.relations:
        holds = relation.status is Status.PASS and not wrong.intersection(relation.figures)
        if holds and relation.kind in CHECKED:
            yield from _of_relation(sample, reading, relation, chance)


def _of_relation(
    sample: Sample, reading: Reading, relation: Relation, chance: random.Random
) -> Iterator[Mutant]:
    for how, index, kind in _plans(reading, relation, chance):
        figure = reading.figures[index]
        now = _rewritten(figure, how, chance)
        if now is None or now == figure.text:
            continue
        text = reading.text[: figure.start] + now + reading.text[figure.end :]
        if kind is Kind.UNIT or _breaks(relation, index, _figure_at(text, figure.start, now), reading):
            yield Mutant(sample.name, text, kind, how, figure.start, figure.text, now)


def _plans(reading: Reading, relation: Relation, chance: random.Random) -> Iterator[tuple[str, int, Kind]]:
    """How to break a relation: what is done to which figure, and what a reader would call the mistake."""
    part = chance.choice(relation.parts) if relation.parts else None
    digits = ("miscount", "swap", "point")
    if relation.kind is Kind.SUM and part is not None and relation.total is not None:
        yield chance.choice(digits), part, Kind.SUM
        yield chance.choice(digits), relation.total, Kind.SUM
    elif relation.kind is Kind.SUBSET and part is not None:
        yield "beyond", part, Kind.SUBSET
    elif relation.kind is Kind.REPEAT:
        yield chance.choice(digits), chance.choice(relation.figures), Kind.REPEAT
    elif relation.rate is not None:
        yield chance.choice(digits), relation.rate, relation.kind
        if (
            reading.figures[relation.rate].unit == "%"
            and relation.kind is Kind.GROWTH
            and relation.previous is not None
        ):
            yield "points", relation.rate, Kind.UNIT
        if reading.figures[relation.rate].unit == "百分点":
            yield "per cent", relation.rate, Kind.UNIT
    elif relation.kind is Kind.CUMULATIVE and relation.total is not None and relation.previous is not None:
        yield chance.choice(digits), relation.total, Kind.CUMULATIVE
    whole = None if relation.total is None else reading.figures[relation.total]
    if relation.kind in {Kind.SUM, Kind.SUBSET} and whole is not None and whole.unit in {"项", "件", "只"}:
        yield "persons", relation.total or 0, Kind.UNIT


def _rewritten(figure: Figure, how: str, chance: random.Random) -> str | None:
    """The figure's words with the mistake in them; None where it cannot be made there."""
    number = _NUMBER.search(figure.text)
    if number is None or figure.is_range:
        return None
    digits, rest = number[0].replace(",", ""), figure.text[number.end() :]
    if how == "points":
        return figure.text.replace("%", "个百分点")
    if how == "per cent":
        return re.sub(r"个?百分点", "%", figure.text)
    if how == "persons":
        return f"{figure.text[: -len(figure.unit)]}人" if figure.text.endswith(figure.unit) else None
    changed = _changed(digits, how, chance)
    return None if changed is None else figure.text[: number.start()] + changed + rest


def _changed(digits: str, how: str, chance: random.Random) -> str | None:
    if how == "swap":
        places = [
            at
            for at in range(len(digits) - 1)
            if (digits[at : at + 2]).isdigit() and digits[at] != digits[at + 1]
        ]
        places = [at for at in places if not (at == 0 and digits[1] == "0")]
        if not places:
            return None
        at = chance.choice(places)
        return digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    if how == "point":
        if "." in digits:
            whole, _, decimals = digits.partition(".")
            return f"{whole}{decimals[0]}.{decimals[1:]}".rstrip(".")
        return f"{digits}0"
    if how == "beyond":
        return f"{digits.partition('.')[0]}00"
    at = chance.choice([place for place, sign in enumerate(digits) if sign.isdigit()])
    others = [sign for sign in "123456789" if sign != digits[at]]
    return digits[:at] + chance.choice(others) + digits[at + 1 :]


def _figure_at(text: str, start: int, now: str) -> Figure | None:
    return next(
        (one for one in proofread(text).figures if one.start <= start < one.end and one.text == now), None
    )


def _breaks(relation: Relation, index: int, changed: Figure | None, reading: Reading) -> bool:
    """Whether no reading of the relation can hold with the figure changed, well beyond rounding."""
    if changed is None:
        return False

    def true(place: int) -> Interval:
        return changed.true if place == index else reading.figures[place].true

    parts = [true(place) for place in relation.parts]
    if relation.kind is Kind.SUM and relation.total is not None:
        added = total_of(parts)
        # a list that is not surely complete may name less than the whole
        if _is_open(relation, reading):
            return added.exceeds(true(relation.total))
        return not added.meets(true(relation.total))
    if relation.kind is Kind.SUBSET and relation.total is not None:
        return any(part.exceeds(true(relation.total)) for part in parts)
    if relation.kind is Kind.CUMULATIVE and relation.total is not None and relation.previous is not None:
        return not total_of([*parts, true(relation.previous)]).meets(true(relation.total))
    if relation.kind is Kind.REPEAT:
        return not any(true(place).meets(changed.true) for place in relation.figures if place != index)
    return relation.rate == index and _rate_breaks(relation, changed, reading)


def _is_open(relation: Relation, reading: Reading) -> bool:
    """Whether the words leave room for more than the list names, so that a smaller sum is no contradiction."""
    first, last = reading.figures[relation.figures[0]], reading.figures[relation.figures[-1]]
    return bool(
        _OPEN.search(reading.text[first.end : last.start]) or _AND_SO_ON.match(reading.text[last.end :])
    )


def _rate_breaks(relation: Relation, changed: Figure, reading: Reading) -> bool:
    """Whether a rate that held has moved beyond rounding; the growth of a count may still imply a whole one before."""
    if relation.rate is None or relation.total is None:
        return False
    was = reading.figures[relation.rate]
    if relation.kind is Kind.GROWTH and relation.previous is None and not relation.parts:
        total = reading.figures[relation.total].true
        before = total.over(changed.true.scaled(Fraction(1, 100)).shifted(1))
        return before is not None and not before.holds_whole_number()
    return abs(changed.low - was.low) > max(_FAR * was.low, Fraction(1)) and not changed.true.meets(was.true)
