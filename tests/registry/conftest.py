"""A place, a demonstration, and an account for every role."""

import random

import pytest
from django.conf import settings

from jingwei.registry import packs
from jingwei.registry.actions.pack import load_regions, load_rules, load_sections
from jingwei.registry.models import Account, Assignment, Organisation, Region, Section


@pytest.fixture
def place(db):
    """Regions, sections and rules of the place."""
    pack = packs.read_pack(settings.PACKS / "keqiao")
    for load in (load_regions, load_sections, load_rules):
        load(pack)
    return pack


@pytest.fixture
def account(db):
    """Makes an account with the given role and place."""
    made = 0

    def make(role: str | None = None, **where) -> Account:
        nonlocal made
        made += 1
        one = Account.objects.create_user(f"{role or 'nobody'}{made}", password="a-long-password")
        if role:
            Assignment.objects.create(account=one, role=role, **where)
        return one

    return make


@pytest.fixture
def firm(db):
    """Makes an enterprise."""

    def make(name: str = "甲纺织有限公司", **values) -> Organisation:
        return Organisation.objects.create(name=name, kind=values.pop("kind", "enterprise"), **values)

    return make


@pytest.fixture
def town(db) -> Region:
    return Region.objects.create(code="330603901", name="某镇", level="town")


@pytest.fixture
def section(db) -> Section:
    return Section.objects.create(code="some", name="某科")


@pytest.fixture
def seed() -> random.Random:
    return random.Random(2013)
