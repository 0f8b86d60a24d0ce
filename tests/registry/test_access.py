"""Who sees what: whatever roles are held, the rules of separation and of scope hold."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from jingwei.registry import access, rules
from jingwei.registry.acting import demand
from jingwei.registry.models import (
    Account,
    Assignment,
    CalendarDay,
    DatedRule,
    Employment,
    Organisation,
    Person,
    Region,
    SignIn,
)
from jingwei.registry.terms import ACCOUNTS, ADMINS, DESK, OUTSIDE, WATCHERS, WRITERS, Role

BUSINESS = (Organisation, Person, Employment)
VERBS = {
    Organisation: ("add", "edit", "rename", "move", "join", "import"),
    Person: ("add", "edit"),
    Employment: ("add", "end"),
    CalendarDay: ("edit", "import"),
    DatedRule: ("add", "end"),
}
roles = st.sampled_from(sorted(ACCOUNTS))
days = st.dates(date(2012, 1, 1), date(2014, 12, 31))
per_example = hypothesis_settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)


@pytest.fixture
def rows(firm, town):
    """Some firms, inside a town and outside, with people."""
    inside, outside = firm("甲", town=town), firm("乙")
    for one in (inside, outside):
        Employment.objects.create(person=Person.objects.create(name="某人"), organisation=one)
    return inside, outside


def test_who_is_not_signed_in_is_a_citizen_and_sees_no_rows(rows):
    anonymous = AnonymousUser()
    assert access.roles_of(anonymous) == {Role.CITIZEN}
    assert access.roles_of(None) == {Role.CITIZEN}
    for model in (*BUSINESS, Account, Assignment, SignIn):
        assert not access.visible(anonymous, model.objects.all()).exists()
    assert access.visible(anonymous, Region.objects.all()).exists()


def test_an_account_without_role_or_disabled_is_a_citizen(account, rows):
    one = account()
    assert access.roles_of(one) == {Role.CITIZEN}
    officer = account("officer")
    officer.is_active = False
    assert access.roles_of(officer) == {Role.CITIZEN}
    assert not access.visible(officer, Organisation.objects.all()).exists()


@per_example
@given(first=days, length=st.integers(0, 400), today=days, open_end=st.booleans())
def test_a_role_holds_from_its_first_to_its_last_day(account, first, length, today, open_end):
    one = account("officer", valid_from=first, valid_to=None if open_end else first + timedelta(days=length))
    holds = first <= today and (open_end or today <= first + timedelta(days=length))
    assert bool(access.held_by(one, today)) == holds


@pytest.mark.parametrize("role", sorted(ADMINS))
def test_administrators_see_no_business_row_and_change_none(account, rows, role):
    one = account(role)
    for model in BUSINESS:
        assert not access.visible(one, model.objects.all()).exists()
    for model, verbs in VERBS.items():
        assert not any(access.may(one, verb, model) for verb in verbs)


@pytest.mark.parametrize("role", sorted(WATCHERS))
def test_watchers_see_every_business_row_and_change_none(account, rows, role):
    one = account(role)
    for model in BUSINESS:
        assert access.visible(one, model.objects.all()).count() == model.objects.count()
    for model, verbs in VERBS.items():
        assert not any(access.may(one, verb, model) for verb in verbs)


@pytest.mark.parametrize("role", sorted(OUTSIDE))
def test_outsiders_see_only_what_lies_in_their_scope(account, rows, role, town):
    inside, outside = rows
    where = {"town": town} if role == Role.TOWN else {"organisation": inside}
    one = account(role, **where)
    assert list(access.visible(one, Organisation.objects.all())) == [inside]
    assert not any(access.may(one, verb, inside) for verb in VERBS[Organisation])
    people = access.visible(one, Person.objects.all())
    assert people.count() == (0 if role in {Role.TOWN, Role.EXPERT} else 1)
    assert access.may(one, "view", inside)
    assert not access.may(one, "view", outside)


def test_an_outsider_without_place_sees_nothing(account, rows):
    for role in OUTSIDE:
        assert not access.visible(account(role), Organisation.objects.all()).exists()


def test_a_family_is_seen_downwards_only(account, firm):
    university = firm("大学", kind="university")
    hospital = firm("附属医院", kind="institute", family=university)
    ward = firm("附属门诊", kind="institute", family=hospital)
    top = account("university", organisation=university)
    below = account("university", organisation=hospital)
    assert set(access.visible(top, Organisation.objects.all())) == {university, hospital, ward}
    assert set(access.visible(below, Organisation.objects.all())) == {hospital, ward}


def test_scope_gathers_every_role_but_can_be_asked_for_some(account, firm, town, section):
    one = account("officer", section=section)
    Assignment.objects.create(account=one, role="expert", organisation=firm("丙"))
    Assignment.objects.create(account=one, role="town", town=town)
    scope = access.scope_of(one)
    assert (len(scope.sections), len(scope.organisations), len(scope.towns)) == (1, 1, 1)
    assert access.scope_of(one, {"town"}) == access.Scope(towns=frozenset({town.pk}))


@pytest.mark.parametrize("role", sorted(ACCOUNTS))
def test_only_writers_change_organisations_and_people(account, rows, role):
    one = account(role)
    for verb in VERBS[Organisation]:
        assert access.may(one, verb, rows[0]) == (role in WRITERS)
    assert access.may(one, "edit", Person) == (role in WRITERS)


@pytest.mark.parametrize("role", sorted(ACCOUNTS))
def test_accounts_are_the_security_administrators_alone_and_never_his_own(account, role):
    one, other = account(role), account("officer")
    for verb in ("edit", "disable", "enable", "assign", "reset"):
        assert access.may(one, verb, other) == (role == Role.SECURITY_ADMIN)
        assert not access.may(one, verb, one)
    assert access.may(one, "end", other.assignments.get()) == (role == Role.SECURITY_ADMIN)
    assert not access.may(one, "end", one.assignments.get())


@pytest.mark.parametrize("role", sorted(ACCOUNTS))
def test_attempts_to_sign_in_are_the_audit_administrators_and_ones_own(account, role):
    from jingwei.registry.actions.sign_ins import record_sign_in

    one, other = account(role), account("officer")
    for each in (one, other):
        record_sign_in(outcome="signed_in", account=each)
    seen = set(access.visible(one, SignIn.objects.all()).values_list("account", flat=True))
    assert seen == ({one.pk, other.pk} if role == Role.AUDIT_ADMIN else {one.pk})


@given(held=st.sets(roles, max_size=4), wanted=roles)
def test_separation_of_roles(held, wanted):
    clash = rules.conflict(held, wanted)
    together = held | {wanted}
    if clash is None:
        admins = {role for role in held if role != wanted} & ADMINS
        assert not admins
        assert wanted not in ADMINS or held <= {wanted}
        if wanted in WATCHERS:
            assert not held & (WRITERS | OUTSIDE | {Role.DIRECTOR.value, Role.FINANCE.value})
    else:
        assert clash in held
        assert clash != wanted
    assert (rules.conflict({wanted}, clash or wanted) is None) == (clash is None) or len(together) == 1


@given(one=roles, other=roles)
def test_conflict_is_mutual(one, other):
    assert bool(rules.conflict({one}, other)) == bool(rules.conflict({other}, one))


def test_a_model_nobody_listed_is_seen_by_nobody(account):
    from django.contrib.sessions.models import Session
    from django.utils import timezone

    Session.objects.create(session_key="x", session_data="", expire_date=timezone.now())
    assert not access.visible(account("director"), Session.objects.all()).exists()
    assert not access.may(account("registrar"), "edit", Session)


def test_a_verb_nobody_listed_is_refused(account, rows):
    assert not access.may(account("registrar"), "burn", rows[0])


def test_demand_speaks():
    demand(True)
    with pytest.raises(PermissionDenied, match=r"\w"):
        demand(False)


def test_within_a_request_roles_are_asked_once(client, account, django_assert_max_num_queries):
    one = account("officer")
    access.remember(one)
    with django_assert_max_num_queries(0):
        for _time in range(5):
            assert access.roles_of(one) == {Role.OFFICER}


def test_desk_roles_do_not_widen_outside_ones(account, rows):
    assert DESK.isdisjoint(OUTSIDE)
    inside, outside = rows
    expert = account("expert", organisation=inside)
    assert outside not in access.visible(expert, Organisation.objects.all())


@pytest.mark.parametrize(
    ("role", "sees"), [("expert", False), ("town", False), ("enterprise", True), ("university", True)]
)
def test_an_expert_does_not_see_colleagues(account, rows, role, sees):
    """Who acts for an organisation knows its people; an expert stands for no one but himself."""
    inside, _outside = rows
    colleague = Person.objects.create(name="同事", telephone="13800000000")
    Employment.objects.create(person=colleague, organisation=inside)
    place = {"town": inside.town} if role == "town" else {"organisation": inside}
    reader = account(role, **place)
    assert access.visible(reader, Person.objects.all()).filter(pk=colleague.pk).exists() is sees
    assert access.visible(reader, Employment.objects.all()).filter(person=colleague).exists() is sees
