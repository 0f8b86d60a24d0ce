"""Towns and streets, and the page of each."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from jingwei.registry import access
from jingwei.registry.models import Organisation
from jingwei.registry.pages.dossier import town_sections_of
from jingwei.registry.queries import regions
from jingwei.registry.queries.organisations import with_numbers
from jingwei.registry.terms import DESK
from jingwei.ui.register import register_url


def towns(request: HttpRequest) -> HttpResponse:
    """All towns and streets the reader may open, with the number of enterprises."""
    rows = with_numbers(regions.towns(), request.user).select_related("parent")
    if not access.roles_in(request) & DESK:
        rows = rows.filter(pk__in=access.scope_of(request.user, access.TOWNS).towns)
    return render(request, "registry/towns.html", {"towns": rows})


def town(request: HttpRequest, code: str) -> HttpResponse:
    """Everything the bureau holds about a town or street."""
    found = regions.towns().filter(code=code).select_related("parent").first()
    own = access.scope_of(request.user, access.TOWNS).towns
    if found is None or not (access.roles_in(request) & DESK or found.pk in own):
        raise Http404
    seen = access.visible(request.user, Organisation.objects.filter(town=found))
    context = {
        "town": found,
        "names": regions.names_on(found, access.today()),
        "lineage": regions.lineage(found.parent) if found.parent else [],
        "organisations": seen.order_by("kind", "name")[:12],
        "organisation_count": seen.count(),
        "organisations_url": register_url("registry:organisations", town=found.pk),
        "sections": town_sections_of(request, found),
    }
    return render(request, "registry/town.html", context)
