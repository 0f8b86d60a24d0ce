"""What titles show on the page of an enterprise and on that of a town."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from jingwei.registry.models import Organisation, Region
from jingwei.titles import queries
from jingwei.titles.access import sees_everything
from jingwei.titles.models import Title
from jingwei.titles.tables import STATES, status_of
from jingwei.ui.register import register_url

SHOWN = 20


def of_organisation(request: HttpRequest, organisation: Organisation) -> SafeString:
    """The titles of an organisation with their expiry; empty where there is none."""
    rows = queries.titles_of(request.user, organisation)
    return _section(request, rows, register_url(_view(request), q=organisation.name))


def of_town(request: HttpRequest, town: Region) -> SafeString:
    """The titles of a town or street; empty where there is none."""
    rows = queries.titles_in(request.user, town)
    return _section(request, rows, register_url(_view(request), town=town.code), in_town=True)


def _view(request: HttpRequest) -> str:
    return "titles:titles" if sees_everything(request.user) else "titles:mine"


def _section(request: HttpRequest, rows: QuerySet[Title], url: str, *, in_town: bool = False) -> SafeString:
    count = rows.count()
    if not count:
        return SafeString("")
    lines = [(title, STATES[status_of(title).value], status_of(title).label) for title in rows[:SHOWN]]
    context = {
        "lines": lines,
        "count": count,
        "more_url": url if count > SHOWN else "",
        "in_town": in_town,
        "label": _("Titles"),
    }
    return render_to_string("titles/dossier.html", context, request)
