"""Columns of the registers of projects and subsidies."""

from django.utils.translation import gettext_lazy as _
from django_tables2 import A

from jingwei.projects.models import Project, Subsidy
from jingwei.projects.terms import ProjectStatus
from jingwei.ui.register import Amount, Choice, Day, Flag, Ident, Name, RegisterTable, State, Words

STATES = {
    ProjectStatus.RUNNING.value: "now",
    ProjectStatus.ACCEPTED.value: "done",
    ProjectStatus.CLOSED.value: "",
    ProjectStatus.TERMINATED.value: "late",
    ProjectStatus.REVOKED.value: "late",
}


class PublicProjectTable(RegisterTable):
    """What everybody may read of projects."""

    name = Name(verbose_name=_("project name"), linkify=("projects:project", [A("pk")]))
    number = Ident(verbose_name=_("project number"))
    programme = Words(accessor="programme", order_by="programme__order", verbose_name=_("programme"))
    undertaker = Words(accessor="undertaker", order_by="undertaker__name", verbose_name=_("undertaker"))
    town = Words(accessor="town", order_by=("town__order", "town__code"), verbose_name=_("town or street"))
    listed_on = Day(verbose_name=_("listed on"))
    grant_fen = Amount(verbose_name=_("grant"))
    status = State(kinds=STATES, verbose_name=_("status"))
    document = Words(verbose_name=_("approval document"), css="p3")
    is_demo = Flag(verbose_name=_("demonstration data"))

    class Meta(RegisterTable.Meta):
        model = Project
        fields = ()


class ProjectTable(PublicProjectTable):
    """What the desk and the undertaker read of projects."""

    leader = Words(accessor="leader", order_by="leader__name", verbose_name=_("project leader"))
    budget_fen = Amount(verbose_name=_("total budget"))
    starts_on = Day(verbose_name=_("term begins"))
    ends_on = Day(verbose_name=_("term ends"))
    closed_on = Day(verbose_name=_("closed on"))
    section = Words(accessor="section", order_by="section__order", verbose_name=_("section in charge"))

    class Meta(PublicProjectTable.Meta):
        sequence = ("name", "number", "programme", "undertaker", "leader", "town", "listed_on", "...")


class SubsidyTable(RegisterTable):
    """Subsidies from above."""

    document = Name(verbose_name=_("document number"), linkify=("projects:subsidy", [A("pk")]))
    organisation = Words(accessor="organisation", order_by="organisation__name", verbose_name=_("recipient"))
    level = Choice(verbose_name=_("level"))
    received_on = Day(verbose_name=_("money received on"))
    amount_fen = Amount(verbose_name=_("amount"))
    purpose = Words(verbose_name=_("purpose"))
    project = Ident(accessor="project__number", verbose_name=_("project number"))
    is_demo = Flag(verbose_name=_("demonstration data"))

    class Meta(RegisterTable.Meta):
        model = Subsidy
        fields = ()
