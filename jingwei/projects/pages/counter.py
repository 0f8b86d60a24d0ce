"""What enterprises, universities, parks and towns see of their projects and of the money they received."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from jingwei.projects import queries
from jingwei.projects.filters import PublicProjectFilter, SubsidyFilter
from jingwei.projects.models import Project, Subsidy
from jingwei.projects.tables import ProjectTable, SubsidyTable
from jingwei.registry.pages.own import OwnRegister


class MyProjects(OwnRegister):
    """The projects of one's own organisation or town."""

    name, title, one = "my-projects", gettext_lazy("My projects"), gettext_lazy("projects")
    town_title = gettext_lazy("Projects in our town")
    table_class, filter_class = ProjectTable, PublicProjectFilter
    shown = ("name", "number", "programme", "undertaker", "listed_on", "ends_on", "grant_fen", "status")
    sort = "-listed_on"

    def rows(self, request: HttpRequest) -> QuerySet[Project]:
        """One's own."""
        return queries.projects(request.user)


class MySubsidies(OwnRegister):
    """The subsidies one's own organisation or town received."""

    name, title, one = "my-subsidies", gettext_lazy("Subsidies received"), gettext_lazy("payments received")
    town_title = gettext_lazy("Subsidies received in our town")
    table_class, filter_class = SubsidyTable, SubsidyFilter
    shown = ("document", "organisation", "level", "received_on", "amount_fen", "purpose")
    sort = "-received_on"

    def rows(self, request: HttpRequest) -> QuerySet[Subsidy]:
        """One's own."""
        return queries.subsidies(request.user)
