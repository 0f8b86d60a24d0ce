"""Accounts and roles: the security administrator's work; the audit administrator reads."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from jingwei.registry import access
from jingwei.registry.acting import demand
from jingwei.registry.actions import accounts as actions
from jingwei.registry.filters import AccountFilter
from jingwei.registry.inputs.accounts import AccountForm, AssignmentForm, NewAccountForm
from jingwei.registry.models import Account, Assignment
from jingwei.registry.pages.acts import me
from jingwei.registry.pages.history import history_for
from jingwei.registry.pages.records import RecordPages
from jingwei.registry.queries import organisations as queries
from jingwei.registry.tables import AccountTable
from jingwei.ui.history import Row
from jingwei.ui.register import RegisterView

ACCOUNTS = RecordPages(
    lambda user: access.visible(user, Account.objects.all()),
    access.may,
    gettext_lazy("Accounts"),
    "registry:accounts",
    "registry:account-detail",
)


class Accounts(RegisterView):
    """The list of accounts."""

    name, title, one = "accounts", gettext_lazy("Accounts"), gettext_lazy("accounts")
    crumb = gettext_lazy("Administration")
    table_class, filter_class = AccountTable, AccountFilter
    shown = ("username", "display_name", "held", "is_active", "last_login")
    sort = "username"
    add_view = "registry:account-add"
    add_label = gettext_lazy("Create an account")

    def rows(self, request: HttpRequest) -> QuerySet[Account]:
        """Those the reader may see."""
        return queries.accounts(request.user)


@never_cache  # it shows a first password, once
def account(request: HttpRequest, pk: int) -> HttpResponse:
    """One account: roles, state, history."""
    found = ACCOUNTS.one(request, pk)
    verbs = ("edit", "disable", "enable", "assign", "reset")
    context = {
        "account": found,
        "assignments": found.assignments.select_related("section", "organisation", "town").order_by("-pk"),
        "today": access.today(),
        "verbs": {verb for verb in verbs if access.may(request.user, verb, found)},
        "is_own": found.pk == request.user.pk,
        "history": _history(request, found),
    }
    return render(request, "registry/account_detail.html", context)


def _history(request: HttpRequest, found: Account) -> list[Row]:
    """The steps of the account and of its roles, newest first."""
    rows = history_for(request.user, found)
    for held in found.assignments.all():
        rows += history_for(request.user, held)
    return sorted(rows, key=lambda row: -row.index)


def add(request: HttpRequest) -> HttpResponse:
    """Make an account; its first password is shown once."""
    demand(access.may(request.user, "add", Account))
    form = NewAccountForm(request.POST or None)

    def act(values: dict[str, Any]) -> Account:
        made, password = actions.create_account(by=me(request), **values)
        _say(request, password)
        return made

    return ACCOUNTS.act_page(request, None, form, act, title=_("Create an account"))


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is held of an account."""
    found = ACCOUNTS.one(request, pk, "edit")
    names = ("display_name", "email", "external_id")
    form = AccountForm(request.POST or None, initial={name: getattr(found, name) or "" for name in names})

    def act(values: dict[str, Any]) -> Account:
        return actions.edit_account(by=me(request), account=found, values=values)

    return ACCOUNTS.act_page(request, found, form, act, title=_("Edit"), lede=found, done=_("Saved."))


def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Give an account a role."""
    found = ACCOUNTS.one(request, pk, "assign")
    form = AssignmentForm(request.POST or None, initial={"valid_from": access.today()})

    def act(values: dict[str, Any]) -> Account:
        return actions.assign_role(by=me(request), account=found, **values).account

    title, done = _("Give a role"), _("Role given.")
    return ACCOUNTS.act_page(request, found, form, act, title=title, lede=found, done=done)


@require_POST
def switch(request: HttpRequest, pk: int) -> HttpResponse:
    """Disable an open account, open a disabled one."""
    found = ACCOUNTS.one(request, pk)
    if found.is_active:
        actions.disable_account(by=me(request), account=found)
        messages.success(request, _("The account is shut and its sessions have ended."))
    else:
        actions.enable_account(by=me(request), account=found)
        messages.success(request, _("The account is open again."))
    return redirect(ACCOUNTS.url(found))


@require_POST
def reset(request: HttpRequest, pk: int) -> HttpResponse:
    """Give an account a new first password, shown once."""
    found = ACCOUNTS.one(request, pk, "reset")
    _say(request, actions.reset_password(by=me(request), account=found))
    return redirect(ACCOUNTS.url(found))


@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a role away at once; `pk` is the assignment's."""
    rows = access.visible(request.user, Assignment.objects.select_related("account"))
    found = get_object_or_404(rows, pk=pk)
    actions.end_assignment(by=me(request), assignment=found)
    messages.success(request, _("The role has ended."))
    return redirect(ACCOUNTS.url(found.account))


def _say(request: HttpRequest, password: str) -> None:
    words = _(
        "The first password is %(password)s. It is shown only now and must be changed at the first sign-in."
    )
    messages.warning(request, words % {"password": password})
