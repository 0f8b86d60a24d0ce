from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jingwei.figures.shapes import ColumnType, FrozenColumn, FrozenTable
from jingwei.figures.snapshot.content import ContentDigest
from jingwei.figures.snapshot.manifest import SnapshotError
from jingwei.figures.snapshot.writing import write_table
from jingwei.kernel.text import Text
from tests.figures.conftest import table

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=8)
days = st.dates(date(1990, 1, 1), date(2030, 1, 1))
rows = st.builds(
    lambda *values: values,
    texts,
    texts,
    texts,
    days,
    st.none() | days,
    st.integers(-(2**53) + 1, 2**53 - 1),
    st.booleans(),
)
things = st.dictionaries(texts, rows, max_size=12).map(
    lambda found: [(key, *rest) for key, rest in found.items()]
)


def content(tmp_path_factory, frozen):
    return write_table(frozen, tmp_path_factory.mktemp("table"))


@settings(max_examples=25, deadline=None)
@given(things, st.randoms())
def test_the_order_of_rows_does_not_matter(tmp_path_factory, found, random):
    shuffled = random.sample(found, len(found))
    first, second = content(tmp_path_factory, table(found)), content(tmp_path_factory, table(shuffled))
    assert first.content_sha256 == second.content_sha256
    assert first.rows == len(found)


@settings(max_examples=25, deadline=None)
@given(things.filter(bool), st.data())
def test_one_changed_value_moves_the_digest(tmp_path_factory, found, data):
    place = data.draw(st.integers(0, len(found) - 1))
    changed = list(found)
    changed[place] = (*changed[place][:-1], not changed[place][-1])
    assert content(tmp_path_factory, table(found)).content_sha256 != (
        content(tmp_path_factory, table(changed)).content_sha256
    )


def test_missing_is_not_empty(tmp_path_factory, row):
    empty, missing = (("1", "high", value, "f", date(2013, 1, 1), None, 1, False) for value in ("", None))
    digests = {content(tmp_path_factory, table([one])).content_sha256 for one in (empty, missing)}
    assert len(digests) == 2


def test_equal_values_under_another_name_are_other_content():
    digests = []
    for name in ("a", "b"):
        digest = ContentDigest("things", [("id", "string"), (name, "string")])
        digest.feed([("1", "x")])
        digests.append(digest.sha256)
    assert digests[0] != digests[1]


def test_the_same_id_twice_is_refused(tmp_path, row):
    with pytest.raises(SnapshotError, match="comes twice"):
        write_table(table([row("7"), row("7")]), tmp_path)


@pytest.mark.parametrize(
    "value",
    [1.5, datetime(2013, 1, 1), "text", True],  # noqa: DTZ001 - a time where a number belongs, of whatever zone
)
def test_what_does_not_fit_its_column_is_refused(tmp_path, value):
    columns = (
        FrozenColumn("id", ColumnType.STRING, Text("", "")),
        FrozenColumn("fen", ColumnType.INTEGER, Text("", "")),
    )
    frozen = FrozenTable("bad", Text("", ""), columns, lambda: [("1", value)], lambda user: None, str)
    with pytest.raises(SnapshotError, match="'bad' cannot be frozen"):
        write_table(frozen, tmp_path)


def test_many_rows_are_written_in_pieces(tmp_path, row):
    part = write_table(table(row(f"{number:06}") for number in range(45_000, 0, -1)), tmp_path)
    assert part.rows == 45_000
    assert not list(tmp_path.glob("*.unsorted"))
