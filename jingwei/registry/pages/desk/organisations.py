"""The register of organisations and the page of each: everything the bureau holds about it."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jingwei.registry import access
from jingwei.registry.acting import demand
from jingwei.registry.actions import organisations as actions
from jingwei.registry.dossier import sections_of
from jingwei.registry.filters import OrganisationFilter
from jingwei.registry.history import history_for
from jingwei.registry.inputs.records import (
    FamilyForm,
    NewOrganisationForm,
    OrganisationForm,
    RenameForm,
    initial_of,
)
from jingwei.registry.models import Organisation
from jingwei.registry.pages.acts import act_page, me
from jingwei.registry.queries import organisations as queries
from jingwei.registry.tables import OrganisationTable
from jingwei.ui.register import RegisterView


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


def one(request: HttpRequest, pk: int, verb: str = "view") -> Organisation:
    """The organisation, if the reader may see it (else 404) and do `verb` to it (else 403)."""
    found = get_object_or_404(queries.organisations(request.user), pk=pk)
    demand(verb == "view" or access.may(request.user, verb, found))
    return found


def organisation(request: HttpRequest, pk: int) -> HttpResponse:
    """One page per organisation (一企一档)."""
    found = one(request, pk)
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

    def act(values: dict[str, Any]) -> str:
        made = actions.add_organisation(by=me(request), **values)
        return reverse("registry:organisation", args=[made.pk])

    return act_page(
        request,
        form,
        act,
        title=_("Add an organisation"),
        done=_("The organisation stands in the register."),
        cancel_url=reverse("registry:organisations"),
    )


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is held of an organisation."""
    found = one(request, pk, "edit")
    form = OrganisationForm(request.POST or None, initial=initial_of(found, actions.EDITABLE))

    def act(values: dict[str, Any]) -> str:
        actions.edit_organisation(by=me(request), organisation=found, values=values)
        return _url(found)

    return act_page(request, form, act, title=_("Edit"), lede=found, done=_("Saved."), **_back(found))


def rename(request: HttpRequest, pk: int) -> HttpResponse:
    """Give an organisation a new name from a day."""
    found = one(request, pk, "rename")
    form = RenameForm(request.POST or None, initial={"name": found.name, "on": access.today()})

    def act(values: dict[str, Any]) -> str:
        actions.rename_organisation(by=me(request), organisation=found, **values)
        return _url(found)

    lede = _("It stays one organisation: the former name is kept with its dates, and is still found.")
    return act_page(request, form, act, title=_("Rename"), lede=lede, done=_("Renamed."), **_back(found))


def family(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what an organisation belongs to."""
    found = one(request, pk, "join")
    now = found.family
    form = FamilyForm(request.POST or None, initial={"family": (now.uscc or now.name) if now else ""})

    def act(values: dict[str, Any]) -> str:
        actions.join_family(by=me(request), organisation=found, **values)
        return _url(found)

    return act_page(request, form, act, title=_("Family"), lede=found, done=_("Saved."), **_back(found))


def _url(found: Organisation) -> str:
    return reverse("registry:organisation", args=[found.pk])


def _back(found: Organisation) -> dict[str, Any]:
    crumbs = [(_("Organisations"), reverse("registry:organisations")), (str(found), _url(found))]
    return {"cancel_url": _url(found), "crumbs": crumbs}
