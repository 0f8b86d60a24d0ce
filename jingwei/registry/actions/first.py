"""The first account of a new installation: a security administrator, who makes the others."""

from django.core.exceptions import ValidationError
from django.db import transaction

from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text
from jingwei.registry import access
from jingwei.registry.acting import changes_between, note, snapshot_of
from jingwei.registry.actions.accounts import new_password
from jingwei.registry.models import Account, Assignment
from jingwei.registry.terms import Role

THERE_IS_ONE = Text(
    zh="已有安全管理员，其余账号请由其在“账号”页面建立。",
    en="There is a security administrator already: further accounts are made on the page “Accounts”.",
)


@transaction.atomic
def create_first_account(*, username: str, display_name: str) -> tuple[Account, str]:
    """Make the first security administrator; gives the account and its first password, to be changed at sign-in.

    Nobody can have given this right, so the log says that the system did it. Raises InputError when an active
    security administrator exists, or when the user name will not do.
    """
    held = Assignment.objects.filter(access.not_over(access.today()), role=Role.SECURITY_ADMIN)
    if held.filter(account__is_active=True, account__is_demo=False).exists():
        raise InputError(THERE_IS_ONE)
    account = Account(username=username.strip(), display_name=display_name.strip(), must_change_password=True)
    password = new_password()
    account.set_password(password)
    try:
        account.full_clean(exclude=["password"])
    except ValidationError as error:
        words = " ".join(error.messages)
        raise InputError(Text(words, words)) from error
    account.save()
    assignment = Assignment.objects.create(account=account, role=Role.SECURITY_ADMIN)
    note(
        by=None,
        kind="registry.account.created",
        record=account,
        changes=changes_between(None, snapshot_of(account)),
    )
    note(
        by=None,
        kind="registry.assignment.given",
        record=assignment,
        changes=changes_between(None, snapshot_of(assignment)),
        facts={"role": assignment.role},
    )
    return account, password
