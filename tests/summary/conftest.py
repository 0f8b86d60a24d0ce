"""The demonstration year with its registers, people of the bureau, and a summary drafted from the template."""

import random

import pytest
from django.conf import settings
from django.db import transaction

from jingwei.registry import packs
from jingwei.registry.models import Account, Assignment, Organisation, Section
from jingwei.registry.shapes import demo_years
from jingwei.summary import actions

REGISTERS = {"registry", "projects", "titles", "figures"}


def make_year() -> None:
    """The pack and the registers of the demonstration, without its summary."""
    packs.load(packs.read_pack(settings.PACKS / "keqiao"))
    for one in sorted(demo_years, key=lambda year: year.order):
        if one.name in REGISTERS:
            one.make(random.Random(2013))


@pytest.fixture(scope="module")
def _year(django_db_setup, django_db_blocker):
    """Made once for a module, in a transaction around those of its tests."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_year()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def year(_year, db):
    """The place with its demonstration year."""


@pytest.fixture
def person(db):
    """Makes an account in a role; an officer in a section by its code, an enterprise with an organisation."""
    made = 0

    def make(role: str, section: str = "") -> Account:
        nonlocal made
        made += 1
        one = Account.objects.create_user(f"{role}-{made}", password="a-long-password")
        where = {}
        if section:
            where["section"] = Section.objects.get(code=section)
        if role == "enterprise":
            where["organisation"] = Organisation.objects.filter(projects__isnull=False).first()
        Assignment.objects.create(account=one, role=role, **where)
        return one

    return make


@pytest.fixture
def director(person):
    return person("director")


@pytest.fixture
def draft(year, director):
    """Version 1 of 2013, as the template has it."""
    return actions.create_from_template(by=director, pack=settings.PACKS / "keqiao", year=2013)
