"""The bureau's register of titles, what is due for renewal, and the forms of the verbs."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jingwei.registry.acting import demand
from jingwei.registry.pages.acts import me
from jingwei.registry.pages.records import RecordPages
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
TITLES = RecordPages(queries.titles, may, gettext_lazy("Titles"), "titles:titles", "titles:title")


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

    def act(values: dict[str, Any]) -> Title:
        person = values.pop("person_name")
        return actions.add_title(by=me(request), values=values, person_name=person)

    title, done = _("Add a title"), _("The title stands in the register.")
    return TITLES.act_page(request, None, form, act, title=title, done=done)


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is held of a title."""
    found = TITLES.one(request, pk, "change")
    form = TitleForm(request.POST or None, instance=found)

    def act(values: dict[str, Any]) -> Title:
        person = values.pop("person_name")
        return actions.change_title(by=me(request), title=found, values=values, person_name=person)

    return TITLES.act_page(request, found, form, act, title=_("Edit the title"), lede=found, done=_("Saved."))


def renew(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter the renewal of a title."""
    found = TITLES.one(request, pk, "renew")
    form = RenewForm(request.POST or None, title=found)

    def act(values: dict[str, Any]) -> Title:
        return actions.renew_title(by=me(request), title=found, values=values)

    title, done = _("Enter a renewal"), _("The renewal is entered.")
    lede = _(
        "A new title to the same recipient, linked to this one. The old one stands until the new one begins."
    )
    return TITLES.act_page(request, found, form, act, title=title, lede=lede, done=done, submit=title)


def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter that a title was revoked."""
    found = TITLES.one(request, pk, "revoke")
    form = RevokeForm(request.POST or None)

    def act(values: dict[str, Any]) -> Title:
        return actions.revoke_title(by=me(request), title=found, **values)

    title, done = _("Revoke the title"), _("The title is revoked.")
    return TITLES.act_page(request, found, form, act, title=title, lede=found, done=done, submit=title)
