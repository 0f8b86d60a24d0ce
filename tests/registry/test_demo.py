"""The demonstration is of real size, invented, marked, repeatable, and in the log."""

import random

import pytest

from jingwei.kernel.identifiers import uscc
from jingwei.ledger.models import Entry
from jingwei.registry import demo
from jingwei.registry.access import roles_of
from jingwei.registry.models import Account, Organisation, Person
from jingwei.registry.terms import ACCOUNTS, OrganisationKind


@pytest.fixture
def made(place, seed):
    return demo.make_demo(seed)


def test_everything_is_marked_and_has_a_code_no_firm_can_have(made):
    rows = list(Organisation.objects.all())
    assert len(rows) == made
    assert all(
        row.is_demo and row.uscc[2:8] == uscc.DEMO_REGION and not uscc.check(row.uscc).errors for row in rows
    )
    assert all(row.name_en for row in rows)
    assert len(demo.enterprises()) == 300
    assert len({row.name for row in rows}) == len(rows)
    assert all(person.is_demo for person in Person.objects.all())
    assert Person.objects.count() >= 160
    assert len({row.town_id for row in demo.enterprises()}) == 18


def test_making_it_again_makes_nothing(made, seed):
    before = Entry.objects.count()
    assert demo.make_demo(seed) == 0
    assert Entry.objects.count() == before


def test_a_renamed_firm_is_one_firm(made):
    renamed = [row for row in demo.enterprises() if row.names.count() > 1]
    assert len(renamed) == 18
    for row in renamed:
        names = list(row.names.order_by("valid_to"))
        current = next(name for name in names if name.valid_to is None)
        former = next(name for name in names if name.valid_to)
        assert current.name == row.name
        assert former.valid_to < current.valid_from


def test_the_hospital_belongs_to_its_university(made):
    hospital = Organisation.objects.get(name__endswith="附属医院")
    assert hospital.family.kind == OrganisationKind.UNIVERSITY


def test_every_record_is_in_the_log(made):
    assert Entry.objects.filter(kind="registry.organisation.added").count() == made
    assert Entry.objects.filter(kind="registry.organisation.renamed").count() == 18


def test_one_account_for_every_role(made, client, settings):
    settings.IS_DEMO = True
    logins = demo.demo_logins()
    assert {login.username for login in logins} == ACCOUNTS
    for login in logins:
        account = Account.objects.get(username=login.username)
        assert roles_of(account) == {login.username}
        assert account.check_password(demo.DEMO_PASSWORD)
    settings.IS_DEMO = False
    assert demo.demo_logins() == []


def test_the_same_seed_makes_the_same_firms(place):
    from jingwei.registry.demo.names import firms

    one, other = (list(firms(random.Random(7))) for _number in range(2))
    assert one == other
    assert len({firm.name.zh for firm in one}) == len(one)
