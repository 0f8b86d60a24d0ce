"""Every verb changes what it says, refuses whom it must, and leaves exactly one entry in the log."""

import json
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from jingwei.kernel.clocks.clock import Unit
from jingwei.kernel.errors import InputError
from jingwei.ledger.actions import OutsideTransactionError
from jingwei.ledger.models import Entry
from jingwei.ledger.queries import history
from jingwei.registry import acting
from jingwei.registry.actions import accounts, calendar, organisations, people
from jingwei.registry.actions.pack import load_calendar
from jingwei.registry.models import Account, CalendarDay, DatedRule, Organisation, OrganisationName, Region
from jingwei.registry.queries.calendar import bureau_calendar, limit_for, reckon_by_rule
from jingwei.registry.queries.organisations import name_on
from jingwei.registry.queries.regions import lineage, names_on
from jingwei.registry.terms import ACCOUNTS, WRITERS, LimitUnit


@pytest.fixture
def registrar(account):
    return account("registrar")


@pytest.fixture
def security(account):
    return account("security_admin")


def entries(kind: str) -> list[Entry]:
    return list(Entry.objects.filter(kind=kind))


# organisations


def test_a_new_organisation_has_a_dated_name_and_one_entry(registrar, town):
    made = organisations.add_organisation(
        by=registrar,
        name=" 甲纺织有限公司 ",
        kind="enterprise",
        town=town,
        uscc="91110000600037341l",
        founded_on=date(2001, 2, 3),
    )
    assert (made.name, made.uscc) == ("甲纺织有限公司", "91110000600037341L")
    assert made.names.get().valid_from == date(2001, 2, 3)
    entry = entries("registry.organisation.added")[0]
    leaf = json.loads(entry.leaf)
    assert leaf["body"]["facts"] == {"name": made.name, "uscc": made.uscc}
    assert leaf["body"]["roles"] == ["registrar"]


@pytest.mark.parametrize("code", ["91110000600037341M", "9111", "9111000060003734IL"])
def test_a_wrong_code_is_refused(registrar, code):
    with pytest.raises(InputError):
        organisations.add_organisation(by=registrar, name="甲", kind="enterprise", uscc=code)
    assert not Organisation.objects.exists()


def test_a_code_belongs_to_one_organisation(registrar):
    organisations.add_organisation(by=registrar, name="甲", kind="enterprise", uscc="91110000600037341L")
    with pytest.raises(InputError, match="already belongs"):
        organisations.add_organisation(by=registrar, name="乙", kind="enterprise", uscc="91110000600037341L")


def test_organisations_without_code_do_not_collide(registrar):
    for name in ("甲", "乙"):
        organisations.add_organisation(by=registrar, name=name, kind="enterprise", uscc="")
    assert Organisation.objects.filter(uscc=None).count() == 2


@pytest.mark.parametrize("role", sorted(ACCOUNTS - WRITERS))
def test_nobody_else_touches_organisations(account, firm, role):
    other, one = account(role), firm()
    acts = (
        lambda: organisations.add_organisation(by=other, name="甲", kind="enterprise"),
        lambda: organisations.edit_organisation(by=other, organisation=one, values={"address": "x"}),
        lambda: organisations.rename_organisation(by=other, organisation=one, name="x", on=date(2013, 1, 1)),
        lambda: organisations.join_family(by=other, organisation=one, family=None),
        lambda: organisations.import_organisations(by=other, rows=[], on=date(2013, 1, 1)),
        lambda: people.add_person(by=other, name="甲"),
    )
    for act in acts:
        with pytest.raises(PermissionDenied):
            act()
    assert not Entry.objects.exists()


def test_editing_writes_what_changed_and_nothing_else(registrar, firm, town):
    one = firm(address="旧址")
    organisations.edit_organisation(
        by=registrar, organisation=one, values={"address": "新址", "town": town, "name": "不许"}
    )
    one.refresh_from_db()
    assert (one.address, one.town, one.name) == ("新址", town, "甲纺织有限公司")
    view = history(acting.subject_of(one))[0]
    assert view.opened("changes") == {"address": ["旧址", "新址"], "town": [None, town.pk]}
    assert view.opened("actor") == {"account": registrar.pk, "name": str(registrar)}
    organisations.edit_organisation(by=registrar, organisation=one, values={"address": "新址"})
    assert len(history(acting.subject_of(one))) == 1


