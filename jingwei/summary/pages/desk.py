"""The desk's pages of the summary: the list, reading a draft with its findings, editing, issuing."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jingwei.figures.snapshot.manifest import SnapshotError
from jingwei.kernel.errors import InputError
from jingwei.registry.models import Account
from jingwei.summary import actions
from jingwei.summary.access import may
from jingwei.summary.models import Summary
from jingwei.summary.queries import draft_of, issued_of, summaries, summary_to_read
from jingwei.summary.rules import templates
from jingwei.summary.showing import show
from jingwei.summary.terms import SummaryStatus

PACK = settings.PACKS / settings.PACK


def account(request: HttpRequest) -> Account:
    """Who is signed in; the doors let nobody else as far as this."""
    if not isinstance(request.user, Account):
        raise Http404
    return request.user


def summary_list(request: HttpRequest) -> HttpResponse:
    """Every version there is, and the years that could be begun."""
    rows = list(summaries(request.user))
    begun = {row.year for row in rows}
    years = [year for year in templates.years(PACK) if year not in begun]
    context = {"rows": rows, "years": years, "may_add": may(request.user, "add", Summary)}
    return render(request, "summary/list.html", context)


def create(request: HttpRequest) -> HttpResponse:
    """Begin the summary of a year from the template of the pack."""
    year = request.POST.get("year", "")
    try:
        number = int(year) if year.isdecimal() else 0
        summary = actions.create_from_template(by=account(request), pack=PACK, year=number)
    except InputError as error:
        messages.error(request, error.text.in_language(get_language()))
        return redirect("summary:list")
    return redirect("summary:read", summary.year)


def read(request: HttpRequest, year: int) -> HttpResponse:
    """A version of the year: the draft if there is one, with its findings; or the one asked for by ``?version=``."""
    version = request.GET.get("version", "")
    summary = summary_to_read(request.user, year, int(version) if version.isdecimal() else None)
    if summary is None:
        raise Http404
    try:
        doc = show(request.user, summary)
    except SnapshotError as fault:
        return render(request, "summary/damaged.html", {"fault": fault.text}, status=503)
    is_draft = summary.status == SummaryStatus.DRAFT
    context: dict[str, Any] = {
        "doc": doc,
        "summary": summary,
        "is_draft": is_draft,
        "issued": issued_of(request.user, year),
        "draft": draft_of(request.user, year),
        "may_issue": may(request.user, "issue", summary),
        "may_correct": not is_draft
        and may(request.user, "add", Summary)
        and draft_of(request.user, year) is None,
        "refusals": sum(1 for one in doc.findings if one.finding.is_open),
    }
    return render(request, "summary/read.html", context)


def issue(request: HttpRequest, year: int) -> HttpResponse:
    """Issue the draft of the year; refused with everything that must be mended."""
    summary = draft_of(request.user, year)
    if summary is None:
        raise Http404
    try:
        issued = actions.issue(by=account(request), summary=summary)
    except (InputError, SnapshotError) as error:
        messages.error(request, error.text.in_language(get_language()))
        return redirect("summary:read", year)
    messages.success(
        request, _("Issued, with receipt %(number)s in the log.") % {"number": f"{issued.receipt or 0:,}"}
    )
    return redirect("summary:public", year)


def correct(request: HttpRequest, year: int) -> HttpResponse:
    """Open the next version of the issued summary for editing."""
    issued = issued_of(request.user, year)
    if issued is None:
        raise Http404
    try:
        actions.correct(by=account(request), summary=issued, reason=request.POST.get("reason", ""))
    except InputError as error:
        messages.error(request, error.text.in_language(get_language()))
    return redirect("summary:read", year)
