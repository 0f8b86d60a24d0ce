"""What the audit administrator reads: attempts to sign in, and the acts on accounts and roles."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from jingwei.registry import access
from jingwei.registry.filters import SignInFilter
from jingwei.registry.models import SignIn
from jingwei.registry.queries.trail import acts_told, trail
from jingwei.registry.tables import SignInTable
from jingwei.ui.register import RegisterView
from jingwei.ui.shapes import Label

PER_PAGE = 50


class SignIns(RegisterView):
    """Attempts to sign in."""

    name, title, one = "sign-ins", gettext_lazy("Sign-ins"), gettext_lazy("sign-ins")
    crumb = gettext_lazy("Administration")
    table_class, filter_class = SignInTable, SignInFilter
    shown = ("at", "account", "outcome", "address")
    sort = "-at"

    def rows(self, request: HttpRequest) -> QuerySet[SignIn]:
        """All for the audit administrator."""
        return access.visible(request.user, SignIn.objects.select_related("account"))

    def lede(self, request: HttpRequest) -> Label:
        """What is kept."""
        return gettext_lazy("Kept for a year. A name that is no account is kept as a hash only.")


def acts(request: HttpRequest) -> HttpResponse:
    """Every act in the log with who did it, without what changed in business records."""
    page = Paginator(trail(), PER_PAGE).get_page(request.GET.get("page"))
    told = acts_told(request, page.object_list)
    return render(request, "registry/trail.html", {"page": page, "acts": told})
