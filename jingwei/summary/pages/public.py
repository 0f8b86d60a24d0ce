"""What everyone reads: the summary as issued."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from jingwei.kernel.canonical import digest
from jingwei.summary.models import Summary
from jingwei.summary.pages.desk import PACK
from jingwei.summary.queries import versions_of
from jingwei.summary.rules import templates
from jingwei.summary.showing import show_issued
from jingwei.summary.terms import SummaryStatus


def index(request: HttpRequest) -> HttpResponse:
    """The years whose summary was issued."""
    rows = Summary.objects.filter(status=SummaryStatus.ISSUED).select_related("issued_by")
    return render(request, "summary/public_index.html", {"rows": rows})


def read(request: HttpRequest, year: int) -> HttpResponse:
    """The version in force, or an earlier one by ``?version=``; before the first issue a page that says so.

    What was kept is compared with its digest first: a document that was changed afterwards is not shown.
    """
    issued = list(versions_of(request.user, year).filter(status=SummaryStatus.ISSUED))
    wanted = request.GET.get("version", "")
    chosen = [row for row in issued if not wanted or str(row.version) == wanted]
    summary = chosen[0] if chosen else None
    if summary is None:
        if wanted or year not in templates.years(PACK):
            raise Http404
        return render(request, "summary/not_issued.html", {"year": year}, status=404)
    if digest(summary.document) != summary.digest:
        return render(request, "summary/damaged.html", {"fault": None}, status=503)
    others = [row for row in issued if row.pk != summary.pk]
    context = {"doc": show_issued(summary), "summary": summary, "others": others, "newest": issued[0]}
    return render(request, "summary/public.html", context)
