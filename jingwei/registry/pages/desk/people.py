"""People and where they work."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jingwei.registry import access
from jingwei.registry.acting import demand
from jingwei.registry.actions import people as actions
from jingwei.registry.filters import PersonFilter
from jingwei.registry.inputs.fields import initial_of
from jingwei.registry.inputs.records import EmploymentForm, LastDayForm, PersonForm
from jingwei.registry.models import Employment, Person
from jingwei.registry.pages.acts import me
from jingwei.registry.pages.history import history_for
from jingwei.registry.pages.records import RecordPages
from jingwei.registry.queries import organisations as queries
from jingwei.registry.tables import PersonTable
from jingwei.registry.terms import DESK
from jingwei.ui.register import RegisterView

PEOPLE = RecordPages(
    lambda user: access.visible(user, Person.objects.all()),
    access.may,
    gettext_lazy("People"),
    "registry:people",
    "registry:person",
)


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


def person(request: HttpRequest, pk: int) -> HttpResponse:
    """A person with employments and history."""
    found = PEOPLE.one(request, pk)
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
    form = PersonForm(request.POST or None)

    def act(values: dict[str, Any]) -> Person:
        return actions.add_person(by=me(request), **values)

    return PEOPLE.act_page(request, None, form, act, title=_("Add a person"))


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is held of a person."""
    found = PEOPLE.one(request, pk, "edit")
    form = PersonForm(request.POST or None, initial=initial_of(found, actions.EDITABLE))

    def act(values: dict[str, Any]) -> Person:
        return actions.edit_person(by=me(request), person=found, values=values)

    return PEOPLE.act_page(request, found, form, act, title=_("Edit"), lede=found, done=_("Saved."))


def employ(request: HttpRequest, pk: int) -> HttpResponse:
    """Say where a person works."""
    found = PEOPLE.one(request, pk, "edit")
    form = EmploymentForm(request.POST or None)

    def act(values: dict[str, Any]) -> Person:
        return actions.add_employment(by=me(request), person=found, **values).person

    title = _("Add an employment")
    return PEOPLE.act_page(request, found, form, act, title=title, lede=found, done=_("Saved."))


def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Say when an employment ended; `pk` is the employment's."""
    job = get_object_or_404(access.visible(request.user, Employment.objects.select_related("person")), pk=pk)
    demand(access.may(request.user, "end", job))
    form = LastDayForm(request.POST or None, initial={"on": access.today()})

    def act(values: dict[str, Any]) -> Person:
        return actions.end_employment(by=me(request), employment=job, **values).person

    title = _("End the employment")
    return PEOPLE.act_page(request, job.person, form, act, title=title, lede=job, done=_("Saved."))
