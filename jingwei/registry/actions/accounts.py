"""Verbs on accounts and the roles they hold; for the security administrator alone."""

import secrets
import string
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text
from jingwei.registry import access, rules
from jingwei.registry.acting import changes_between, demand, note, snapshot_of
from jingwei.registry.models import Account, Assignment, Organisation, Person, Region, Section
from jingwei.registry.terms import Role
from jingwei.registry.wording import both

EDITABLE = ("display_name", "email", "person", "external_id")
LETTERS = string.ascii_letters + string.digits
# 62^14 is more than 2^80
INITIAL_LENGTH = 14


@transaction.atomic
def create_account(
    *, by: Account, username: str, display_name: str, person: Person | None = None
) -> tuple[Account, str]:
    """Make an account without roles; gives it and its first password, which must be changed at the first sign-in.

    Raises PermissionDenied, and InputError when the user name is taken or not allowed.
    """
    demand(access.may(by, "add", Account), _("You may not create accounts."))
    account = Account(
        username=username.strip(), display_name=display_name.strip(), person=person, must_change_password=True
    )
    password = new_password()
    account.set_password(password)
    try:
        account.full_clean(exclude=["password"])
    except ValidationError as error:
        raise InputError(_same_words(error)) from error
    account.save()
    changes = changes_between(None, snapshot_of(account))
    note(by=by, kind="registry.account.created", record=account, changes=changes)
    return account, password


def _same_words(error: ValidationError) -> Text:
    """Django's own messages, which exist in the reader's language only."""
    words = " ".join(error.messages)
    return Text(words, words)


def new_password() -> str:
    """A random first password that passes the password policy."""
    while True:
        password = "".join(secrets.choice(LETTERS) for _number in range(INITIAL_LENGTH))
        try:
            validate_password(password)
        except ValidationError:
            continue
        return password


@transaction.atomic
def edit_account(*, by: Account, account: Account, values: Mapping[str, Any]) -> Account:
    """Change an account's displayed name, e-mail or person; gives it."""
    demand(access.may(by, "edit", account), _("You may not change this account."))
    identifier = values.get("external_id")
    if identifier and Account.objects.filter(external_id=identifier).exclude(pk=account.pk).exists():
        raise InputError(
            Text(
                "该政务登录标识已绑定其他账号。",
                "This identifier of the government login is bound to another account.",
            )
        )
    before = snapshot_of(account)
    for name in EDITABLE:
        if name in values:
            setattr(account, name, values[name])
    changes = changes_between(before, snapshot_of(account))
    if changes:
        account.save(update_fields=list(EDITABLE))
        note(by=by, kind="registry.account.edited", record=account, changes=changes)
    return account


@transaction.atomic
def disable_account(*, by: Account, account: Account) -> Account:
    """Shut an account and end its sessions; gives it."""
    demand(access.may(by, "disable", account), _("You may not disable this account."))
    _set_active(by, account, is_active=False, kind="registry.account.disabled")
    end_sessions(account)
    return account


@transaction.atomic
def enable_account(*, by: Account, account: Account) -> Account:
    """Open a disabled account again; gives it."""
    demand(access.may(by, "enable", account), _("You may not enable this account."))
    _set_active(by, account, is_active=True, kind="registry.account.enabled")
    return account


def _set_active(by: Account, account: Account, *, is_active: bool, kind: str) -> None:
    if account.is_active == is_active:
        return
    account.is_active = is_active
    account.save(update_fields=["is_active"])
    note(by=by, kind=kind, record=account, changes={"is_active": (not is_active, is_active)})


@transaction.atomic
def reset_password(*, by: Account, account: Account) -> str:
    """Give an account a new first password and end its sessions; gives the password, which is kept nowhere."""
    demand(access.may(by, "reset", account), _("You may not reset this account's password."))
    password = new_password()
    account.set_password(password)
    account.must_change_password = True
    account.save(update_fields=["password", "must_change_password"])
    end_sessions(account)
    note(by=by, kind="registry.account.password_reset", record=account, changes={})
    return password


def end_sessions(account: Account) -> int:
    """End every session of an account; gives how many. Sessions are few enough to be looked through."""
    ended = 0
    for session in Session.objects.filter(expire_date__gte=timezone.now()).iterator():
        if session.get_decoded().get("_auth_user_id") == str(account.pk):
            session.delete()
            ended += 1
    return ended


@transaction.atomic
def assign_role(
    *,
    by: Account,
    account: Account,
    role: str,
    section: Section | None = None,
    organisation: Organisation | None = None,
    town: Region | None = None,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> Assignment:
    """Give an account a role, where, and from when to when; gives the assignment.

    Raises PermissionDenied (nobody gives roles to himself), and InputError for a role that is not to be had, that
    lacks its section, organisation or town, that ends before it begins, or that may not meet one already held.
    """
    demand(access.may(by, "assign", account), _("You may not give roles to this account."))
    _demand_place(role, section, organisation, town)
    if valid_from and valid_to and valid_to < valid_from:
        raise InputError(Text("任职结束日期早于开始日期。", "The role would end before it begins."))
    held = account.assignments.filter(access.not_over(valid_from or access.today())).values_list(
        "role", flat=True
    )
    clash = rules.conflict(held, role)
    if clash is not None:
        one, other = both(Role(clash).label), both(Role(role).label)
        raise InputError(
            Text(
                f"该账号已是“{one.zh}”，不能同时担任“{other.zh}”。",
                f"This account is “{one.en}” and cannot be “{other.en}” as well.",
            )
        )
    assignment = Assignment.objects.create(
        account=account,
        role=role,
        section=section,
        organisation=organisation,
        town=town,
        valid_from=valid_from,
        valid_to=valid_to,
    )
    changes = changes_between(None, snapshot_of(assignment))
    note(by=by, kind="registry.assignment.given", record=assignment, changes=changes, facts={"role": role})
    return assignment


def _demand_place(
    role: str, section: Section | None, organisation: Organisation | None, town: Region | None
) -> None:
    if not rules.is_assignable(role):
        raise InputError(Text("公众不需要账号。", "A citizen needs no account."))
    if role in rules.NEEDS_SECTION and section is None:
        raise InputError(Text("请选择该角色所在的科室。", "Choose the section of this role."))
    if role in rules.NEEDS_ORGANISATION and organisation is None:
        raise InputError(Text("请选择该角色代表的单位。", "Choose the organisation this role acts for."))
    if role in rules.NEEDS_TOWN and town is None:
        raise InputError(Text("请选择该角色所在的镇街。", "Choose the town or street of this role."))


@transaction.atomic
def end_assignment(*, by: Account, assignment: Assignment, on: date | None = None) -> Assignment:
    """Take a role away: `on` (yesterday, if not given, so that it ends at once) is its last day; gives it."""
    demand(access.may(by, "end", assignment), _("You may not end this role."))
    last = on or access.today() - timedelta(days=1)
    before = snapshot_of(assignment)
    assignment.valid_to = last
    assignment.save(update_fields=["valid_to"])
    changes = changes_between(before, snapshot_of(assignment))
    facts = {"role": assignment.role}
    note(by=by, kind="registry.assignment.ended", record=assignment, changes=changes, facts=facts)
    return assignment
