"""Who is asking, in which roles, and since when without a sign of life."""

from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from jingwei.registry import access

GetResponse = Callable[[HttpRequest], HttpResponse]
SEEN = "jingwei_seen_at"
# how often a session is written only to say that its owner is still there
REFRESH_SECONDS = 30


class RolesMiddleware:
    """Sets ``request.roles`` (frozenset of role values) and ``request.reach`` (a lazy `access.Scope`)."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Find the roles, go on."""
        access.remember(request.user)
        vars(request)["roles"] = access.roles_of(request.user)
        vars(request)["reach"] = SimpleLazyObject(lambda: access.scope_of(request.user))
        return self.get_response(request)


class UnkeptMiddleware:
    """Tells browsers and proxies to keep no copy of what somebody signed in was shown.

    Static files never come here; a response that is told to be immutable is named by its content and may be kept.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on; whoever signs in or out by this request counts as signed in."""
        was_signed_in = request.user.is_authenticated
        response = self.get_response(request)
        is_signed_in = was_signed_in or request.user.is_authenticated
        if is_signed_in and "immutable" not in response.headers.get("Cache-Control", ""):
            patch_cache_control(response, private=True, no_store=True)
        return response


class IdleMiddleware:
    """Signs out whoever gave no sign of life for ``settings.IDLE_SECONDS``, and keeps where he wanted to go."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on, or end the session."""
        if not request.user.is_authenticated:
            return self.get_response(request)
        now = int(timezone.now().timestamp())
        seen = request.session.get(SEEN)
        if isinstance(seen, int) and now - seen > settings.IDLE_SECONDS:
            return self._sign_out(request)
        if not isinstance(seen, int) or now - seen > min(REFRESH_SECONDS, settings.IDLE_SECONDS // 4):
            request.session[SEEN] = now
        return self.get_response(request)

    def _sign_out(self, request: HttpRequest) -> HttpResponse:
        vars(request)["is_idle"] = True
        logout(request)
        minutes = max(1, settings.IDLE_SECONDS // 60)
        messages.info(
            request,
            _("You were signed out after %(minutes)s minutes without activity.") % {"minutes": minutes},
        )
        wanted = request.get_full_path() if request.method in {"GET", "HEAD"} else "/"
        target = f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': wanted})}"
        if request.headers.get("HX-Request"):
            return HttpResponse(headers={"HX-Redirect": target})
        return HttpResponseRedirect(target)


# where somebody with a first password may go besides changing it
ALLOWED_AT_FIRST = frozenset({"account_change_password", "account_logout", "set_language"})


class FirstPasswordMiddleware:
    """Leads whoever has a password given by the administrator to the page where a new one is chosen, and then on."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on; see `process_view`."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        """The way to the password page, or None to go on."""
        if not getattr(request.user, "must_change_password", False):
            return None
        match = request.resolver_match
        if match is None or match.view_name in ALLOWED_AT_FIRST:
            return None
        messages.warning(request, _("Choose a password of your own before you go on."))
        is_page = request.method in {"GET", "HEAD"} and not request.headers.get("HX-Request")
        wanted = request.get_full_path() if is_page else resolve_url("ui:home")
        return HttpResponseRedirect(f"{resolve_url('account_change_password')}?{urlencode({'next': wanted})}")


def last_seen(request: HttpRequest) -> datetime | None:
    """When this session last gave a sign of life, in UTC."""
    seen = request.session.get(SEEN)
    return datetime.fromtimestamp(seen, tz=timezone.get_default_timezone()) if isinstance(seen, int) else None
