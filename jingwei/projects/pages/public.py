"""The public list of projects, and the page of one: everybody reads the public fields, who may reads all."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy

from jingwei.projects import queries
from jingwei.projects.access import has_own, may, sees_everything
from jingwei.projects.filters import PublicProjectFilter
from jingwei.projects.models import Project
from jingwei.projects.tables import PublicProjectTable
from jingwei.registry.pages.history import history_for
from jingwei.ui.register import RegisterView


class PublicProjects(RegisterView):
    """The projects everybody may read about."""

    name, title, one = "public-projects", gettext_lazy("Listed projects"), gettext_lazy("projects")
    crumb = gettext_lazy("Look up")
    table_class, filter_class = PublicProjectTable, PublicProjectFilter
    shown = ("name", "number", "programme", "undertaker", "listed_on", "grant_fen", "status")
    sort = "-listed_on"

    def rows(self, request: HttpRequest) -> QuerySet[Project]:
        """All published ones."""
        return queries.public_projects()


def project(request: HttpRequest, pk: int) -> HttpResponse:
    """One project, as far as the reader may see it."""
    found = get_object_or_404(queries.openable_projects(request.user), pk=pk)
    sees_all = may(request.user, "see_all", found)
    context = {
        "project": found,
        "sees_all": sees_all,
        "is_desk": sees_everything(request.user),
        "list_view": _list(request),
        "verbs": {verb for verb in ("change", "close", "reopen") if may(request.user, verb, found)},
        "subsidies": found.subsidies.select_related("organisation") if sees_all else (),
        "history": history_for(request.user, found) if sees_all else None,
    }
    return render(request, "projects/project.html", context)


def subsidy(request: HttpRequest, pk: int) -> HttpResponse:
    """One subsidy, as far as the reader may see it."""
    found = get_object_or_404(queries.openable_subsidies(request.user), pk=pk)
    sees_all = may(request.user, "see_all", found)
    context = {
        "subsidy": found,
        "sees_all": sees_all,
        "is_desk": sees_everything(request.user),
        "may_change": may(request.user, "change", found),
        "history": history_for(request.user, found) if sees_all else None,
    }
    return render(request, "projects/subsidy.html", context)


def _list(request: HttpRequest) -> str:
    """The list the reader came from, by role."""
    if sees_everything(request.user):
        return "projects:projects"
    return "projects:mine" if has_own(request.user) else "projects:public"
