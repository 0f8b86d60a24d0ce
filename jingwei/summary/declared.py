"""What `summary` hands to the floors below."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jingwei.registry.shapes import DemoYear, PackPart
from jingwei.registry.terms import DESK, EVERYONE, LEADERS, Role
from jingwei.summary.access import OVERSEERS, visible
from jingwei.summary.demo import make_demo, make_texts
from jingwei.summary.models import Manuscript, Summary, SummarySection
from jingwei.summary.queries.summaries import year_in_hand
from jingwei.summary.terms import SummaryStatus
from jingwei.ui.shapes import SAFE, WRITE, ActLabel, Door, Findable, Found, Home, Place, Recorded

WRITERS = LEADERS | {Role.OFFICER.value}
READERS = WRITERS | OVERSEERS
CITIZENS = frozenset({Role.CITIZEN.value})
POST = WRITE - SAFE


def director_home(request: HttpRequest) -> HttpResponse:
    """How does the year stand against its targets?"""
    return redirect("summary:year", year_in_hand())


def summary_url(summary: Summary) -> str:
    """Where a summary is read: what is issued on its public page, a draft at the desk."""
    view = "summary:public" if summary.status == SummaryStatus.ISSUED else "summary:read"
    return reverse(view, args=[summary.year])


def manuscript_url(manuscript: Manuscript) -> str:
    """Where a text is proofread."""
    return reverse("summary:manuscript", args=[manuscript.pk])


def find_manuscripts(request: HttpRequest, words: str, limit: int) -> list[Found]:
    """Manuscripts by their title."""
    return [
        Found(row.title, manuscript_url(row), str(row.year or ""))
        for row in visible(request.user, Manuscript.objects.filter(title__icontains=words))[:limit]
    ]


doors: tuple[Door, ...] = (
    Door("summary:list", DESK),
    Door("summary:create", LEADERS, POST),
    Door("summary:read", DESK),
    Door("summary:issue", LEADERS, POST),
    Door("summary:correct", LEADERS, POST),
    Door("summary:edit", WRITERS, WRITE),
    Door("summary:autosave", WRITERS, POST),
    Door("summary:picker", WRITERS),
    Door("summary:manuscripts", READERS),
    Door("summary:manuscript_start", WRITERS, WRITE),
    Door("summary:manuscript", READERS),
    Door("summary:manuscript_revise", WRITERS, WRITE),
    Door("summary:manuscript_judge", WRITERS, POST),
    Door("summary:manuscript_withdraw", WRITERS, POST),
    Door("summary:manuscript_delete", WRITERS, WRITE),
    Door("summary:manuscript_findings", READERS),
    Door("summary:year", DESK),
    Door("summary:this_year", DESK),
    Door("summary:index", EVERYONE),
    Door("summary:public", EVERYONE),
)
places: tuple[Place, ...] = (
    Place("summary:this_year", _("The whole year"), "year", "chart-dots", DESK, 10),
    Place("summary:list", _("Annual summary"), "year", "report", DESK, 30),
    Place("summary:manuscripts", _("Proofreading"), "year", "text-recognition", READERS, 40),
    Place("summary:index", _("Annual summaries"), "see", "report", EVERYONE - DESK, 30),
)
findables: tuple[Findable, ...] = (Findable("manuscripts", _("Proofreading"), find_manuscripts),)
homes: tuple[Home, ...] = (Home("director", LEADERS, director_home),)
pack_parts: tuple[PackPart, ...] = ()
demo_years: tuple[DemoYear, ...] = (
    DemoYear("summary", 90, make_demo),
    DemoYear("proofreading", 91, make_texts),
)
act_labels: tuple[ActLabel, ...] = (
    ActLabel("summary.drafted", _("Summary drafted")),
    ActLabel("summary.section.edited", _("Section edited")),
    ActLabel("summary.issued", _("Summary issued")),
    ActLabel("summary.correction.drafted", _("Correction drafted")),
    ActLabel("summary.manuscript.started", _("Text proofread")),
    ActLabel("summary.manuscript.revised", _("New version proofread")),
    ActLabel("summary.manuscript.deleted", _("Proofread text deleted")),
    ActLabel("summary.verdict.given", _("Finding judged")),
    ActLabel("summary.verdict.withdrawn", _("Verdict on a finding withdrawn")),
)
recorded: tuple[Recorded, ...] = (
    Recorded(
        "summary.manuscript",
        lambda request: visible(request.user, Manuscript.objects.all()),
        manuscript_url,
    ),
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
