"""Long registers stay quick: an index gives their order, filtered or not, and nothing is joined to count or to sort.

The registers are made long by lowering the number from which they are; the plans are what the database says it does.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jingwei.projects.models import Programme, Project, Subsidy
from jingwei.projects.tables import ProjectTable, SubsidyTable
from jingwei.registry.models import Account, Assignment, Organisation, Person, Region, Section
from jingwei.registry.tables import OrganisationTable, PersonTable
from jingwei.registry.terms import Level, OrganisationKind, RegionLevel, Role
from jingwei.titles.models import Title, TitleType
from jingwei.titles.tables import TitleTable
from jingwei.titles.terms import RecipientKind, TitleCategory
from jingwei.ui.register import paging, sorting

pytestmark = pytest.mark.django_db
CAP = 30
ROWS = 120
TABLES = {
    "/desk/projects/": ProjectTable,
    "/desk/subsidies/": SubsidyTable,
    "/desk/titles/": TitleTable,
    "/desk/organisations/": OrganisationTable,
    "/desk/people/": PersonTable,
}
FILTERS = [
    "/desk/projects/?programme=some",
    "/desk/projects/?family=district&town=990001001",
    "/desk/projects/?level=district&status=running&status=closed",
    "/desk/projects/?q=dyeing",
    "/desk/projects/?q=Firm&sort=-grant_fen",
    "/desk/projects/?listed_on_from=2010-01-01&sort=name",
    "/desk/subsidies/?level=district",
    "/desk/subsidies/?programme=some&q=Firm",
    "/desk/titles/?type=some&status=valid",
    "/desk/titles/?category=award&sort=valid_until",
    "/desk/titles/?q=Prize",
    "/desk/organisations/?kind=enterprise",
    "/desk/organisations/?q=Firm",
    "/projects/",
    "/projects/?programme=some",
    "/titles/",
    "/titles/?level=district",
]


def own_orders(table: Any) -> Iterator[str]:
    """The columns a register can be ordered by without looking at another table."""
    for name, column in table([]).columns.items():
        if column.orderable and all("__" not in str(key) for key in column.order_by):
            yield name


ORDERS = [
    f"{page}?sort={turn}{name}"
    for page, table in TABLES.items()
    for name in own_orders(table)
    for turn in ("", "-")
]


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Client:
    """A registrar before registers that count as long."""
    monkeypatch.setattr(paging, "CAP", CAP)
    fill()
    account = Account.objects.create(username="reader")
    Assignment.objects.create(account=account, role=Role.REGISTRAR)
    client = Client()
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return client


def fill() -> None:
    towns = [
        Region.objects.create(code=f"99000100{n}", name=f"Town {n}", level=RegionLevel.TOWN) for n in range(2)
    ]
    section = Section.objects.create(code="some", name="Some")
    programme = Programme.objects.create(code="some", name="Some", level=Level.DISTRICT, family="district")
    kind = TitleType.objects.create(
        code="some",
        name="Prize",
        level=Level.DISTRICT,
        category=TitleCategory.AWARD,
        recipient_kind=RecipientKind.ORGANISATION,
    )
    firms = Organisation.objects.bulk_create(
        Organisation(name=f"Firm {n}", kind=OrganisationKind.ENTERPRISE, town=towns[n % 2])
        for n in range(ROWS)
    )
    Person.objects.bulk_create(Person(name=f"Person {n}") for n in range(ROWS))
    days = [date(2012, 1, 1) + timedelta(days=n % 50) for n in range(ROWS)]
    Project.objects.bulk_create(
        Project(
            number=f"P-{n:04}",
            name=f"Project {n} on dyeing",
            programme=programme,
            undertaker=firm,
            town=towns[1],
            section=section,
            listed_on=days[n],
            grant_fen=n % 7,
        )
        for n, firm in enumerate(firms)
    )
    Subsidy.objects.bulk_create(
        Subsidy(
            project=project,
            organisation_id=project.undertaker_id,
            level=Level.DISTRICT,
            document=f"No. {project.pk}",
            received_on=project.listed_on,
            amount_fen=1,
        )
        for project in Project.objects.all()
    )
    Title.objects.bulk_create(
        Title(type=kind, organisation=firm, number=f"T-{n}", granted_on=days[n], issuer="Bureau")
        for n, firm in enumerate(firms)
    )


def key_questions(browser: Client, address: str) -> list[str]:
    """The questions for the keys of one page of a register."""
    with CaptureQueriesContext(
        connection,
    ) as caught:
        response = browser.get(address, follow=True)
    assert response.status_code == 200, response.headers
    asked = [one["sql"] for one in caught.captured_queries]
    return [
        sql for sql in asked if re.match(r'SELECT "\w+"\."id" AS "pk" FROM "\w+".* ORDER BY .* LIMIT 20', sql)
    ]


def plan(sql: str) -> str:
    """What the database does to answer; PostgreSQL would rather sort a few rows, unless told that it is dear."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for dear in ("sort", "incremental_sort", "seqscan", "bitmapscan"):
                cursor.execute(f"SET LOCAL enable_{dear} = off")
        cursor.execute(("EXPLAIN " if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN ") + sql)
        return "\n".join(str(row[-1]) for row in cursor.fetchall())


@pytest.mark.parametrize("address", [*TABLES, *ORDERS, *FILTERS])
def test_an_index_gives_the_order_of_a_long_list(browser: Client, address: str) -> None:
    (sql,) = key_questions(browser, address)
    steps = plan(sql)
    assert "JOIN" not in sql
    assert "TEMP B-TREE FOR ORDER BY" not in steps, steps
    assert "TEMP B-TREE FOR RIGHT PART" not in steps, steps
    assert not re.search(r"^\s*(->)?\s*(Incremental )?Sort\b", steps, re.MULTILINE), steps
    wanted = re.search(r"sort=-?(\w+)", address)
    if wanted:
        way = "DESC" if "sort=-" in address else "ASC"
        assert re.search(rf'\."{wanted[1]}" {way}(, 1 {way})? LIMIT', sql)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL's planner needs no telling")
@pytest.mark.parametrize("sort", ["", "&sort=listed_on"])
def test_the_way_along_the_order_begins_where_the_filter_does(browser: Client, sort: str) -> None:
    days = "listed_on_from=2012-01-20&listed_on_to=2012-02-09"
    (sql,) = key_questions(browser, f"/desk/projects/?{days}&town=990001001{sort}")
    assert "SEARCH projects_project USING INDEX project_listed_on (listed_on>? AND listed_on<?)" in plan(sql)


@pytest.mark.parametrize("address", [*TABLES, *FILTERS])
def test_counting_stops_early_joins_nothing_and_is_done_once(browser: Client, address: str) -> None:
    with CaptureQueriesContext(connection) as caught:
        browser.get(address)
    counts = [one["sql"] for one in caught.captured_queries if one["sql"].startswith("SELECT COUNT(*)")]
    assert len(counts) == len(set(counts))
    for sql in counts:
        assert "JOIN" not in sql
        assert f"LIMIT {CAP + 1}" in sql or "WHERE" not in sql


@pytest.mark.parametrize("table", TABLES.values())
def test_every_own_column_can_order_a_long_list(table: Any) -> None:
    columns = table([]).columns
    slow = [
        name
        for name in own_orders(table)
        if not sorting.is_quick(table.Meta.model, str(columns[name].order_by[0]))
    ]
    assert slow == []


def test_filtered_and_whole_lists_show_the_same_rows_whichever_way_they_are_found(
    browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looking along the list and asking the index must agree."""
    for address in FILTERS:
        long = browser.get(address).content
        monkeypatch.setattr(paging, "CAP", 10_000)
        short = browser.get(address).content
        monkeypatch.setattr(paging, "CAP", CAP)
        assert rows(long) == rows(short), address
        assert rows(long), address


def rows(page: bytes) -> list[str]:
    return re.findall(r'<th scope="row">.*?</th>', page.decode())
