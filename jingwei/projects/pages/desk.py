"""The bureau's registers of projects and subsidies, and the forms of their verbs."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jingwei.projects import queries
from jingwei.projects.access import may
from jingwei.projects.actions import projects as project_actions
from jingwei.projects.actions import subsidies as subsidy_actions
from jingwei.projects.filters import ProjectFilter, SubsidyFilter
from jingwei.projects.inputs import CloseForm, ProjectForm, ReopenForm, SubsidyForm
from jingwei.projects.models import Project, Subsidy
from jingwei.projects.tables import ProjectTable, SubsidyTable
from jingwei.registry.acting import demand
from jingwei.registry.pages.acts import act_page, me
from jingwei.ui.register import RegisterView


class Projects(RegisterView):
    """The register of projects."""

    name, title, one = "projects", gettext_lazy("Projects"), gettext_lazy("projects")
    table_class, filter_class = ProjectTable, ProjectFilter
    shown = ("name", "number", "programme", "undertaker", "town", "listed_on", "grant_fen", "status")
    sort = "-listed_on"
    add_view, sheet = "projects:add", "projects"
    add_label = gettext_lazy("Add a project")

    def rows(self, request: HttpRequest) -> QuerySet[Project]:
        """Those the reader may see."""
        return queries.projects(request.user)


class Subsidies(RegisterView):
    """The register of subsidies from above."""

    name, title, one = "subsidies", gettext_lazy("Subsidies from above"), gettext_lazy("payments received")
    table_class, filter_class = SubsidyTable, SubsidyFilter
    shown = ("document", "organisation", "level", "received_on", "amount_fen", "purpose")
    sort = "-received_on"
    add_view, sheet = "projects:subsidy-add", "subsidies"
    add_label = gettext_lazy("Record a subsidy")

    def rows(self, request: HttpRequest) -> QuerySet[Subsidy]:
        """Those the reader may see."""
        return queries.subsidies(request.user)


def add(request: HttpRequest) -> HttpResponse:
    """Take a listed project into the register."""
    demand(may(request.user, "add", Project))
    form = ProjectForm(request.POST or None)

    def act(values: dict[str, Any]) -> str:
        leader = values.pop("leader_name")
        made = project_actions.add_project(by=me(request), values=values, leader_name=leader)
        return reverse("projects:project", args=[made.pk])

    return act_page(
        request,
        form,
        act,
        title=_("Add a project"),
        done=_("The project stands in the register."),
        cancel_url=reverse("projects:projects"),
        crumbs=[(_("Projects"), reverse("projects:projects")), (_("Add a project"), "")],
    )


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is held of a project."""
    found = _project(request, pk, "change")
    form = ProjectForm(request.POST or None, instance=found)

    def act(values: dict[str, Any]) -> str:
        leader = values.pop("leader_name")
        project_actions.change_project(by=me(request), project=found, values=values, leader_name=leader)
        return _url(found)

    return act_page(
        request, form, act, title=_("Edit the project"), lede=found.name, done=_("Saved."), **_back(found)
    )


def close(request: HttpRequest, pk: int) -> HttpResponse:
    """End a project: accepted, closed, terminated, revoked."""
    found = _project(request, pk, "close")
    form = CloseForm(request.POST or None)

    def act(values: dict[str, Any]) -> str:
        project_actions.close_project(by=me(request), project=found, **values)
        return _url(found)

    return act_page(
        request,
        form,
        act,
        title=_("Close the project"),
        lede=found.name,
        done=_("The project is closed."),
        submit=_("Close the project"),
        **_back(found),
    )


def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back an end entered by mistake."""
    found = _project(request, pk, "reopen")
    form = ReopenForm(request.POST if request.method == "POST" else None)

    def act(_values: dict[str, Any]) -> str:
        project_actions.reopen_project(by=me(request), project=found)
        return _url(found)

    return act_page(
        request,
        form,
        act,
        title=_("Reopen the project"),
        lede=_("Its closing date is taken away and it counts as running again; the log keeps both acts."),
        done=_("The project runs again."),
        submit=_("Reopen the project"),
        **_back(found),
    )


def subsidy_add(request: HttpRequest) -> HttpResponse:
    """Record money received from above."""
    demand(may(request.user, "add", Subsidy))
    form = SubsidyForm(request.POST or None)

    def act(values: dict[str, Any]) -> str:
        made = subsidy_actions.add_subsidy(by=me(request), values=values)
        return reverse("projects:subsidy", args=[made.pk])

    return act_page(
        request,
        form,
        act,
        title=_("Record a subsidy"),
        done=_("The subsidy is recorded."),
        cancel_url=reverse("projects:subsidies"),
        crumbs=[(_("Subsidies from above"), reverse("projects:subsidies")), (_("Record a subsidy"), "")],
    )


def subsidy_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a recorded subsidy."""
    found = get_object_or_404(queries.subsidies(request.user), pk=pk)
    demand(may(request.user, "change", found))
    form = SubsidyForm(request.POST or None, instance=found)
    url = reverse("projects:subsidy", args=[found.pk])

    def act(values: dict[str, Any]) -> str:
        subsidy_actions.change_subsidy(by=me(request), subsidy=found, values=values)
        return url

    crumbs = [(_("Subsidies from above"), reverse("projects:subsidies")), (found.document, url)]
    return act_page(
        request, form, act, title=_("Edit the subsidy"), done=_("Saved."), cancel_url=url, crumbs=crumbs
    )


def _project(request: HttpRequest, pk: int, verb: str) -> Project:
    """The project, if the reader may see it (else 404) and do `verb` to it (else 403)."""
    found = get_object_or_404(queries.projects(request.user), pk=pk)
    demand(may(request.user, verb, found))
    return found


def _url(found: Project) -> str:
    return reverse("projects:project", args=[found.pk])


def _back(found: Project) -> dict[str, Any]:
    crumbs = [(_("Projects"), reverse("projects:projects")), (found.number, _url(found))]
    return {"cancel_url": _url(found), "crumbs": crumbs}
