"""Pages for what went wrong: what happened and what to do. That of our own faults asks nothing of the database."""

import logging
from collections.abc import Sequence

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

log = logging.getLogger(__name__)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400."""
    return _bare("ui/errors/400.html", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403; words given to `PermissionDenied` are shown."""
    return _page(request, "ui/errors/403.html", 403, str(exception or ""))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404."""
    return _page(request, "ui/errors/404.html", 404)


def method_not_allowed(request: HttpRequest, methods: Sequence[str]) -> HttpResponse:
    """405, saying what would be allowed."""
    response = _page(request, "ui/errors/405.html", 405)
    response["Allow"] = ", ".join(methods)
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that came without its token: an old page, or another site's."""
    return _bare("ui/errors/csrf.html", 403)


def server_error(request: HttpRequest) -> HttpResponse:
    """500."""
    return _bare("ui/errors/500.html", 500)


def _page(request: HttpRequest, template: str, status: int, reason: str = "") -> HttpResponse:
    """A page inside the shell; without the shell where the database it asks is what failed."""
    try:
        return HttpResponse(
            render_to_string(template, {"reason": reason, "frame": "ui/base.html"}, request), status=status
        )
    except DatabaseError:
        log.exception("the shell could not be drawn")
        return _bare(template, status)


def _bare(template: str, status: int) -> HttpResponse:
    return HttpResponse(render_to_string(template, {"frame": "ui/plain.html"}), status=status)
