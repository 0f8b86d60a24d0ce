"""The desk's pages of the proofreader: the texts, one version with its findings, verdicts, the next version."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from jingwei.kernel.errors import InputError
from jingwei.registry.acting import demand
from jingwei.registry.pages.acts import act_page, me
from jingwei.summary import actions
from jingwei.summary.access import may
from jingwei.summary.inputs import ManuscriptForm, VersionForm
from jingwei.summary.models import Manuscript, ManuscriptVersion
from jingwei.summary.pages.examined import sheet, shown_findings, status_asked
from jingwei.summary.queries.manuscripts import Examined, examine, manuscript_of, manuscripts, version_of
from jingwei.summary.rules import marking
from jingwei.summary.terms import Judgement
from jingwei.ui.forms import KitForm
from jingwei.ui.register.paging import page_in

LISTED = 50
KEPT = ("version", "status", "page")  # what of an address a verdict comes back to


@dataclass(frozen=True)
class Refused:
    """A verdict that was not taken: on which finding, why, with the words that were given."""

    fingerprint: str
    error: str
    reason: str


def index(request: HttpRequest) -> HttpResponse:
    """The texts that were proofread."""
    page = page_in(list(manuscripts(request.user)), request.GET.get("page", ""), LISTED)
    rows = [(row, row.versions.all()[0]) for row in page.records]
    context = {"page": page, "rows": rows, "may_add": may(request.user, "add", Manuscript)}
    return render(request, "summary/manuscripts.html", context)


def start(request: HttpRequest) -> HttpResponse:
    """Paste or upload a text."""
    demand(may(request.user, "add", Manuscript))
    form = ManuscriptForm(request.POST or None, request.FILES or None)

    def act(values: Mapping[str, Any]) -> str:
        version = actions.start_manuscript(
            by=me(request),
            title=values["title"],
            year=values["year"],
            text=values["body"],
            source=values["source"],
        )
        return reverse("summary:manuscript", args=[version.manuscript_id])

    return act_page(
        request,
        form,
        act,
        title=_("Proofread a text"),
        lede=_("Every figure is found and checked against the others: sums, shares, growth, running totals."),
        submit=_("Proofread"),
        cancel_url=reverse("summary:manuscripts"),
        crumbs=_crumbs(),
    )


def manuscript(request: HttpRequest, pk: int) -> HttpResponse:
    """A version with its figures marked and its findings, the worst first."""
    row = _manuscript(request, pk)
    return _page(request, _version(row, request.GET.get("version", "")), request.GET)


def revise(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the corrected text."""
    row = _writable(request, pk)
    form = VersionForm(request.POST or None, request.FILES or None)

    def act(values: Mapping[str, Any]) -> str:
        actions.add_version(by=me(request), manuscript=row, text=values["body"], source=values["source"])
        return reverse("summary:manuscript", args=[row.pk])

    return act_page(
        request,
        form,
        act,
        title=_("New version"),
        lede=_(
            "Verdicts stay with the findings that stay. The page then says what is resolved and what is new."
        ),
        submit=_("Proofread"),
        cancel_url=reverse("summary:manuscript", args=[row.pk]),
        crumbs=_crumbs(row),
    )


def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm or dismiss a finding; what cannot be taken comes back with the words that were given."""
    row = _writable(request, pk)
    version = _version(row, request.POST.get("version", ""))
    fingerprint, reason = request.POST.get("fingerprint", ""), request.POST.get("reason", "")
    verdict = request.POST.get("judgement", "")
    judgement = Judgement.DISMISSED if verdict == Judgement.DISMISSED else Judgement.CONFIRMED
    try:
        actions.judge(
            by=me(request), version=version, fingerprint=fingerprint, judgement=judgement, reason=reason
        )
    except InputError as error:
        refused = Refused(fingerprint, error.text.in_language(get_language()), reason)
        return _page(request, version, QueryDict(request.POST.get("back", "")), refused)
    return _back(request, row, fingerprint)


def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a verdict back."""
    row = _writable(request, pk)
    fingerprint = request.POST.get("fingerprint", "")
    try:
        actions.withdraw(by=me(request), manuscript=row, fingerprint=fingerprint)
    except InputError as error:
        messages.error(request, error.text.in_language(get_language()))
    return _back(request, row, fingerprint)


