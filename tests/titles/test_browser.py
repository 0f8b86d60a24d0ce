"""The registers of projects and titles in a real browser: wide and narrow, in both languages, without a violation."""

import os
from random import Random

import pytest
from django.conf import settings

from jingwei.projects.models import Project, Subsidy
from jingwei.registry import packs
from jingwei.registry.models import Account
from jingwei.registry.shapes import demo_years, pack_parts
from jingwei.titles.models import Title
from tests.browser import axe, overflows

SHOTS = os.environ.get("JINGWEI_SHOTS", "")  # a folder for pictures, to look at
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def demo(transactional_db):
    pack = packs.read_pack(settings.PACKS / "keqiao")
    for name in ("regions", "sections", "projects", "titles"):
        pack_parts[name].load(pack)
    for name in ("registry", "projects", "titles"):
        demo_years[name].make(Random(2013))


def addresses():
    project, subsidy = Project.objects.latest("pk").pk, Subsidy.objects.latest("pk").pk
    title = Title.objects.filter(renews__isnull=False).latest("pk").pk
    return (
        "/desk/projects/?programme=torch",
        "/desk/projects/add/",
        f"/projects/{project}/",
        f"/subsidies/{subsidy}/",
        "/desk/titles/due/",
        "/desk/titles/add/",
        f"/titles/{title}/",
    )


@pytest.mark.parametrize(("width", "language"), [(1440, "zh-CN"), (360, "en-GB")])
def test_pages_of_the_desk(visit, demo, width, language):
    account = Account.objects.get(username="registrar")
    faults = []
    for number, address in enumerate(addresses()):
        page = visit(address, width=width, language=language, user=account)
        if SHOTS:
            page.screenshot(path=f"{SHOTS}/{number}-{width}.png", full_page=True)
        assert page.locator("h1").inner_text()
        if overflows(page) > 0:
            faults.append(f"{address} is wider than {width}")
        try:
            axe(page)
        except AssertionError as error:
            faults.append(str(error))
    assert not faults, "\n".join(faults)
