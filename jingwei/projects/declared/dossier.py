"""What projects show on the page of an enterprise and on that of a town."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from jingwei.projects import queries
from jingwei.projects.access import sees_everything
from jingwei.projects.models import Project
from jingwei.registry.models import Organisation, Region
from jingwei.ui.register import register_url

SHOWN = 20


def of_organisation(request: HttpRequest, organisation: Organisation) -> SafeString:
    """The projects an organisation undertakes and the money it received; empty where there is none."""
    received = queries.total(queries.subsidies_of(request.user, organisation), "amount_fen")
    rows = queries.projects_of(request.user, organisation)
    view = "projects:projects" if sees_everything(request.user) else "projects:mine"
    return _section(request, rows, register_url(view, q=organisation.name), received)


def of_town(request: HttpRequest, town: Region) -> SafeString:
    """The projects of a town or street; empty where there is none."""
    rows = queries.projects_in(request.user, town)
    view = "projects:projects" if sees_everything(request.user) else "projects:mine"
    return _section(request, rows, register_url(view, town=town.code), 0, in_town=True)


def _section(
    request: HttpRequest, rows: QuerySet[Project], url: str, received: int, *, in_town: bool = False
) -> SafeString:
    count = rows.count()
    if not count and not received:
        return SafeString("")
    context = {
        "projects": rows[:SHOWN],
        "count": count,
        "grants": queries.total(rows, "grant_fen"),
        "received": received,
        "more_url": url if count > SHOWN else "",
        "in_town": in_town,
        "label": _("Projects"),
    }
    return render_to_string("projects/dossier.html", context, request)
