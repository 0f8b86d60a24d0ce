"""What `summary` hands to the floors below."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from jingwei.registry.shapes import DemoYear, PackPart
from jingwei.registry.terms import DESK, EVERYONE, LEADERS, Role
from jingwei.summary.demo import make_demo
from jingwei.summary.queries.summaries import year_in_hand
from jingwei.ui.shapes import SAFE, WRITE, Door, Findable, Home, Place

WRITERS = LEADERS | {Role.OFFICER.value}
CITIZENS = frozenset({Role.CITIZEN.value})
POST = WRITE - SAFE


def director_home(request: HttpRequest) -> HttpResponse:
    """How does the year stand against its targets?"""
    return redirect("summary:year", year_in_hand())


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
