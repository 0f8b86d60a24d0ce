"""A place with its pack and invented enterprises: what the demonstration and the registers stand on."""

from random import Random

import pytest
from django.conf import settings

from jingwei.projects.actions.pack import load_pack
from jingwei.projects.demo import make_demo
from jingwei.registry import packs
from jingwei.registry.actions.pack import load_regions, load_sections
from jingwei.registry.models import Organisation, Region


@pytest.fixture
def place(db):
    pack = packs.read_pack(settings.PACKS / "keqiao")
    load_regions(pack)
    load_sections(pack)
    load_pack(pack)
    return pack


@pytest.fixture
def enterprises(place):
    towns = list(Region.objects.filter(level="town").order_by("code"))
    return Organisation.objects.bulk_create(
        Organisation(
            name=f"演示纺织{n:03d}有限公司", kind="enterprise", town=towns[n % len(towns)], is_demo=True
        )
        for n in range(130)
    )


@pytest.fixture
def demo(enterprises):
    make_demo(Random(2013))
