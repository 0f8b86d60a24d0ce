"""The public list of titles, and the page of one: everybody reads the public fields, who may reads all."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy

from jingwei.registry.pages.history import history_for
from jingwei.titles import queries
from jingwei.titles.access import has_own, may, sees_everything
from jingwei.titles.filters import PublicTitleFilter
from jingwei.titles.models import Title
from jingwei.titles.tables import STATES, PublicTitleTable, status_of
from jingwei.ui.register import RegisterView


class PublicTitles(RegisterView):
    """The titles everybody may read about; nobody's person among them."""

    name, title, one = "public-titles", gettext_lazy("Titles and awards"), gettext_lazy("titles")
    crumb = gettext_lazy("Look up")
    table_class, filter_class = PublicTitleTable, PublicTitleFilter
    shown = ("type", "organisation", "level", "award_class", "granted_on", "valid_until", "status")
    sort = "-granted_on"

    def rows(self, request: HttpRequest) -> QuerySet[Title]:
        """All published ones."""
        return queries.public_titles()


def title(request: HttpRequest, pk: int) -> HttpResponse:
    """One title, as far as the reader may see it."""
    found = get_object_or_404(queries.openable_titles(request.user), pk=pk)
    sees_all = may(request.user, "see_all", found)
    status = status_of(found)
    verbs = {verb for verb in ("change", "renew", "revoke") if may(request.user, verb, found)}
    context = {
        "title": found,
        "status": (STATES[status.value], status.label),
        "sees_all": sees_all,
        "is_desk": sees_everything(request.user),
        "list_view": _list(request),
        "renewals": found.renewals.order_by("granted_on"),
        "verbs": verbs if found.revoked_on is None else verbs & {"change"},
        "history": history_for(request.user, found) if sees_all else None,
    }
    return render(request, "titles/title.html", context)


def _list(request: HttpRequest) -> str:
    """The list the reader came from, by role."""
    if sees_everything(request.user):
        return "titles:titles"
    return "titles:mine" if has_own(request.user) else "titles:public"
