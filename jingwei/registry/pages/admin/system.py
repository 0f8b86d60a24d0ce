"""What the system administrator sees: how the program is set up, nothing of the business."""

import platform

import django
from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from jingwei.registry import rules
from jingwei.registry.models import Account, CalendarDay, DatedRule, Region, Section
from jingwei.ui.templatetags.ui import log_state


def system(request: HttpRequest) -> HttpResponse:
    """Versions, database, settings, and sizes of the technical tables."""
    facts = [
        (_("Mode"), _("demonstration") if settings.IS_DEMO else _("production")),
        (_("Pack"), settings.PACK),
        (_("Database"), f"{connection.vendor} {_version()}"),
        (_("Python and Django"), f"{platform.python_version()}, {django.get_version()}"),
        (_("Behind TLS"), _("yes") if settings.IS_HTTPS else _("no")),
        (_("Idle sign-out"), _("%(n)s minutes") % {"n": settings.IDLE_SECONDS // 60}),
        (
            _("Lock"),
            _("after %(n)s failures, for %(m)s minutes")
            % {"n": rules.ATTEMPTS_BY_NAME, "m": rules.LOCK.seconds // 60},
        ),
        (_("Government login"), _("on") if settings.OIDC_URL else _("off")),
    ]
    sizes = [
        (model._meta.verbose_name_plural, model._default_manager.count())
        for model in (Account, Region, Section, CalendarDay, DatedRule)
    ]
    context = {"facts": facts, "sizes": sizes, "log": log_state()}
    return render(request, "registry/system.html", context)


def _version() -> str:
    """The version of the database server or library."""
    return ".".join(str(part) for part in connection.get_database_version())
