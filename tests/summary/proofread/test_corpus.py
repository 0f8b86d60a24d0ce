"""What is found in the labelled texts, and what is wrongly accused: floors that are only ever raised.

The folders that are not named here are held out: what they score is printed by the report.
"""

from collections import Counter

import pytest

from jingwei.summary.proofread import Status, proofread
from tests.summary.proofread.labels import Sample, samples
from tests.summary.proofread.mutants import Mutant, is_caught, mutants
from tests.summary.proofread.report import SEED
from tests.summary.proofread.scoring import Score, score

TUNED = ("whole-a", "whole-b", "paragraphs")
FIGURES, VALUES, EXTRA = 0.99, 0.99, 5  # shares found and with their value; figures that are none
CAUGHT = {
    "cumulative": 6,
    "growth": 10,
    "repeat": 7,
    "share": 8,
    "subset": 7,
    "sum": 9,
    "target": 8,
    "unit": 9,
}
SEEDED = {
    "cumulative": 1.0,
    "growth": 0.9,
    "repeat": 1.0,
    "share": 0.75,
    "subset": 0.95,
    "sum": 0.8,
    "target": 1.0,
    "unit": 0.6,
}
ALL_CAUGHT = 168  # of 176 in every set, those written last included
CLEAN = [sample for sample in samples(*TUNED) if not sample.faults]


@pytest.fixture(scope="module")
def tuned() -> Score:
    total = Score()
    for sample in samples(*TUNED):
        score(sample, proofread(sample.text), total)
    return total


@pytest.fixture(scope="module")
def seeded() -> list[Mutant]:
    return mutants(SEED, *TUNED)


def test_figures_are_found_with_their_values(tuned: Score) -> None:
    assert tuned.found >= FIGURES * tuned.figures, tuned.missed
    assert tuned.right_value >= VALUES * tuned.figures, tuned.missed
    assert len(tuned.extra) <= EXTRA, tuned.extra


@pytest.mark.parametrize("kind", CAUGHT)
def test_contradictions_are_found(tuned: Score, kind: str) -> None:
    assert tuned.caught[kind] >= CAUGHT[kind], [line for line in tuned.overlooked if f": {kind} " in line]


def test_nothing_else_is_called_wrong(tuned: Score) -> None:
    assert tuned.false_alarms == []


@pytest.mark.parametrize("sample", CLEAN, ids=lambda sample: sample.name)
def test_in_a_clean_text_nothing_fails(sample: Sample) -> None:
    fails = proofread(sample.text).having(Status.FAIL)
    assert [finding.quote for finding in fails] == []


def test_mistakes_are_seeded_the_same_way_each_time(seeded: list[Mutant]) -> None:
    assert seeded == mutants(SEED, *TUNED)
    assert seeded != mutants(SEED + 1, *TUNED)
    assert all(mutant.text[mutant.start :].startswith(mutant.now) for mutant in seeded)


@pytest.mark.parametrize("kind", SEEDED)
def test_seeded_mistakes_are_caught(seeded: list[Mutant], kind: str) -> None:
    seen = Counter(is_caught(mutant)[0] for mutant in seeded if mutant.kind.value == kind)
    assert seen[True] >= SEEDED[kind] * seen.total(), seen


def test_every_set_keeps_what_was_reached() -> None:
    total = Score()
    for sample in samples():
        score(sample, proofread(sample.text), total)
    assert sum(total.caught.values()) >= ALL_CAUGHT, total.overlooked
    assert total.false_alarms == []
