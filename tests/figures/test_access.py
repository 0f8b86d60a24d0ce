"""Who gets which records behind a figure: every role against the rule, record by record."""

import pytest
from django.contrib.auth.models import AnonymousUser

from jingwei.figures import access, queries
from jingwei.figures.engine.subjects import Subject, window
from jingwei.figures.models import ReceivedStatistic, Snapshot, Target
from jingwei.figures.shapes import frozen_tables, measures
from jingwei.kernel.periods import Period
from jingwei.registry.terms import DESK, EVERYONE, OUTSIDE
from tests.figures.conftest import measure, table

YEAR = Period.year(2013)
ACCOUNTS = sorted(EVERYONE - {"citizen"})


def listed(figure, user):
    """Every record listed, over all pages."""
    first = queries.records_behind(figure, user, 1, 200)
    pages = [queries.records_behind(figure, user, page, 200) for page in range(1, first.pages + 1)]
    return first, [row for page in pages for row in page.rows]


@pytest.mark.parametrize("role", [*ACCOUNTS, "citizen"])
@pytest.mark.parametrize("name", ["projects.listed", "subsidies.received", "titles.talents_in_year"])
def test_each_role_gets_what_the_rule_says(demo, account, role, name):
    user = AnonymousUser() if role == "citizen" else account(role)
    one = measures[name]
    frozen = frozen_tables[one.table]
    figure = queries.figure(name, YEAR, queries.live_snapshot())
    found, rows = listed(figure, user)
    opens = frozen.visible(user)
    names = [column.name for column in found.columns]
    if role in DESK:
        expected = figure.records if opens is None else len(opens & ids(figure))
        assert len(rows) == found.listed == expected
        assert names == [column.name for column in frozen.columns]
    elif role in OUTSIDE - {"expert"}:
        assert found.is_own
        assert {row.values[0] for row in rows} == ids(figure) & (opens or frozenset())
        assert all(row.url for row in rows)
    else:
        assert all(column.is_public for column in found.columns)
        assert len(rows) == (0 if name == "titles.talents_in_year" else figure.records)
    assert found.counted == figure.records


def ids(figure):
    engine = queries.resolver(queries.live_snapshot()).engine
    return set(engine.ids(figure.measure, window(figure.measure, figure.period, engine)))


def test_talents_are_counted_for_everyone_and_listed_for_none(demo):
    figure = queries.figure("titles.talents_in_year", YEAR, queries.live_snapshot())
    assert figure.value
    found = queries.records_behind(figure, AnonymousUser())
    assert found.listed == 0
    assert list(queries.all_records(figure, AnonymousUser())) == []


def test_withheld_rows_are_counted_but_not_listed(row):
    frozen = table([row("1"), row("2", secret=True)], withheld="secret")
    door = access.audience(AnonymousUser(), subject(measure()), frozen)
    assert door.withheld == "secret"
    assert [column.name for column in door.columns] == ["level", "begun"]


def test_a_measure_that_is_not_public_lists_nothing():
    door = access.audience(AnonymousUser(), subject(measure(is_public=False)), table([]))
    assert door.is_closed


def subject(one):
    return Subject(one.id, one.label, one.definition, one.unit, one.kind, "sha256:0", one)


@pytest.mark.parametrize("role", ACCOUNTS)
def test_who_may_change_what(db, account, role):
    user = account(role) if role not in {"enterprise", "town"} else None
    writes = role in {"officer", "registrar"}
    for model in (ReceivedStatistic, Target):
        for verb in ("add", "edit", "remove"):
            assert access.may(user, verb, model) is writes
    assert access.may(user, "freeze", Snapshot) is (writes or role == "director")
    assert not access.may(user, "delete", Snapshot)
