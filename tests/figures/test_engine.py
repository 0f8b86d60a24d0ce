"""The engine against brute force in Python over the same rows."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jingwei.figures.engine import relations
from jingwei.figures.engine.engine import Engine
from jingwei.figures.engine.windows import window_of
from jingwei.figures.shapes import Kind
from jingwei.figures.snapshot.manifest import SnapshotError
from jingwei.kernel.periods import Period
from tests.figures.conftest import COLUMNS, manifest_of, measure

days = st.dates(date(2011, 12, 1), date(2014, 2, 1))
bodies = st.fixed_dictionaries(
    {
        "level": st.sampled_from(["high", "low"]),
        "town": st.sampled_from(["a", "b", None]),
        "firm": st.sampled_from(["f", "g", "h"]),
        "begun": days,
        "ended": st.none() | days,
        "fen": st.none() | st.integers(0, 10**14),
        "secret": st.booleans(),
    }
)
things = st.lists(bodies, max_size=25).map(
    lambda found: [{"id": f"{n:03}", **one} for n, one in enumerate(found)]
)
periods = st.sampled_from(["2012", "2013", "2013H1", "2013Q2", "2013-05", "2013-02-01..2013-09-15"]).map(
    Period.parse
)
kinds = st.sampled_from(Kind)
filters = st.sampled_from(
    [(), (("level", ("high",)),), (("level", ("high", "low")), ("town", ("a",))), (("town", ("",)),)]
)
sums = st.sampled_from([{}, {"sums": "fen"}, {"distinct": "firm"}])


def counted(found, kind, period, wanted, cut_off=None):
    """The rule, once more and plainly."""
    end = min(period.end, cut_off or period.end)
    for one in found:
        inside = one["begun"] <= end and (kind is not Kind.FLOW or one["begun"] >= period.start)
        stands = kind is not Kind.STOCK or one["ended"] is None or one["ended"] > end
        fits = all((one[column] or "") in values for column, values in wanted)
        if inside and stands and fits:
            yield one


def amount(found, shape):
    if "sums" in shape:
        return sum(one["fen"] or 0 for one in found)
    return len({one["firm"] for one in found}) if "distinct" in shape else len(found)


@settings(max_examples=60, deadline=None)
@given(things, periods, kinds, filters, sums, st.none() | days)
def test_value_records_and_parts_are_the_same_relation(
    tmp_path_factory, found, period, kind, wanted, shape, cut_off
):
    folder = tmp_path_factory.mktemp("snapshot")
    engine = Engine(folder, manifest_of(folder, [tuple(one[name] for name, _ in COLUMNS) for one in found]))
    one = measure(kind=kind, until="ended" if kind is Kind.STOCK else "", **shape)
    window = window_of(kind, period, cut_off)
    expected = list(counted(found, kind, period, wanted, cut_off))
    totals = engine.totals(one, window, wanted)
    assert (totals.amount, totals.records) == (amount(expected, shape), len(expected))
    assert {record["id"] for record in engine.records(one, window, wanted)} == {
        record["id"] for record in expected
    }
    assert list(engine.ids(one, window, wanted)) == sorted(record["id"] for record in expected)
    for column in ("level", "town"):
        parts = engine.parts(one, window, column, wanted)
        brute = {value: [it for it in expected if (it[column] or "") == value] for value in parts}
        assert {value: part.amount for value, part in parts.items()} == {
            value: amount(rest, shape) for value, rest in brute.items()
        }
        assert sum(part.records for part in parts.values()) == len(expected)


def test_sums_of_fen_are_exact_beyond_floats(engine, row):
    large = 2**53 - 1
    made = engine([row(str(number), fen=large) for number in range(2000)])
    window = window_of(Kind.FLOW, Period.year(2013), None)
    assert made.totals(measure(sums="fen"), window).amount == 2000 * large


def test_a_stock_ends_on_the_day_it_no_longer_stands(engine, row):
    made = engine([row("1", begun=date(2013, 1, 1), ended=date(2013, 6, 30))])
    stock = measure(kind=Kind.STOCK, until="ended")
    before, after = (
        window_of(Kind.STOCK, Period.parse(text), None) for text in ("2013-01-01..2013-06-29", "2013H1")
    )
    assert made.totals(stock, before).amount == 1
    assert made.totals(stock, after).amount == 0


def test_a_cut_off_at_midnight_does_not_know_the_day_it_begins(engine, row):
    made = engine([row("1", begun=date(2014, 1, 1))], cut_off="2014-01-01T00:00:00+08:00")
    assert made.cut_off == date(2013, 12, 31)


def test_pages_do_not_overlap_and_only_some_ids_are_listed(engine, row):
    made = engine([row(f"{number:03}", secret=number % 5 == 0) for number in range(50)])
    one, window = measure(), window_of(Kind.FLOW, Period.year(2013), None)
    pages = [made.records(one, window, limit=20, offset=offset) for offset in (0, 20, 40)]
    listed = [record["id"] for page in pages for record in page]
    assert len(listed) == len(set(listed)) == 50
    some = frozenset({"001", "002", "999"})
    assert {record["id"] for record in made.records(one, window, only=some)} == {"001", "002"}
    assert made.count(one, window, only=some) == 2
    assert made.count(one, window, withheld="secret") == 40
    assert not any(record["secret"] for record in made.records(one, window, withheld="secret"))


def test_the_digest_of_records_moves_with_them(engine, row):
    window = window_of(Kind.FLOW, Period.year(2013), None)
    digests = {
        engine(rows).records_digest(measure(), window)
        for rows in ([row("1")], [row("1"), row("2")], [row("2")])
    }
    assert len(digests) == 3


def test_nothing_outside_the_snapshot_can_be_read(engine, row):
    made = engine([row("1")])
    for statement in (
        "SELECT * FROM read_csv('/etc/passwd')",
        "COPY (SELECT 1) TO '/tmp/x.csv'",
        "INSTALL httpfs",
    ):
        with pytest.raises(Exception, match=r"(?i)permission|disabled|cannot"):
            made._connection.execute(statement)


def test_a_measure_over_columns_that_were_not_frozen_says_so(engine, row):
    window = window_of(Kind.FLOW, Period.year(2013), None)
    with pytest.raises(SnapshotError, match="before the columns"):
        engine([row("1")]).totals(measure(date="unheard_of"), window)
    with pytest.raises(SnapshotError, match="no table 'others'"):
        engine([row("1")]).totals(measure(table="others"), window)


def test_a_changed_condition_changes_the_definition_though_its_words_stay(engine):
    columns = (("id", "string"), ("begun", "date"), ("level", "string"))
    digests = {
        relations.definition_digest(measure(where=where), columns)
        for where in (lambda rows: rows, lambda rows: rows.filter(rows.level == "high"))
    }
    assert len(digests) == 2
