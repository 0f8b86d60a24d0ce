"""What `summary` hands to the floors below."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jingwei.registry.shapes import DemoYear, PackPart
from jingwei.registry.terms import DESK, EVERYONE, LEADERS, Role
from jingwei.summary.access import visible
from jingwei.summary.demo import make_demo
from jingwei.summary.models import Summary, SummarySection
from jingwei.summary.queries.summaries import year_in_hand
from jingwei.summary.terms import SummaryStatus
from jingwei.ui.shapes import SAFE, WRITE, ActLabel, Door, Findable, Home, Place, Recorded

WRITERS = LEADERS | {Role.OFFICER.value}
CITIZENS = frozenset({Role.CITIZEN.value})
POST = WRITE - SAFE


def director_home(request: HttpRequest) -> HttpResponse:
    """How does the year stand against its targets?"""
    return redirect("summary:year", year_in_hand())


def summary_url(summary: Summary) -> str:
    """Where a summary is read: what is issued on its public page, a draft at the desk."""
    view = "summary:public" if summary.status == SummaryStatus.ISSUED else "summary:read"
    return reverse(view, args=[summary.year])


doors: tuple[Door, ...] = (
    Door("summary:list", DESK),
    Door("summary:create", LEADERS, POST),
    Door("summary:read", DESK),
    Door("summary:issue", LEADERS, POST),
    Door("summary:correct", LEADERS, POST),
    Door("summary:edit", WRITERS, WRITE),
    Door("summary:autosave", WRITERS, POST),
    Door("summary:picker", WRITERS),
    Door("summary:year", DESK),
    Door("summary:this_year", DESK),
    Door("summary:index", EVERYONE),
    Door("summary:public", EVERYONE),
)
places: tuple[Place, ...] = (
    Place("summary:this_year", _("The whole year"), "year", "chart-dots", DESK, 10),
    Place("summary:list", _("Annual summary"), "year", "report", DESK, 30),
    Place("summary:index", _("Annual summaries"), "see", "report", EVERYONE - DESK, 30),
)
findables: tuple[Findable, ...] = ()
homes: tuple[Home, ...] = (Home("director", LEADERS, director_home),)
pack_parts: tuple[PackPart, ...] = ()
demo_years: tuple[DemoYear, ...] = (DemoYear("summary", 90, make_demo),)
act_labels: tuple[ActLabel, ...] = (
    ActLabel("summary.drafted", _("Summary drafted")),
    ActLabel("summary.section.edited", _("Section edited")),
    ActLabel("summary.issued", _("Summary issued")),
    ActLabel("summary.correction.drafted", _("Correction drafted")),
)
recorded: tuple[Recorded, ...] = (
    Recorded(
        "summary.summary",
        lambda request: visible(request.user, Summary.objects.all()),
        summary_url,
    ),
    Recorded(
        "summary.summarysection",
        lambda request: visible(request.user, SummarySection.objects.select_related("summary")),
        lambda one: f"{summary_url(one.summary)}#s-{one.key}",
    ),
)
