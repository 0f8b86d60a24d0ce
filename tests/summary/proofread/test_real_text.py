"""The real summary of 2013: nearly all its figures, both its contradictions, and no accusation besides."""

import csv
import re
from fractions import Fraction
from pathlib import Path

import pytest

from jingwei.documents.reading.prose import read_prose
from jingwei.summary.proofread import Figure, Kind, Reading, Status, proofread

FOUND, MOST = 105, 112
AREA = {"㎡": "平方米"}


@pytest.fixture(scope="module")
def reading(shared: Path) -> Reading:
    path = shared / "source" / "summary-2013.txt"
    if not path.is_file():
        pytest.skip(f"NO REAL TEXT: {path} is absent")
    return proofread(read_prose(path.name, path.read_bytes()))


@pytest.fixture(scope="module")
def listed(shared: Path) -> list[dict[str, str]]:
    """The figures a person listed, without ordinals."""
    with (shared / "data" / "figures" / "summary-2013-figures.csv").open(
        encoding="utf-8-sig", newline=""
    ) as file:
        return [row for row in csv.DictReader(file) if row["kind"] != "ordinal"]


def test_the_figures_a_person_listed_are_found_in_order(
    reading: Reading, listed: list[dict[str, str]]
) -> None:
    assert len(listed) == 108
    missed, place = [], 0
    for row in listed:
        match = next(
            (at for at in range(place, len(reading.figures)) if is_it(reading.figures[at], row)), None
        )
        if match is None:
            missed.append(row["id"])
        else:
            place = match + 1
    assert len(listed) - len(missed) >= FOUND, missed


def is_it(figure: Figure, row: dict[str, str]) -> bool:
    unit = AREA.get(row["unit"], row["unit"])
    same_unit = figure.unit == unit or unit.startswith(figure.unit) or figure.unit.startswith(unit)
    return figure.low == figure.high == Fraction(row["value"]) and (
        same_unit or row["unit"] in {"大", "园区"}
    )


def test_little_else_is_taken_for_a_figure(reading: Reading) -> None:
    assert len(reading.figures) <= MOST


def test_both_contradictions_fail_and_nothing_else(reading: Reading) -> None:
    fails = reading.having(Status.FAIL)
    assert [finding.kind for finding in fails] == [Kind.SUM, Kind.UNIT]
    parts, units = fails
    assert re.match(r"省级26项", parts.quote)
    assert "27" in parts.relation.arithmetic
    assert reading.figures[units.relation.figures[0]].text == "126只"
    assert {reading.figures[index].unit for index in units.relation.parts} == {"人"}


@pytest.mark.parametrize(
    ("total", "parts"),
    [
        ("148项", ["19项", "26项", "103项"]),
        ("19项", ["4项", "5项", "7项", "3项"]),
        ("50万平方米", ["20万平方米", "30万平方米"]),
    ],
)
def test_what_adds_up_is_seen_to(reading: Reading, total: str, parts: list[str]) -> None:
    texts = [
        (reading.figures[one.total].text, [reading.figures[index].text for index in one.parts])
        for one in reading.relations
        if one.kind is Kind.SUM and one.status is Status.PASS and one.total is not None
    ]
    assert (total, parts) in texts


@pytest.mark.parametrize(("value", "rate", "previous"), [("97件", "4.3%", "93"), ("1054件", "53.9%", "685")])
def test_growth_of_counts_implies_a_whole_number(
    reading: Reading, value: str, rate: str, previous: str
) -> None:
    growths = [
        one for one in reading.relations if one.kind is Kind.GROWTH and one.total is not None and one.rate
    ]
    (found,) = [
        one
        for one in growths
        if (reading.figures[one.total or 0].text, reading.figures[one.rate or 0].text) == (value, rate)
    ]
    assert found.status is Status.PASS
    assert previous in found.arithmetic
