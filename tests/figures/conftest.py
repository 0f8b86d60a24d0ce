"""Snapshots made of a handful of rows, and the demonstration year with people of every role."""

import random
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction

from jingwei.figures.engine.engine import Engine
from jingwei.figures.shapes import Breakdown, ColumnType, FrozenColumn, FrozenTable, Kind, Measure
from jingwei.figures.snapshot.manifest import Manifest
from jingwei.figures.snapshot.writing import write_table
from jingwei.kernel.text import Text
from jingwei.registry import packs
from jingwei.registry.models import Account, Assignment, Organisation, Region
from jingwei.registry.shapes import demo_years

WORDS = Text("字", "word")
COLUMNS = (
    ("id", ColumnType.STRING),
    ("level", ColumnType.STRING),
    ("town", ColumnType.STRING),
    ("firm", ColumnType.STRING),
    ("begun", ColumnType.DATE),
    ("ended", ColumnType.DATE),
    ("fen", ColumnType.INTEGER),
    ("secret", ColumnType.BOOLEAN),
)
LEVELS = {"high": Text("高", "High"), "low": Text("低", "Low")}
TOWNS = {"a": Text("甲镇", "A"), "b": Text("乙镇", "B"), "": Text("无", "None")}


def table(rows, **more) -> FrozenTable:
    """A frozen table of the columns above; every second column is public."""
    columns = tuple(
        FrozenColumn(name, kind, Text(name, name), is_public=name in {"level", "begun"})
        for name, kind in COLUMNS
    )
    return FrozenTable(
        "things", WORDS, columns, lambda: rows, lambda user: None, lambda key: f"/things/{key}/", **more
    )


def measure(**changes) -> Measure:
    """A measure over them."""
    values = {
        "id": "things.counted",
        "label": Text("事物", "Things"),
        "definition": Text("怎么数", "How"),
        "unit": Text("项", "items"),
        "kind": Kind.FLOW,
        "table": "things",
        "where": lambda rows: rows,
        "date": "begun",
        "breakdowns": (
            Breakdown("level", Text("按级别", "By level"), "level", lambda: LEVELS),
            Breakdown("town", Text("按镇街", "By town"), "town", lambda: TOWNS),
        ),
    }
    return Measure(**{**values, **changes})


def manifest_of(folder: Path, rows, **changes) -> Manifest:
    """The rows written into `folder`, and the manifest over them."""
    part = write_table(table(rows), folder)
    values = {"kind": "live", "name": "live", "measures": {}, "code_version": "0", "writer": "test"}
    return Manifest(tables=(part,), **{**values, **changes})


@pytest.fixture
def engine(tmp_path):
    """Makes an engine over rows."""
    made = 0

    def make(rows, **changes) -> Engine:
        nonlocal made
        made += 1
        folder = tmp_path / str(made)
        folder.mkdir()
        return Engine(folder, manifest_of(folder, rows, **changes))

    return make


@pytest.fixture
def row():
    """Makes one row; what is not said is ordinary."""

    def make(
        key, *, level="high", town="a", firm="f", begun=date(2013, 5, 1), ended=None, fen=100, secret=False
    ):
        return (key, level, town, firm, begun, ended, fen, secret)

    return make


@pytest.fixture(scope="module")
def _demo_year(django_db_setup, django_db_blocker):
    """Made once for a module, in a transaction around those of its tests."""
    with django_db_blocker.unblock(), transaction.atomic():
        packs.load(packs.read_pack(settings.PACKS / "keqiao"))
        for one in sorted(demo_years, key=lambda year: year.order):
            if one.name in {"registry", "projects", "titles", "figures"}:
                one.make(random.Random(2013))
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(_demo_year, db):
    """The place with its demonstration year."""


@pytest.fixture
def account(db):
    """Makes an account in a role; an enterprise's with an organisation that has projects."""
    made = 0

    def make(role: str) -> Account:
        nonlocal made
        made += 1
        one = Account.objects.create_user(f"reader-{role}-{made}", password="a-long-password")
        where = {}
        if role in {"enterprise", "university", "park"}:
            where["organisation"] = Organisation.objects.filter(projects__isnull=False).order_by("pk").first()
        if role == "town":
            where["town"] = Region.objects.filter(projects__isnull=False).order_by("code").first()
        Assignment.objects.create(account=one, role=role, **where)
        return one

    return make
