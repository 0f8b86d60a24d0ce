"""Columns of the registers of titles."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django_tables2 import A

from jingwei.registry.queries.day import day_in_hand
from jingwei.titles.models import Title
from jingwei.titles.queries import facts_of
from jingwei.titles.rules import status_on
from jingwei.titles.terms import TitleStatus
from jingwei.ui.register import Choice, Count, Day, Flag, Ident, Name, RegisterTable, Words
from jingwei.ui.register.columns import Column, Plain
from jingwei.ui.templatetags.ui import state

STATES = {
    TitleStatus.VALID.value: "done",
    TitleStatus.RENEWED.value: "",
    TitleStatus.EXPIRED.value: "wait",
    TitleStatus.REVOKED.value: "late",
}


def status_of(title: Title) -> TitleStatus:
    """The status of a title today."""
    return TitleStatus(status_on(facts_of(title), day_in_hand()))


class Standing(Column):
    """Whether a title stands today, with a mark."""

    css = "nw"

    def render(self, record: Title) -> Any:
        """Shape and word."""
        status = status_of(record)
        return state(STATES[status.value], status.label)

    def plain(self, value: object, record: Title) -> Plain:
        """The word."""
        return str(status_of(record).label)


class PublicTitleTable(RegisterTable):
    """What everybody may read of titles."""

    type = Name(
        accessor="type",
        order_by="type__order",
        verbose_name=_("type of title"),
        linkify=("titles:title", [A("pk")]),
    )
    organisation = Words(
        accessor="organisation", order_by="organisation__name", verbose_name=_("organisation")
    )
    region = Words(accessor="region", orderable=False, verbose_name=_("region"))
    level = Choice(accessor="type__get_level_display", orderable=False, verbose_name=_("level"))
    award_class = Choice(verbose_name=_("class"))
    subject = Words(verbose_name=_("awarded for"), css="p3")
    edition = Count(verbose_name=_("edition"))
    granted_on = Day(verbose_name=_("granted on"))
    valid_until = Day(verbose_name=_("valid until"))
    status = Standing(accessor="pk", orderable=False, verbose_name=_("status"))
    town = Words(accessor="town", order_by=("town__order", "town__code"), verbose_name=_("town or street"))
    issuer = Words(verbose_name=_("conferred by"), css="p3")
    is_demo = Flag(verbose_name=_("demonstration data"))

    class Meta(RegisterTable.Meta):
        model = Title
        fields = ()


class TitleTable(PublicTitleTable):
    """What the desk and the recipient read of titles."""

    person = Words(accessor="person", order_by="person__name", verbose_name=_("person"))
    number = Ident(verbose_name=_("certificate number"))
    document = Words(verbose_name=_("document number"), css="p3")
    revoked_on = Day(verbose_name=_("revoked on"))
    section = Words(accessor="section", order_by="section__order", verbose_name=_("section in charge"))

    class Meta(PublicTitleTable.Meta):
        sequence = ("type", "number", "organisation", "person", "...")