def test_moving_has_a_verb_of_its_own(registrar, firm, town):
    organisations.move_organisation(by=registrar, organisation=firm(), town=town)
    assert len(entries("registry.organisation.moved")) == 1


def test_who_acted_and_what_changed_are_never_in_the_leaf(registrar, firm):
    one = firm(address="旧址某处")
    organisations.edit_organisation(by=registrar, organisation=one, values={"address": "新址某处"})
    leaf = Entry.objects.get().leaf.decode()
    for secret in ("旧址某处", "新址某处", registrar.username):
        assert secret not in leaf


def test_a_renamed_firm_is_one_firm_with_two_names(registrar, firm):
    one = firm()
    OrganisationName.objects.create(organisation=one, name=one.name, valid_from=date(2000, 1, 1))
    organisations.rename_organisation(
        by=registrar, organisation=one, name="乙科技有限公司", on=date(2013, 6, 1)
    )
    assert name_on(one, date(2013, 5, 31)) == "甲纺织有限公司"
    assert name_on(one, date(2013, 6, 1)) == "乙科技有限公司"
    one.refresh_from_db()
    assert one.name == "乙科技有限公司"
    assert Organisation.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "on"), [("甲纺织有限公司", date(2013, 1, 1)), (" ", date(2013, 1, 1)), ("乙", date(1999, 1, 1))]
)
def test_a_rename_must_change_something_and_come_later(registrar, firm, name, on):
    one = firm()
    OrganisationName.objects.create(organisation=one, name=one.name, valid_from=date(2000, 1, 1))
    with pytest.raises(InputError):
        organisations.rename_organisation(by=registrar, organisation=one, name=name, on=on)
    assert one.names.count() == 1


def test_families_make_no_circles(registrar, firm):
    top, middle, bottom = firm("甲"), firm("乙"), firm("丙")
    organisations.join_family(by=registrar, organisation=middle, family=top)
    organisations.join_family(by=registrar, organisation=bottom, family=middle)
    for member in (top, middle, bottom):
        with pytest.raises(InputError):
            organisations.join_family(by=registrar, organisation=top, family=member)
    organisations.join_family(by=registrar, organisation=middle, family=None)
    middle.refresh_from_db()
    assert middle.family is None


# people and accounts


def test_a_person_is_added_edited_and_employed(registrar, firm):
    person = people.add_person(by=registrar, name="钱某", telephone="13800000000")
    people.edit_person(by=registrar, person=person, values={"title": "工程师"})
    job = people.add_employment(by=registrar, person=person, organisation=firm(), valid_from=date(2012, 1, 1))
    people.end_employment(by=registrar, employment=job, on=date(2013, 1, 1))
    with pytest.raises(InputError):
        people.end_employment(by=registrar, employment=job, on=date(2011, 1, 1))
    leaves = b"".join(Entry.objects.values_list("leaf", flat=True)).decode()
    assert "钱某" not in leaves
    assert "13800000000" not in leaves
    assert Entry.objects.count() == 4


def test_an_account_is_made_with_a_password_that_must_change(security):
    made, password = accounts.create_account(by=security, username="newcomer", display_name="新人")
    assert made.check_password(password)
    assert made.must_change_password
    assert password not in str(list(Entry.objects.values()))
    with pytest.raises(InputError):
        accounts.create_account(by=security, username="newcomer", display_name="又一人")


def test_a_role_needs_its_place(security, account):
    one = account()
    for role in ("officer", "enterprise", "university", "park", "town", "citizen"):
        with pytest.raises(InputError):
            accounts.assign_role(by=security, account=one, role=role)
    assert not one.assignments.exists()


def test_roles_that_may_not_meet_do_not(security, account, section):
    officer = account("officer", section=section)
    for role in ("system_admin", "audit_admin", "supervisor", "auditor"):
        with pytest.raises(InputError):
            accounts.assign_role(by=security, account=officer, role=role)
    accounts.assign_role(by=security, account=officer, role="registrar")


