"""The first screens of the three administrators."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from jingwei.registry.terms import Role
from jingwei.ui.shapes import Home


def _system(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(reverse("registry:system"))


def _security(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(reverse("registry:accounts"))


def _audit(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(reverse("registry:acts"))


def _mine(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(reverse("registry:mine"))


def _towns(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(reverse("registry:towns"))


homes: tuple[Home, ...] = (
    Home("system administrator", frozenset({Role.SYSTEM_ADMIN.value}), _system),
    Home("security administrator", frozenset({Role.SECURITY_ADMIN.value}), _security),
    Home("audit administrator", frozenset({Role.AUDIT_ADMIN.value}), _audit),
    Home(
        "outside",
        frozenset({Role.ENTERPRISE.value, Role.UNIVERSITY.value, Role.PARK.value, Role.EXPERT.value}),
        _mine,
    ),
    Home("town", frozenset({Role.TOWN.value}), _towns),
)
