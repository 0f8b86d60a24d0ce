"""The first screens of roles: one question each, answered with what there is."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jingwei.portal.queries import due
from jingwei.registry.access import roles_in, scope_of
from jingwei.registry.models import Region
from jingwei.registry.queries.day import day_in_hand
from jingwei.registry.queries.trail import ToldAct, acts_told, trail
from jingwei.registry.terms import Role
from jingwei.summary.reading import address

RECENT = 15
OWN_RECENT = 8


def officer_home(request: HttpRequest) -> HttpResponse:
    """What falls due, and what waits for me?"""
    day, user = day_in_hand(), request.user
    late, ending = due.overdue_projects(user, day), due.ending_projects(user, day)
    expiring = due.expiring_titles(user, day)
    context: dict[str, Any] = {
        "day": day,
        "late": [due.due_project(row, day) for row in late[: due.SHOWN]],
        "late_count": late.count(),
        "ending": [due.due_project(row, day) for row in ending[: due.SHOWN]],
        "ending_count": ending.count(),
        "expiring": [due.due_title(row, day) for row in expiring[: due.SHOWN]],
        "expiring_count": expiring.count(),
        "imports": list(due.open_imports(user)[: due.SHOWN]),
        "recent": _recent(request, OWN_RECENT),
        "imports_url": address("ui:import-list"),
    }
    return render(request, "portal/officer.html", context)


def watcher_home(request: HttpRequest) -> HttpResponse:
    """What was done, by whom, with which receipt?"""
    return render(request, "portal/watcher.html", {"acts": _recent(request, RECENT), "total": len(trail())})


def own_home(request: HttpRequest) -> HttpResponse:
    """Where do my matters stand?"""
    day = day_in_hand()
    expiring = [due.due_title(row, day) for row in due.expiring_titles(request.user, day)[: due.SHOWN]]
    late = [due.due_project(row, day) for row in due.overdue_projects(request.user, day)[: due.SHOWN]]
    ending = [due.due_project(row, day) for row in due.ending_projects(request.user, day)[: due.SHOWN]]
    context: dict[str, Any] = {
        "day": day,
        "expiring": expiring,
        "late": late,
        "ending": ending,
        "towns": _towns(request),
        "mine_url": "" if Role.TOWN.value in roles_in(request) else address("registry:mine"),
    }
    return render(request, "portal/own.html", context)


def expert_home(request: HttpRequest) -> HttpResponse:
    """What am I asked to read, until when?"""
    return render(request, "portal/expert.html")


def citizen_home(request: HttpRequest) -> HttpResponse:
    """The front window."""
    return redirect("portal:home")


def _towns(request: HttpRequest) -> list[tuple[Region, str]]:
    towns = Region.objects.filter(pk__in=scope_of(request.user, {Role.TOWN.value}).towns)
    return [(town, address("registry:town", town.code)) for town in towns]


def _recent(request: HttpRequest, limit: int) -> list[ToldAct]:
    return acts_told(request, trail()[:limit])