def test_a_role_that_is_over_no_longer_forbids(security, account, section):
    one = account("officer", section=section, valid_to=date(2013, 1, 1))
    accounts.assign_role(by=security, account=one, role="supervisor", valid_from=date(2013, 1, 2))
    with pytest.raises(InputError):
        accounts.assign_role(by=security, account=one, role="officer", section=section)


def test_nobody_gives_himself_a_role_or_ends_it(security):
    with pytest.raises(PermissionDenied):
        accounts.assign_role(by=security, account=security, role="director")
    with pytest.raises(PermissionDenied):
        accounts.end_assignment(by=security, assignment=security.assignments.get())
    with pytest.raises(PermissionDenied):
        accounts.disable_account(by=security, account=security)


def test_ending_a_role_ends_it_at_once(security, account):
    one = account("director")
    accounts.end_assignment(by=security, assignment=one.assignments.get())
    from jingwei.registry.access import roles_of

    assert roles_of(one) == {"citizen"}


def test_shutting_an_account_ends_its_sessions(security, account, client):
    one = account("officer")
    client.force_login(one)
    accounts.disable_account(by=security, account=one)
    assert "_auth_user_id" not in client.session
    accounts.enable_account(by=security, account=one)
    accounts.enable_account(by=security, account=one)
    assert len(entries("registry.account.enabled")) == 1
    password = accounts.reset_password(by=security, account=one)
    assert Account.objects.get(pk=one.pk).check_password(password)


# calendar and rules


def test_an_edited_day_is_reckoned_with_at_once(registrar, place):
    load_calendar(place)
    before = reckon_by_rule("licence.decide", "330603", date(2013, 9, 27)).due
    assert before == date(2013, 10, 30)
    calendar.edit_day(by=registrar, day=date(2013, 10, 30), kind="holiday", name="试", source="某通知")
    assert reckon_by_rule("licence.decide", "330603", date(2013, 9, 27)).due == date(2013, 10, 31)
    assert (
        calendar.edit_day(by=registrar, day=date(2013, 10, 30), kind="holiday", name="试", source="某通知")
        is None
    )
    assert len(entries("registry.calendar.day_edited")) == 1


def test_the_seed_does_not_undo_what_the_bureau_edited(registrar, place):
    load_calendar(place)
    calendar.edit_day(by=registrar, day=date(2013, 10, 30), kind="holiday", name="试", source="某通知")
    load_calendar(place)
    assert CalendarDay.objects.get(day=date(2013, 10, 30)).name == "试"


def test_days_need_a_source(registrar, db):
    with pytest.raises(InputError):
        calendar.edit_day(by=registrar, day=date(2027, 1, 1), kind="holiday", name="", source=" ")


def test_a_dated_rule_may_be_of_natural_days_which_never_move(registrar, place):
    load_calendar(place)
    assert {unit.value for unit in LimitUnit} == {unit.value for unit in Unit}
    assert str(LimitUnit.NATURAL.label) == "个自然日"
    with translation.override("en"):
        assert str(LimitUnit.NATURAL.label) == "Natural days"
    words = {"label": "留存", "label_en": "keeping", "source": "内部规定", "jurisdiction": "330603"}
    for unit in (LimitUnit.NATURAL, LimitUnit.DAY):
        calendar.add_rule(by=registrar, rule=f"try.{unit.value}", value=10, unit=unit, **words)
    start = date(2013, 9, 23)
    assert reckon_by_rule("try.natural", "330603", start).due == date(2013, 10, 3)
    assert reckon_by_rule("try.day", "330603", start).due == date(2013, 10, 8), "past the national holiday"


def test_a_case_of_2013_follows_the_rule_of_2013(place):
    assert limit_for("disclosure.reply", "330603", date(2013, 6, 1)).value == 15
    assert limit_for("disclosure.reply", "330603", date(2020, 6, 1)).value == 20
    contract = limit_for("contract.register", "330603", date(2013, 6, 1))
    assert (contract.value, contract.unit) == (10, Unit.DAY)
    assert limit_for("contract.register", "110101", date(2013, 6, 1)).value == 30
    assert limit_for("contract.register", "110101", date(2026, 6, 1)).unit is Unit.WORKDAY
    assert not limit_for("disclosure.reply", "330603", date(2013, 6, 1)).is_verified
    with pytest.raises(InputError):
        limit_for("disclosure.reply", "330603", date(1999, 1, 1))


