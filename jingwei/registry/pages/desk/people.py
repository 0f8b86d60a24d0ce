"""People and where they work."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jingwei.registry import access
from jingwei.registry.acting import demand
from jingwei.registry.actions import people as actions
from jingwei.registry.filters import PersonFilter
from jingwei.registry.history import history_for
from jingwei.registry.inputs.records import EmploymentForm, LastDayForm, PersonForm, initial_of
from jingwei.registry.models import Employment, Person
from jingwei.registry.pages.acts import act_page, me
from jingwei.registry.queries import organisations as queries
from jingwei.registry.tables import PersonTable
from jingwei.registry.terms import DESK
from jingwei.ui.register import RegisterView


class People(RegisterView):
    """The register of people."""

    name, title, one = "people", gettext_lazy("People"), gettext_lazy("people")
    table_class, filter_class = PersonTable, PersonFilter
    shown = ("name", "title", "works_at")
    sort = "name"
    add_view = "registry:person-add"
    add_label = gettext_lazy("Add a person")

    def rows(self, request: HttpRequest) -> QuerySet[Person]:
        """Those the reader may see."""
        return queries.people(request.user)


def one(request: HttpRequest, pk: int, verb: str = "view") -> Person:
    """The person, if the reader may see him (else 404) and do `verb` (else 403)."""
    found = get_object_or_404(access.visible(request.user, Person.objects.all()), pk=pk)
    demand(verb == "view" or access.may(request.user, verb, found))
    return found


def person(request: HttpRequest, pk: int) -> HttpResponse:
    """A person with employments and history."""
    found = one(request, pk)
    jobs = access.visible(
        request.user, found.employments.select_related("organisation").order_by("-valid_from", "pk")
    )
    context = {
        "person": found,
        "employments": jobs,
        "may_edit": access.may(request.user, "edit", found),
        "may_list": bool(access.roles_of(request.user) & DESK),
        "today": access.today(),
        "history": history_for(request.user, found),
    }
    return render(request, "registry/person.html", context)


def add(request: HttpRequest) -> HttpResponse:
    """Take a person into the register."""
    demand(access.may(request.user, "add", Person))

    def act(values: dict[str, Any]) -> str:
        return _url(actions.add_person(by=me(request), **values))

    cancel = reverse("registry:people")
    return act_page(
        request, PersonForm(request.POST or None), act, title=_("Add a person"), cancel_url=cancel
    )


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is held of a person."""
    found = one(request, pk, "edit")
    form = PersonForm(request.POST or None, initial=initial_of(found, actions.EDITABLE))

    def act(values: dict[str, Any]) -> str:
        return _url(actions.edit_person(by=me(request), person=found, values=values))

    return act_page(request, form, act, title=_("Edit"), lede=found, done=_("Saved."), **_back(found))


def employ(request: HttpRequest, pk: int) -> HttpResponse:
    """Say where a person works."""
    found = one(request, pk, "edit")

    def act(values: dict[str, Any]) -> str:
        actions.add_employment(by=me(request), person=found, **values)
        return _url(found)

    form = EmploymentForm(request.POST or None)
    return act_page(
        request, form, act, title=_("Add an employment"), lede=found, done=_("Saved."), **_back(found)
    )


def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Say when an employment ended; `pk` is the employment's."""
    job = get_object_or_404(access.visible(request.user, Employment.objects.select_related("person")), pk=pk)
    demand(access.may(request.user, "end", job))
    form = LastDayForm(request.POST or None, initial={"on": access.today()})

    def act(values: dict[str, Any]) -> str:
        actions.end_employment(by=me(request), employment=job, **values)
        return _url(job.person)

    title = _("End the employment")
    return act_page(request, form, act, title=title, lede=job, done=_("Saved."), **_back(job.person))


def _url(found: Person) -> str:
    return reverse("registry:person", args=[found.pk])


def _back(found: Person) -> dict[str, Any]:
    crumbs = [(_("People"), reverse("registry:people")), (str(found), _url(found))]
    return {"cancel_url": _url(found), "crumbs": crumbs}
