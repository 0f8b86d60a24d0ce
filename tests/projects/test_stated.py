"""What the summary of 2013 states against the demonstration's records, figure by figure."""

import csv
import tomllib
from decimal import Decimal
from random import Random

import pytest
from django.conf import settings

from jingwei.figures import queries
from jingwei.figures.references import parse
from jingwei.figures.shapes import measures
from jingwei.kernel.periods import Period
from jingwei.registry import packs
from jingwei.registry.shapes import demo_years, pack_parts

STATED = tomllib.loads((settings.PACKS / "keqiao" / "stated-2013.toml").read_text(encoding="utf-8"))["stated"]
OWN = ("projects.", "subsidies.", "titles.")
HEDGES = {
    "over": lambda ours, stated: stated <= ours <= stated * 11 // 10,
    "nearly": lambda ours, stated: stated * 9 // 10 <= ours <= stated,
    "at_least": lambda ours, stated: ours >= stated,
}


def test_every_figure_of_the_csv_has_one_answer(shared):
    with (shared / "data" / "figures" / "summary-2013-figures.csv").open(encoding="utf-8") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    assert [one["id"] for one in STATED] == list(rows)
    for one in STATED:
        assert ("measure" in one) != ("not_record" in one), one["id"]
        factor = 100 if rows[one["id"]]["unit"] == "元" else 1
        assert Decimal(str(one["stated"])) == Decimal(rows[one["id"]]["value"]) * factor, one["id"]
        if "not_record" in one:
            assert one["not_record"]["zh"]
            assert one["not_record"]["en"]
        else:
            assert str(parse(one["measure"])) == one["measure"]


def test_the_two_that_differ_say_why():
    assert {one["id"] for one in STATED if "differs" in one} == {"F015", "F021"}


@pytest.fixture
def snapshot(db, tmp_path, settings):
    settings.SNAPSHOTS = tmp_path / "snapshots"
    pack = packs.read_pack(settings.PACKS / "keqiao")
    for name in ("regions", "sections", "projects", "titles"):
        pack_parts[name].load(pack)
    for name in ("registry", "projects", "titles"):
        demo_years[name].make(Random(2013))
    return queries.live_snapshot()


def test_ours_equal_what_is_stated_but_for_two(snapshot):
    ours = {}
    for one in STATED:
        if one.get("measure", "").startswith(OWN):
            ours[one["id"]] = queries.figure(one["measure"], Period.year(2013), snapshot).value
    assert len(ours) == 46
    wrong = {}
    for one in STATED:
        value = ours.get(one["id"])
        if value is None:
            continue
        holds = HEDGES.get(one.get("hedge", ""), lambda ours, stated: ours == stated)
        if not holds(value, one["stated"]):
            wrong[one["id"]] = value
    assert wrong == {"F015": 149, "F021": 27}


def test_every_exhaustive_breakdown_adds_up(snapshot):
    seen = 0
    for measure in measures:
        for year in (2012, 2013):
            figure = queries.figure(measure.id, Period.year(year), snapshot)
            for parts in queries.breakdowns(figure, snapshot):
                assert parts.finding is None, (measure.id, parts.breakdown.id, year)
                assert all(part.is_known for part in parts.parts), (measure.id, parts.breakdown.id)
                seen += parts.breakdown.is_exhaustive
    assert seen > 100


def test_last_year_is_there_for_growth(snapshot):
    for measure in ("projects.listed", "subsidies.received", "titles.enterprise_granted", "titles.awards"):
        figure = queries.figure(measure, Period.year(2013), snapshot)
        assert figure.previous
        assert figure.growth > 0
