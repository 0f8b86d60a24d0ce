"""The register of organisations and the page of each: everything the bureau holds about it."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jingwei.registry import access
from jingwei.registry.acting import demand
from jingwei.registry.actions import organisations as actions
from jingwei.registry.filters import OrganisationFilter
from jingwei.registry.inputs.fields import initial_of
from jingwei.registry.inputs.records import FamilyForm, NewOrganisationForm, OrganisationForm, RenameForm
from jingwei.registry.models import Organisation
from jingwei.registry.pages.acts import me
from jingwei.registry.pages.dossier import sections_of
from jingwei.registry.pages.history import history_for
from jingwei.registry.pages.records import RecordPages
from jingwei.registry.queries import organisations as queries
from jingwei.registry.tables import OrganisationTable
from jingwei.ui.register import RegisterView

ORGANISATIONS = RecordPages(
    queries.organisations,
    access.may,
    gettext_lazy("Organisations"),
    "registry:organisations",
    "registry:organisation",
)


class Organisations(RegisterView):
    """The register of organisations."""

    name, title, one = "organisations", gettext_lazy("Organisations"), gettext_lazy("organisations")
    table_class, filter_class = OrganisationTable, OrganisationFilter
    shown = ("name", "uscc", "kind", "town", "industry", "founded_on")
    sort = "name"
    add_view, sheet = "registry:organisation-add", "organisations"
    add_label = gettext_lazy("Add an organisation")

    def rows(self, request: HttpRequest) -> QuerySet[Organisation]:
        """Those the reader may see."""
        return queries.organisations(request.user)


def organisation(request: HttpRequest, pk: int) -> HttpResponse:
    """One page per organisation (一企一档)."""
    found = ORGANISATIONS.one(request, pk)
    return render(request, "registry/organisation.html", dossier_context(request, found))


def dossier_context(request: HttpRequest, found: Organisation) -> dict[str, Any]:
    """What the page of an organisation shows to this reader."""
    verbs = {verb for verb in ("edit", "rename", "join") if access.may(request.user, verb, found)}
    people = access.visible(
        request.user, found.employments.select_related("person").order_by("valid_to", "pk")
    )
    return {
        "organisation": found,
        "names": found.names.order_by("-valid_from", "-pk"),
        "opens_family": found.family is not None and access.may(request.user, "view", found.family),
        "members": access.visible(request.user, found.members.order_by("name")),
        "employments": people,
        "sections": sections_of(request, found),
        "verbs": verbs,
        "may_list": access.may_list(request.user, Organisation),
        "history": history_for(request.user, found),
    }


def add(request: HttpRequest) -> HttpResponse:
    """Take a new organisation into the register."""
    demand(access.may(request.user, "add", Organisation))
    form = NewOrganisationForm(request.POST or None, initial={"industry_edition": "GB/T 4754-2011"})

    def act(values: dict[str, Any]) -> Organisation:
        return actions.add_organisation(by=me(request), **values)

    title, done = _("Add an organisation"), _("The organisation stands in the register.")
    return ORGANISATIONS.act_page(request, None, form, act, title=title, done=done)


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is held of an organisation."""
    found = ORGANISATIONS.one(request, pk, "edit")
    form = OrganisationForm(request.POST or None, initial=initial_of(found, actions.EDITABLE))

    def act(values: dict[str, Any]) -> Organisation:
        return actions.edit_organisation(by=me(request), organisation=found, values=values)

    return ORGANISATIONS.act_page(request, found, form, act, title=_("Edit"), lede=found, done=_("Saved."))


def rename(request: HttpRequest, pk: int) -> HttpResponse:
    """Give an organisation a new name from a day."""
    found = ORGANISATIONS.one(request, pk, "rename")
    form = RenameForm(request.POST or None, initial={"name": found.name, "on": access.today()})

    def act(values: dict[str, Any]) -> Organisation:
        return actions.rename_organisation(by=me(request), organisation=found, **values)

    lede = _("It stays one organisation: the former name is kept with its dates, and is still found.")
    return ORGANISATIONS.act_page(request, found, form, act, title=_("Rename"), lede=lede, done=_("Renamed."))


def family(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what an organisation belongs to."""
    found = ORGANISATIONS.one(request, pk, "join")
    now = found.family
    form = FamilyForm(request.POST or None, initial={"family": (now.uscc or now.name) if now else ""})

    def act(values: dict[str, Any]) -> Organisation:
        return actions.join_family(by=me(request), organisation=found, **values)

    return ORGANISATIONS.act_page(request, found, form, act, title=_("Family"), lede=found, done=_("Saved."))
