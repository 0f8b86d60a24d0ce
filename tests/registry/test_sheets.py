"""Importing organisations: what meets what, renames warned of, the same file adds nothing."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from jingwei.documents.shapes import Outcome
from jingwei.kernel.identifiers.uscc import DEMO_REGION, make_uscc
from jingwei.ledger.models import Entry
from jingwei.registry.actions.organisations import rename_organisation
from jingwei.registry.declared.sheets import kinds_by_spelling, may_import, resolve, store, towns_by_spelling
from jingwei.registry.models import Organisation

CODE, OTHER = make_uscc("9", "1", DEMO_REGION, 1), make_uscc("9", "1", DEMO_REGION, 2)


@pytest.fixture
def registrar(account):
    return account("registrar")


def outcomes(*rows) -> list[Outcome]:
    return [one.outcome for one in resolve(rows)]


def test_new_rows_are_added_with_town_and_kind(registrar, place):
    row = {"uscc": CODE, "name": "甲纺织有限公司", "town": "330603001", "industry": "1751"}
    assert outcomes(row) == [Outcome.ADD]
    assert store(by=registrar, rows=[row]) == (1, 0)
    made = Organisation.objects.get()
    assert (made.town.name, made.kind, made.industry_edition) == ("柯桥街道", "enterprise", "GB/T 4754-2011")
    assert made.names.get().name == "甲纺织有限公司"


def test_the_same_file_again_adds_nothing(registrar, place):
    rows = [
        {"uscc": CODE, "name": "甲", "town": "330603001"},
        {"uscc": OTHER, "name": "乙", "founded_on": date(2001, 1, 1)},
    ]
    store(by=registrar, rows=rows)
    entries = Entry.objects.count()
    assert outcomes(*rows) == [Outcome.SAME, Outcome.SAME]
    assert store(by=registrar, rows=rows) == (0, 0)
    assert Entry.objects.count() == entries


def test_a_new_name_under_a_known_code_is_a_rename_and_warned_of(registrar, place, firm):
    one = firm("旧名有限公司", uscc=CODE)
    found = resolve([{"uscc": CODE, "name": "新名有限公司"}])[0]
    assert found.outcome == Outcome.CHANGE
    assert [fault.code for fault in found.faults] == ["W-RENAMED"]
    assert store(by=registrar, rows=[{"uscc": CODE, "name": "新名有限公司"}]) == (0, 1)
    one.refresh_from_db()
    assert one.name == "新名有限公司"
    assert set(one.names.values_list("name", flat=True)) == {"旧名有限公司", "新名有限公司"}


def test_an_old_name_in_an_old_ledger_does_not_rename_back(registrar, place, firm):
    one = firm("旧名有限公司", uscc=CODE)
    rename_organisation(by=registrar, organisation=one, name="新名有限公司", on=date(2013, 1, 1))
    row = {"uscc": CODE, "name": "旧名有限公司", "address": "某路"}
    assert [fault.code for fault in resolve([row])[0].faults] == ["W-FORMER-NAME"]
    store(by=registrar, rows=[row])
    one.refresh_from_db()
    assert (one.name, one.address) == ("新名有限公司", "某路")
    assert outcomes({"name": "旧名有限公司"}) == [Outcome.SAME]


def test_a_known_name_with_another_code_is_refused(place, firm):
    firm("甲", uscc=CODE)
    found = resolve([{"uscc": OTHER, "name": "甲"}])[0]
    assert found.outcome == Outcome.REFUSE
    assert found.faults[0].code == "E-DUP-CONFLICT"


def test_a_name_borne_by_two_is_refused_without_code(place, firm):
    firm("甲", uscc=CODE)
    firm("甲", uscc=OTHER)
    assert resolve([{"name": "甲"}])[0].faults[0].code == "E-AMBIGUOUS"


def test_an_empty_cell_takes_nothing_away(registrar, place, firm):
    one = firm("甲", uscc=CODE, address="某路")
    assert outcomes({"uscc": CODE, "name": "甲", "address": ""}) == [Outcome.SAME]
    store(by=registrar, rows=[{"uscc": CODE, "name": "甲", "address": ""}])
    one.refresh_from_db()
    assert one.address == "某路"


def test_a_code_is_filled_in_for_a_known_name(registrar, place, firm):
    one = firm("甲")
    assert store(by=registrar, rows=[{"uscc": CODE, "name": "甲"}]) == (0, 1)
    one.refresh_from_db()
    assert one.uscc == CODE


def test_only_writers_import(account, place):
    assert not may_import(account("supervisor"))
    with pytest.raises(PermissionDenied):
        store(by=account("supervisor"), rows=[{"uscc": CODE, "name": "甲"}])


def test_towns_are_found_by_short_names_and_both_languages(place):
    spelled = towns_by_spelling()
    assert spelled["柯桥"] == spelled["柯桥街道"] == spelled["Keqiao Subdistrict"] == "330603001"
    assert kinds_by_spelling()["企业"] == "enterprise"
