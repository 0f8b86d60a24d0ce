"""New URLs are denied until a door is listed for them."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from jingwei.ui.navigation import roles_of
from jingwei.ui.pages import errors
from jingwei.ui.shapes import SAFE, doors


class DoorsMiddleware:
    """Lets a request through only by a listed door, in a listed role, with a listed method.

    Static files are answered before URLs are resolved; nothing else is exempt. An anonymous reader at a door that is
    open to someone is asked to log in; whoever has logged in without the role is refused.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on; the doors are looked at once the URL is resolved."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """The refusal, or None to go on."""
        match = request.resolver_match
        door = doors.get(match.view_name) if match else None
        if door is None:
            return errors.forbidden(request)
        if not door.roles & roles_of(request):
            if getattr(request.user, "is_authenticated", False) or not door.roles:
                return errors.forbidden(request)
            return redirect_to_login(request.get_full_path() if request.method in SAFE else "/")
        if request.method not in door.methods:
            return errors.method_not_allowed(request, sorted(door.methods))
        return None
