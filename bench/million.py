"""A register of any size, written quickly, and a signed-in reader."""

import itertools
import random
from collections.abc import Iterator
from datetime import date, timedelta

from django.core.management import call_command
from django.db import connection
from django.test import Client

from jingwei.projects.models import Programme, Project
from jingwei.registry.models import Account, Assignment, Organisation, Region, Section
from jingwei.registry.terms import Level, OrganisationKind, RegionLevel, Role
from jingwei.ui.shapes import WRITE, Door, doors

BATCH = 5_000


def fill(rows: int) -> None:
    """Migrate an empty database and write `rows` projects of 40 programmes, 2,000 firms and 20 towns over ten years."""
    call_command("migrate", verbosity=0, interactive=False)
    chance = random.Random(7)
    towns = Region.objects.bulk_create(
        Region(code=f"990001{n:03}", name=f"Town {n}", level=RegionLevel.TOWN) for n in range(20)
    )
    Programme.objects.bulk_create(
        Programme(code=f"programme-{n}", name=f"Programme {n}", level=Level.PROVINCIAL, order=n)
        for n in range(40)
    )
    firms = Organisation.objects.bulk_create(
        Organisation(name=f"Firm {n}", kind=OrganisationKind.ENTERPRISE, town=chance.choice(towns))
        for n in range(2_000)
    )
    section = Section.objects.create(code="bench", name="Bench")
    programmes = list(Programme.objects.values_list("pk", flat=True))
    projects = _projects(rows, chance, programmes, firms, section)
    while batch := list(itertools.islice(projects, BATCH)):
        Project.objects.bulk_create(batch)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _projects(
    rows: int, chance: random.Random, programmes: list[int], firms: list[Organisation], section: Section
) -> Iterator[Project]:
    first = date(2005, 1, 1)
    for number in range(rows):
        firm = chance.choice(firms)
        yield Project(
            number=f"BENCH-{number:07}",
            name=f"Project {number} on dyeing and finishing{' 印染' if number % 1_000 == 7 else ''}",
            programme_id=chance.choice(programmes),
            undertaker=firm,
            town=firm.town,
            section=section,
            listed_on=first + timedelta(days=chance.randrange(3_650)),
            budget_fen=50_000_000,
            grant_fen=chance.randrange(0, 30_000_000, 100_000),
        )


def client() -> Client:
    """A browser signed in as a registrar who is let into the peer's pages too."""
    doors.put(
        Door(name, frozenset({Role.REGISTRAR.value}), WRITE)
        for name in ("admin:index", "admin:projects_project_changelist")
    )
    account = Account.objects.create(username="bench", is_staff=True, is_superuser=True)
    Assignment.objects.create(account=account, role=Role.REGISTRAR)
    browser = Client()
    browser.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return browser
