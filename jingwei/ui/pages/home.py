"""The first screen of a role."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jingwei.ui.navigation import groups_for, roles_of
from jingwei.ui.shapes import homes


def home(request: HttpRequest) -> HttpResponse:
    """The first declared home that fits the reader's roles; else the places he may go to."""
    roles = roles_of(request)
    for declared in homes:
        if declared.roles & roles:
            return declared.view(request)
    return render(request, "ui/home.html", {"groups": groups_for(request)})


def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "ui/accessibility.html")
