"""Figures over the demonstration year against the same counted by the ORM."""

from decimal import ROUND_HALF_UP, Decimal

import pytest

from jingwei.figures import queries
from jingwei.figures.shapes import frozen_tables, measures
from jingwei.kernel.errors import InputError
from jingwei.kernel.periods import Period
from jingwei.projects.models import Project, Subsidy
from jingwei.registry.models import Account, Employment, Person

YEAR, BEFORE = Period.year(2013), Period.year(2012)
PERSONAL = {
    "leader", "person", "telephone", "phone", "email", "resident_id", "username", "display_name", "password",
    "contact", "address", "account", "position",
}  # fmt: skip


@pytest.fixture
def snapshot(demo):
    return queries.live_snapshot()


def tenth(value):
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)


def listed(year, **filters):
    upper = {"programme__level__in": ["national", "provincial"]}
    return Project.objects.filter(listed_on__year=year, **upper, **filters).count()


@pytest.mark.parametrize("level", ["national", "provincial"])
def test_values_growth_and_shares_agree_with_the_orm(snapshot, level):
    now, then = listed(2013, programme__level=level), listed(2012, programme__level=level)
    figure = queries.figure(f"projects.listed@level={level}", YEAR, snapshot)
    assert (figure.value, figure.previous, figure.records) == (now, then, now)
    expected = {
        "growth": tenth((Decimal(now) - then) * 100 / then),
        "share": tenth(Decimal(now) * 100 / listed(2013)),
        "previous": then,
        "difference": now - then,
        "count": now,
    }
    for modifier, value in expected.items():
        modified = queries.figure(f"projects.listed@level={level}:{modifier}", YEAR, snapshot)
        assert modified.value == value
        assert modified.base == now


def test_sums_are_those_of_the_orm_to_the_fen(snapshot):
    rows = Subsidy.objects.filter(received_on__year=2013).exclude(level="district")
    figure = queries.figure("subsidies.received", YEAR, snapshot)
    assert figure.value == sum(row.amount_fen for row in rows)
    assert figure.is_money


def test_a_period_of_its_own_prevails(snapshot):
    assert queries.figure("projects.listed[2012]", YEAR, snapshot).value == (
        queries.figure("projects.listed", BEFORE, snapshot).value
    )


def test_months_of_a_flow_are_the_year(snapshot):
    figure = queries.figure("projects.listed", YEAR, snapshot)
    months = queries.months(figure, snapshot)
    assert len(months) == 12
    assert sum(amount for _month, amount in months) == figure.value


def test_every_exhaustive_breakdown_adds_up(snapshot):
    for figure in queries.index_of(YEAR, snapshot):
        for parts in queries.breakdowns(figure, snapshot):
            assert parts.finding is None, parts.finding.text.en
            if parts.breakdown.is_exhaustive:
                assert sum(part.amount for part in parts.parts) == figure.value


def test_a_part_asked_for_by_itself_is_the_part(snapshot):
    figure = queries.figure("projects.listed", YEAR, snapshot)
    for part in queries.breakdown(figure, "town", snapshot).parts:
        alone = queries.figure(part.reference, YEAR, snapshot)
        assert (alone.value, alone.previous, alone.growth) == (part.amount, part.previous, part.growth)


def test_received_statistics_have_growth_share_and_notes_but_no_records(snapshot):
    figures = queries.figures(
        [
            "received.new_product_output:growth",
            "received.new_product_output:share",
            "received.high_tech_output:growth",
        ],
        YEAR,
        snapshot,
    )
    assert [str(figure.value) for figure in figures.values()] == ["13.8", "21.6", "4.1"]
    output = queries.figure("received.new_product_output", YEAR, snapshot)
    assert output.text("zh-hans") == "845.48亿元"
    assert output.records is None
    assert queries.records_behind(output, None).rows == ()
    assert queries.records_digest(output) == ""
    derived = queries.figure("received.total_output", YEAR, snapshot)
    assert derived.notes[0].zh.startswith("推算")
    assert queries.figure("received.new_product_output", Period.year(2010), snapshot).value is None


def test_share_of_another_reference(snapshot):
    figure = queries.figure("received.new_product_output:share(received.total_output)", YEAR, snapshot)
    assert str(figure.value) == "21.6"


def test_per_cent_of_target(snapshot):
    figure = queries.figure("projects.listed:per_cent_of_target", YEAR, snapshot)
    assert figure.value == tenth(Decimal(listed(2013)) * 100 / 140)
    assert queries.figure("projects.listed:per_cent_of_target", BEFORE, snapshot).value is None


@pytest.mark.parametrize(
    "reference",
    [
        "projects.nothing",
        "received.nothing",
        "projects.listed@mood=good",
        "projects.listed@level=galactic",
        "x",
    ],
)
def test_what_does_not_exist_is_said_in_both_languages(snapshot, reference):
    with pytest.raises(InputError) as caught:
        queries.figure(reference, YEAR, snapshot)
    assert caught.value.text.zh != caught.value.text.en


def test_no_personal_column_is_frozen(demo):
    names = {field.name for model in (Person, Employment, Account) for field in model._meta.get_fields()}
    personal = (names & PERSONAL) | PERSONAL
    for table in frozen_tables:
        assert not {column.name for column in table.columns} & personal, table.name
    people = set(Person.objects.values_list("name", flat=True))
    assert people
    for table in frozen_tables:
        for row in table.rows():
            assert not {value for value in row if isinstance(value, str)} & people, (table.name, row[0])


def test_every_measure_stands_on_columns_that_are_frozen(demo):
    for measure in measures:
        columns = {column.name for column in frozen_tables[measure.table].columns}
        wanted = {measure.date, measure.until, measure.sums, measure.distinct} - {"", None}
        assert wanted | {one.column for one in measure.breakdowns} <= columns, measure.id


def test_the_last_year_with_anything_in_it(snapshot):
    assert queries.latest_year(snapshot) >= 2013
