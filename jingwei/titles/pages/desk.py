"""The bureau's register of titles, what is due for renewal, and the forms of the verbs."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jingwei.registry.acting import demand
from jingwei.registry.pages.acts import act_page, me
from jingwei.registry.queries.day import day_in_hand
from jingwei.titles import queries
from jingwei.titles.access import may
from jingwei.titles.actions import titles as actions
from jingwei.titles.filters import DueFilter, TitleFilter
from jingwei.titles.inputs import RenewForm, RevokeForm, TitleForm
from jingwei.titles.models import Title
from jingwei.titles.tables import TitleTable
from jingwei.ui.register import RegisterView

FARTHEST = 36  # months


class Titles(RegisterView):
    """The register of titles."""

    name, title, one = "titles", gettext_lazy("Titles"), gettext_lazy("titles")
    table_class, filter_class = TitleTable, TitleFilter
    shown = (
        "type",
        "number",
        "organisation",
        "person",
        "level",
        "award_class",
        "granted_on",
        "valid_until",
        "status",
    )
    sort = "-granted_on"
    add_view, sheet = "titles:add", "titles"
    add_label = gettext_lazy("Add a title")

    def rows(self, request: HttpRequest) -> QuerySet[Title]:
        """Those the reader may see."""
        return queries.titles(request.user)


class Due(RegisterView):
    """Valid titles without renewal, the first to expire on top."""

    name, title, one = "titles-due", gettext_lazy("Due for renewal"), gettext_lazy("titles")
    table_class, filter_class = TitleTable, DueFilter
    shown = ("type", "number", "organisation", "town", "granted_on", "valid_until", "status")
    sort = "valid_until"

    def rows(self, request: HttpRequest) -> QuerySet[Title]:
        """Those that expire within three years."""
        return queries.due(queries.titles(request.user), day_in_hand(), FARTHEST)

    def lede(self, request: HttpRequest) -> str:
        """What stands here."""
        said = _("Valid titles with a term that ends within three years of %(day)s and no renewal yet.")
        return said % {"day": day_in_hand().isoformat()}


def add(request: HttpRequest) -> HttpResponse:
    """Take a title into the register."""
    demand(may(request.user, "add", Title))
    form = TitleForm(request.POST or None)

    def act(values: dict[str, Any]) -> str:
        person = values.pop("person_name")
        made = actions.add_title(by=me(request), values=values, person_name=person)
        return reverse("titles:title", args=[made.pk])

    return act_page(
        request,
        form,
        act,
        title=_("Add a title"),
        done=_("The title stands in the register."),
        cancel_url=reverse("titles:titles"),
        crumbs=[(_("Titles"), reverse("titles:titles")), (_("Add a title"), "")],
    )


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is held of a title."""
    found = _title(request, pk, "change")
    form = TitleForm(request.POST or None, instance=found)

    def act(values: dict[str, Any]) -> str:
        person = values.pop("person_name")
        actions.change_title(by=me(request), title=found, values=values, person_name=person)
        return _url(found)

    return act_page(
        request, form, act, title=_("Edit the title"), lede=found, done=_("Saved."), **_back(found)
    )


def renew(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter the renewal of a title."""
    found = _title(request, pk, "renew")
    form = RenewForm(request.POST or None, title=found)

    def act(values: dict[str, Any]) -> str:
        return _url(actions.renew_title(by=me(request), title=found, values=values))

    return act_page(
        request,
        form,
        act,
        title=_("Enter a renewal"),
        lede=_(
            "A new title to the same recipient, linked to this one. The old one stands until the new one begins."
        ),
        done=_("The renewal is entered."),
        submit=_("Enter a renewal"),
        **_back(found),
    )


def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter that a title was revoked."""
    found = _title(request, pk, "revoke")
    form = RevokeForm(request.POST or None)

    def act(values: dict[str, Any]) -> str:
        actions.revoke_title(by=me(request), title=found, **values)
        return _url(found)

    return act_page(
        request,
        form,
        act,
        title=_("Revoke the title"),
        lede=found,
        done=_("The title is revoked."),
        submit=_("Revoke the title"),
        **_back(found),
    )


def _title(request: HttpRequest, pk: int, verb: str) -> Title:
    """The title, if the reader may see it (else 404) and do `verb` to it (else 403)."""
    found = get_object_or_404(queries.titles(request.user), pk=pk)
    demand(may(request.user, verb, found))
    return found


def _url(found: Title) -> str:
    return reverse("titles:title", args=[found.pk])


def _back(found: Title) -> dict[str, Any]:
    crumbs = [(_("Titles"), reverse("titles:titles")), (str(found), _url(found))]
    return {"cancel_url": _url(found), "crumbs": crumbs}
