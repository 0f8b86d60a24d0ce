"""The register kit 台账: a list with filters, sort, pages, columns, counts and exports, whose address is the view.

An app writes three small declarations and one line of `urls.py`::

    # tables.py
    class ProjectTable(RegisterTable):
        number = Ident(verbose_name=_("number"), linkify=("projects:project", [A("pk")]))     # link, never wrapped
        name = Name(verbose_name=_("name"))                                                   # the row's heading
        programme = Words(accessor="programme__name", order_by="programme__order")
        listed_on = Day(verbose_name=_("listed on"))
        grant_fen = Amount(verbose_name=_("grant"), unit="万元")                              # unit goes into the head
        status = State(kinds={"running": "now", "accepted": "done", "ended": "late"})

    # filters.py
    class ProjectFilter(RegisterFilter):
        q = Search(fields=("number", "name", "undertaker__name"))
        listed_on = Days(label=_("listed on"))
        level = Choices(choices=Level.choices, label=_("level"))
        town = Records(queryset=..., label=_("town or street"))             # few records to choose from

    # pages/desk.py
    class Projects(RegisterView):
        name, title, one = "projects", _("Projects"), _("projects")  # third: plural, for English
        table_class, filter_class = ProjectTable, ProjectFilter
        shown = ("number", "name", "programme", "listed_on", "grant_fen", "status")           # columns at first
        sort = "-listed_on"
        add_view, sheet = "projects:add", "projects"                                          # buttons, where allowed
        def rows(self, request): return queries.visible_projects(request.user)                # select_related, only

    # pages/urls.py
    path("projects/", Projects.as_view(), name="projects")

Address: `q`, one parameter a filter, `sort=-listed_on`, `page`, `per`, `cols=number,name`, `export=xlsx|csv`.
`Found.url`, links from figures and tests build such addresses with `register_url(view, **filters)`.
Overridable: `lede(request)`, `figures(request, rows)` (key figures above the table), `may_add(request)`, `template`.
"""

from jingwei.ui.register.columns import (
    Amount,
    Choice,
    Count,
    Day,
    Flag,
    Ident,
    Name,
    RegisterTable,
    State,
    Words,
)
from jingwei.ui.register.filters import Choices, Days, Numbers, Records, RegisterFilter, Search, YesNo
from jingwei.ui.register.view import KeyFigure, RegisterView, register_url

__all__ = [
    "Amount",
    "Choice",
    "Choices",
    "Count",
    "Day",
    "Days",
    "Flag",
    "Ident",
    "KeyFigure",
    "Name",
    "Numbers",
    "Records",
    "RegisterFilter",
    "RegisterTable",
    "RegisterView",
    "Search",
    "State",
    "Words",
    "YesNo",
    "register_url",
]