def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a text, after saying what goes with it."""
    row = _writable(request, pk)
    versions = row.versions.count()

    def act(_values: Mapping[str, Any]) -> str:
        actions.delete_manuscript(by=me(request), manuscript=row)
        return reverse("summary:manuscripts")

    said = ngettext(
        "Its %(n)s version and every verdict on it are deleted for good. The log keeps only that a text was here.",
        "Its %(n)s versions and every verdict on them are deleted for good. The log keeps only that a text was here.",
        versions,
    )
    return act_page(
        request,
        KitForm(request.POST if request.method == "POST" else None),
        act,
        title=_("Delete “%(title)s”?") % {"title": row.title},
        lede=said % {"n": versions},
        submit=_("Delete for good"),
        done=_("Deleted."),
        cancel_url=reverse("summary:manuscript", args=[row.pk]),
        crumbs=_crumbs(row),
    )


def findings_json(request: HttpRequest, pk: int) -> HttpResponse:
    """Every finding of a version with its verdict, for other programs."""
    row = _manuscript(request, pk)
    version = _version(row, request.GET.get("version", ""))
    answer = JsonResponse(_as_json(examine(version)), json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["Content-Disposition"] = f'attachment; filename="findings-{row.pk}-v{version.number}.json"'
    return answer


def _page(
    request: HttpRequest, version: ManuscriptVersion, asked: QueryDict, refused: Refused | None = None
) -> HttpResponse:
    row = version.manuscript
    examined = examine(version)
    shown = sheet(
        examined, status_asked(asked.get("status", "")), asked.get("page", ""), asked.get("version", "")
    )
    context = {
        "manuscript": row,
        "version": version,
        "versions": row.versions.defer("body").order_by("-number"),
        "examined": examined,
        "sheet": shown,
        "may_edit": may(request.user, "edit", row),
        "back": _kept(asked),
        "refused": refused,
        "before": version.number - 1,
    }
    return render(request, "summary/manuscript.html", context, status=422 if refused else 200)


def _manuscript(request: HttpRequest, pk: int) -> Manuscript:
    row = manuscript_of(request.user, pk)
    if row is None:
        raise Http404
    return row


def _writable(request: HttpRequest, pk: int) -> Manuscript:
    row = _manuscript(request, pk)
    demand(may(request.user, "edit", row))
    return row


def _version(row: Manuscript, number: str) -> ManuscriptVersion:
    """The version an address names, the last without one; 404 where there is none."""
    if number and not (number.isascii() and number.isdecimal() and len(number) < 6):
        raise Http404
    version = version_of(row, int(number) if number else None)
    if version is None:
        raise Http404
    return version


def _crumbs(row: Manuscript | None = None) -> list[tuple[str, str]]:
    crumbs = [(_("Proofreading"), reverse("summary:manuscripts"))]
    if row is not None:
        crumbs.append((row.title, reverse("summary:manuscript", args=[row.pk])))
    return crumbs


def _kept(asked: QueryDict) -> str:
    """The part of an address that is worth coming back to."""
    kept = QueryDict(mutable=True)
    for name in KEPT:
        value = asked.get(name)
        if value:
            kept[name] = str(value)
    return kept.urlencode()


def _back(request: HttpRequest, row: Manuscript, fingerprint: str) -> HttpResponse:
    """To the same finding, filtered as it was."""
    query = _kept(QueryDict(request.POST.get("back", "")))
    address = reverse("summary:manuscript", args=[row.pk])
    place = f"#f-{fingerprint}" if fingerprint.replace("-", "").isalnum() else ""
    return HttpResponseRedirect(f"{address}?{query}{place}" if query else f"{address}{place}")


def _as_json(examined: Examined) -> dict[str, Any]:
    version = examined.version
    shown = shown_findings(examined, marking.letters(examined.findings))
    figures = examined.reading.figures
    return {
        "title": version.manuscript.title,
        "year": version.manuscript.year,
        "version": version.number,
        "digest": version.digest,
        "figures": len(figures),
        "findings": [
            {
                "fingerprint": one.finding.fingerprint,
                "letter": one.letter,
                "status": one.finding.status.value,
                "kind": one.finding.kind.value,
                "paragraph": one.paragraph,
                "start": one.finding.start,
                "end": one.finding.end,
                "quote": one.finding.quote,
                "figures": [figures[index].text for index in one.at],
                "arithmetic": one.finding.relation.arithmetic,
                "explanation": one.finding.relation.explanation._asdict(),
                "reasons": [reason._asdict() for reason in one.finding.relation.reasons],
                "verdict": one.verdict
                and {
                    "judgement": one.verdict.judgement,
                    "reason": one.verdict.reason,
                    "judged_at": one.verdict.judged_at.isoformat(),
                    "receipt": one.verdict.receipt,
                },
            }
            for one in shown
        ],
    }
