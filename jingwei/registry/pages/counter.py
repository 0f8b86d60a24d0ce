"""What outsiders see of themselves: my organisation; and everybody's own account."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from jingwei.registry import access
from jingwei.registry.models import Assignment, Organisation
from jingwei.registry.pages.desk.organisations import dossier_context
from jingwei.registry.queries.account import factors_of, recent_sign_ins
from jingwei.registry.queries.organisations import organisations


def mine(request: HttpRequest) -> HttpResponse:
    """The organisation one acts for; with several, the one chosen (`?of=`), else the first."""
    own = organisations(request.user).filter(
        pk__in=access.scope_of(request.user, access.OWNERS).organisations
    )
    rows = list(own.order_by("family_id", "name"))
    if not rows:
        return render(request, "registry/mine_none.html")
    wanted = request.GET.get("of", "")
    found = get_object_or_404(own, pk=wanted) if wanted.isdecimal() else _first(request, rows)
    return render(
        request,
        "registry/organisation.html",
        {**dossier_context(request, found), "own": rows, "is_mine": True},
    )


def _first(request: HttpRequest, rows: list[Organisation]) -> Organisation:
    """The organisation named in an assignment, rather than a member of its family."""
    named = [held.organisation for held in access.held_by(request.user)]
    return next((row for row in rows if row.pk in named), rows[0])


def account(request: HttpRequest) -> HttpResponse:
    """My roles, password, second factor, language, and when I last signed in."""
    held = access.visible(request.user, Assignment.objects.filter(account=request.user.pk))
    context = {
        "assignments": held.filter(access.not_over(access.today())).select_related(
            "section", "organisation", "town"
        ),
        "factors": factors_of(request.user),
        "idle_minutes": settings.IDLE_SECONDS // 60,
        "sign_ins": recent_sign_ins(request.user),
    }
    return render(request, "registry/account.html", context)
