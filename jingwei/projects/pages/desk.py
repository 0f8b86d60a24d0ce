"""The bureau's registers of projects and subsidies, and the forms of their verbs."""

from operator import attrgetter
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
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
from jingwei.registry.pages.acts import me
from jingwei.registry.pages.records import RecordPages
from jingwei.ui.register import RegisterView

PROJECTS = RecordPages(
    queries.projects,
    may,
    gettext_lazy("Projects"),
    "projects:projects",
    "projects:project",
    called=attrgetter("number"),
)
SUBSIDIES = RecordPages(
    queries.subsidies,
    may,
    gettext_lazy("Subsidies from above"),
    "projects:subsidies",
    "projects:subsidy",
    called=attrgetter("document"),
)


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

    def act(values: dict[str, Any]) -> Project:
        leader = values.pop("leader_name")
        return project_actions.add_project(by=me(request), values=values, leader_name=leader)

    title, done = _("Add a project"), _("The project stands in the register.")
    return PROJECTS.act_page(request, None, form, act, title=title, done=done)


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is held of a project."""
    found = PROJECTS.one(request, pk, "change")
    form = ProjectForm(request.POST or None, instance=found)

    def act(values: dict[str, Any]) -> Project:
        leader = values.pop("leader_name")
        return project_actions.change_project(
            by=me(request), project=found, values=values, leader_name=leader
        )

    title = _("Edit the project")
    return PROJECTS.act_page(request, found, form, act, title=title, lede=found.name, done=_("Saved."))


def close(request: HttpRequest, pk: int) -> HttpResponse:
    """End a project: accepted, closed, terminated, revoked."""
    found = PROJECTS.one(request, pk, "close")
    form = CloseForm(request.POST or None)

    def act(values: dict[str, Any]) -> Project:
        return project_actions.close_project(by=me(request), project=found, **values)

    title, done = _("Close the project"), _("The project is closed.")
    return PROJECTS.act_page(request, found, form, act, title=title, lede=found.name, done=done, submit=title)


def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back an end entered by mistake."""
    found = PROJECTS.one(request, pk, "reopen")
    form = ReopenForm(request.POST if request.method == "POST" else None)

    def act(_values: dict[str, Any]) -> Project:
        return project_actions.reopen_project(by=me(request), project=found)

    title, done = _("Reopen the project"), _("The project runs again.")
    lede = _("Its closing date is taken away and it counts as running again; the log keeps both acts.")
    return PROJECTS.act_page(request, found, form, act, title=title, lede=lede, done=done, submit=title)


def subsidy_add(request: HttpRequest) -> HttpResponse:
    """Record money received from above."""
    demand(may(request.user, "add", Subsidy))
    form = SubsidyForm(request.POST or None)

    def act(values: dict[str, Any]) -> Subsidy:
        return subsidy_actions.add_subsidy(by=me(request), values=values)

    title, done = _("Record a subsidy"), _("The subsidy is recorded.")
    return SUBSIDIES.act_page(request, None, form, act, title=title, done=done)


def subsidy_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a recorded subsidy."""
    found = SUBSIDIES.one(request, pk, "change")
    form = SubsidyForm(request.POST or None, instance=found)

    def act(values: dict[str, Any]) -> Subsidy:
        return subsidy_actions.change_subsidy(by=me(request), subsidy=found, values=values)

    return SUBSIDIES.act_page(request, found, form, act, title=_("Edit the subsidy"), done=_("Saved."))
