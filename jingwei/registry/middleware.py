"""Who is asking, in which roles, and since when without a sign of life."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

GetResponse = Callable[[HttpRequest], HttpResponse]


class RolesMiddleware:
    """Replaced by the registry's owner."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)


class IdleMiddleware(RolesMiddleware):
    """Replaced by the registry's owner."""