def test_every_rule_of_the_pack_says_where_it_comes_from(place):
    assert DatedRule.objects.count() > 35
    assert all(row.source and row.label and row.label_en for row in DatedRule.objects.all())


def test_a_rule_ends_before_the_next_begins(registrar, place):
    row = DatedRule.objects.get(rule="licence.decide")
    new = {
        "rule": row.rule,
        "label": "新",
        "label_en": "",
        "jurisdiction": "000000",
        "value": 15,
        "unit": "workday",
        "source": "某法",
    }
    with pytest.raises(InputError):
        calendar.add_rule(by=registrar, **new, valid_from=date(2027, 1, 1))
    calendar.end_rule(by=registrar, row=row, on=date(2026, 12, 31))
    calendar.add_rule(by=registrar, **new, valid_from=date(2027, 1, 1))
    assert limit_for("licence.decide", "330603", date(2026, 12, 31)).value == 20
    assert limit_for("licence.decide", "330603", date(2027, 1, 1)).value == 15


@pytest.mark.parametrize("role", ["officer", "director", "supervisor", "system_admin"])
def test_only_registrars_edit_calendar_and_rules(account, place, role):
    other = account(role)
    with pytest.raises(PermissionDenied):
        calendar.edit_day(by=other, day=date(2027, 1, 1), kind="holiday", name="", source="x")
    with pytest.raises(PermissionDenied):
        calendar.end_rule(by=other, row=DatedRule.objects.first(), on=date(2030, 1, 1))


def test_another_process_sees_the_change(registrar, place):
    load_calendar(place)
    first = bureau_calendar()
    assert bureau_calendar() is first
    CalendarDay.objects.filter(day=date(2013, 5, 2)).update(kind="holiday", version=99)
    assert not bureau_calendar().is_working(date(2013, 5, 2))


# regions


def test_records_of_2013_carry_both_names(place):
    district = Region.objects.get(code="330603")
    county = Region.objects.get(code="330621")
    assert (
        [one.code for one in lineage(district)]
        == ["330621", "330603"]
        == [one.code for one in lineage(county)]
    )
    assert names_on(district, date(2013, 6, 1)) == ["绍兴县", "柯桥区"]
    assert names_on(district, date(2013, 12, 1)) == ["柯桥区", "绍兴县"]
    assert names_on(district, date(2012, 6, 1)) == ["绍兴县"]
    assert names_on(district, date(2014, 6, 1)) == ["柯桥区"]


# acting


def test_an_entry_is_never_written_outside_a_transaction(registrar, firm, transactional_db):
    with pytest.raises(OutsideTransactionError):
        acting.note(by=registrar, kind="registry.organisation.edited", record=firm(), changes={})


def test_an_act_that_fails_leaves_no_entry(registrar, firm):
    one = firm()

    def act_and_fail() -> None:
        with transaction.atomic():
            organisations.edit_organisation(by=registrar, organisation=one, values={"address": "新"})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        act_and_fail()
    assert not Entry.objects.exists()
    assert Organisation.objects.get(pk=one.pk).address == ""


json_values = st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=3) | st.dates()
snapshots = st.dictionaries(st.sampled_from("abcd"), json_values, max_size=4)


@given(snapshots, snapshots)
def test_changes_are_what_differs(old, new):
    changes = acting.changes_between(old, new)
    for name, (before, after) in changes.items():
        assert acting.as_json(old.get(name)) == before
        assert acting.as_json(new.get(name)) == after
        assert before != after
    silent = {None, ""}
    for name in {*old, *new} - set(changes):
        first, second = acting.as_json(old.get(name)), acting.as_json(new.get(name))
        assert first == second or {first, second} <= silent


@given(snapshots)
def test_nothing_differs_from_itself(one):
    assert acting.changes_between(one, one) == {}


def test_a_new_record_tells_its_values_and_no_password(account):
    one = account("officer")
    changes = acting.changes_between(None, acting.snapshot_of(one))
    assert changes["username"] == (None, one.username)
    assert "password" not in changes
