"""The front window: the year's figures, the issued summary, and how to check the bureau."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jingwei.figures.engine.figure import Figure
from jingwei.figures.queries import live_snapshot, resolver
from jingwei.figures.snapshot.manifest import SnapshotError
from jingwei.kernel.errors import InputError
from jingwei.kernel.periods import Period
from jingwei.portal.queries.log import log_now, proved
from jingwei.summary.models import Summary
from jingwei.summary.queries import summaries
from jingwei.summary.queries.summaries import year_in_hand
from jingwei.summary.queries.year import KEY, RECEIVED
from jingwei.summary.reading import figure_url
from jingwei.summary.showing import short
from jingwei.summary.terms import SummaryStatus
from jingwei.ui.acts import kind_in_words, subjects_of

LARGEST = 2**53


def home(request: HttpRequest) -> HttpResponse:
    """What the year came to, and how anyone can check it."""
    issued = summaries(request.user).filter(status=SummaryStatus.ISSUED)
    latest = issued.first()
    year = latest.year if latest else year_in_hand()
    context: dict[str, Any] = {"year": year, "latest": latest, "log": log_now(), **_figures(year, latest)}
    return render(request, "portal/home.html", context)


def _figures(year: int, latest: Summary | None) -> dict[str, Any]:
    """The year's figures as issued, else as the records stand; none where the snapshot cannot be read."""
    snapshot = latest.snapshot if latest and latest.snapshot else live_snapshot()
    pinned = snapshot.digest if latest and latest.snapshot else ""
    try:
        resolving = resolver(snapshot)
        found = [_figure(name, Period.year(year), resolving) for name in (*RECEIVED, *KEY)]
    except SnapshotError as error:
        return {"figures": [], "fault": error.text}
    shown = [_shown(figure, pinned) for figure in found if figure is not None and figure.value is not None]
    return {"figures": shown, "snapshot": snapshot.content, "snapshot_short": short(snapshot.content)}


def _figure(name: str, period: Period, resolving: Any) -> Figure | None:
    try:
        found: Figure = resolving.figure(name, period)
    except SnapshotError:
        raise
    except InputError:
        return None  # this place does not receive that statistic
    return found


def _shown(figure: Figure, pinned: str) -> dict[str, str]:
    language = get_language()
    sub = ""
    if figure.growth is not None:
        sub = _("%(growth)s on the year before") % {"growth": figure.growth_text()}
    elif figure.previous is not None:
        sub = _("last year %(before)s") % {"before": figure.base_text(figure.previous, language)}
    return {
        "label": figure.label.in_language(language),
        "text": figure.text(language),
        "url": figure_url(figure.key, str(figure.period), pinned),
        "sub": sub,
    }


def check(request: HttpRequest) -> HttpResponse:
    """The log's state and the search for a receipt; a number that exists leads to its proof."""
    asked = request.GET.get("receipt", "").strip()
    error = ""
    if asked:
        number = asked.replace(",", "").replace("，", "").replace(" ", "")
        if not (number.isascii() and number.isdecimal()):
            error = _("A receipt is a number, such as 20,391.")
        elif int(number) < min(log_now().size, LARGEST):
            return redirect("portal:check_entry", int(number))
        else:
            error = _("There is no entry with this number: the log has %(size)s entries, counted from 0.") % {
                "size": f"{log_now().size:,}"
            }
    context = {"log": log_now(), "asked": asked, "error": error}
    return render(request, "portal/check.html", context, status=404 if error else 200)


def check_entry(request: HttpRequest, index: int) -> HttpResponse:
    """One entry: its public leaf, its proof, recomputed at every call."""
    try:
        found = proved(index)
    except InputError:
        raise Http404 from None
    context = {
        "entry": found,
        "earlier": index - 1 if index else None,
        "later": index + 1 if index + 1 < found.size else None,
        "log": log_now(),
        "what": kind_in_words(found.kind),
        "subject": subjects_of(request, [found.subject])[found.subject],
    }
    return render(request, "portal/entry.html", context)


def receipt(request: HttpRequest, index: int) -> HttpResponse:
    """The proof against a signed checkpoint, as a text to keep."""
    try:
        found = proved(index)
    except InputError:
        raise Http404 from None
    if not found.receipt:
        raise Http404
    return HttpResponse(
        found.receipt,
        content_type="text/plain; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="receipt-{index}.tlog-proof"'},
    )
