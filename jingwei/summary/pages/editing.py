"""Editing a section in the browser: live preview, kept as one types, never over somebody else's words."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from jingwei.figures.queries import live_snapshot
from jingwei.kernel.errors import InputError
from jingwei.registry.acting import demand
from jingwei.summary import actions
from jingwei.summary.access import may
from jingwei.summary.actions import Conflict
from jingwei.summary.models import SummarySection
from jingwei.summary.pages.desk import account
from jingwei.summary.queries import draft_of, preview, sections_of
from jingwei.summary.queries.passages import passages
from jingwei.summary.queries.picking import pick
from jingwei.summary.reading import odd_references, shown_findings, shown_paragraphs, shown_passages
from jingwei.summary.rules.placeholders import Parsed, place_of
from jingwei.summary.showing import heading, language_key, short

PICKED = 30


def _section(request: HttpRequest, year: int, key: str) -> SummarySection:
    """The section of the year's draft; 404 where there is none, refused where one may not edit it."""
    summary = draft_of(request.user, year)
    rows = sections_of(request.user, summary) if summary else []
    found = next((row for row in rows if row.key == key), None)
    if found is None:
        raise Http404
    demand(may(request.user, "edit", found))
    return found


def edit(request: HttpRequest, year: int, key: str) -> HttpResponse:
    """The editor; a POST without script keeps the texts and comes back, or answers 409 with both texts."""
    section = _section(request, year, key)
    if request.method == "GET":
        return render(request, "summary/edit.html", _context(section, section.body, section.body_en))
    try:
        actions.edit_section(by=account(request), section=section, **_posted(request))
    except Conflict as conflict:
        return _conflict(request, conflict.current, "summary/conflict.html")
    except InputError as error:
        context = _context(section, *_texts(request)) | {"error": error.text.in_language(get_language())}
        return render(request, "summary/edit.html", context, status=400)
    return redirect("summary:edit", year, key)


def autosave(request: HttpRequest, year: int, key: str) -> HttpResponse:
    """Keep what was typed and give the preview back; 409 with both texts where somebody saved in between."""
    section = _section(request, year, key)
    try:
        saved = actions.edit_section(by=account(request), section=section, **_posted(request))
    except Conflict as conflict:
        return _conflict(request, conflict.current, "summary/parts/conflict.html")
    except InputError as error:
        words = error.text.in_language(get_language())
        return HttpResponse(words, status=400, content_type="text/plain; charset=utf-8")
    return render(request, "summary/parts/preview.html", _context(saved, saved.body, saved.body_en))


def picker(request: HttpRequest, year: int, key: str) -> HttpResponse:
    """Figures whose words fit ``?q=``, with their value now, to be put into the text."""
    section = _section(request, year, key)
    found = pick(request.GET.get("q", ""), section.summary.year, live_snapshot(), get_language(), PICKED)
    return render(request, "summary/parts/picker.html", {"found": found, "q": request.GET.get("q", "")})


def _posted(request: HttpRequest) -> dict[str, Any]:
    body, body_en = _texts(request)
    revision = request.POST.get("revision", "")
    return {"revision": int(revision) if revision.isdecimal() else 0, "body": body, "body_en": body_en}


def _texts(request: HttpRequest) -> tuple[str, str]:
    return request.POST.get("body", ""), request.POST.get("body_en", "")


def _context(section: SummarySection, body: str, body_en: str) -> dict[str, Any]:
    snapshot = live_snapshot()
    shown, parsed = preview(section, body, body_en, snapshot)
    odd = odd_references(shown.findings)
    period = str(section.summary.year)
    first, second = ("en", "zh") if language_key() == "en" else ("zh", "en")
    return {
        "section": section,
        "heading": heading(section.number, shown.title.in_language(first)),
        "body": body,
        "body_en": body_en,
        "previews": [
            (name, shown_paragraphs(shown.as_spans(name), period, odd=odd)) for name in (first, second)
        ],
        "findings": shown_findings(shown.findings),
        "passages": shown_passages(passages(shown), "zh"),
        "faults": _faults({"zh": (body, parsed["zh"]), "en": (body_en, parsed["en"])}),
        "snapshot": snapshot.content,
        "snapshot_short": short(snapshot.content),
    }


def _faults(texts: Mapping[str, tuple[str, Parsed]]) -> list[dict[str, Any]]:
    """Where a text cannot be read: language, line, column, words."""
    return [
        {
            "language": language,
            "line": place_of(text, fault.start)[0],
            "column": place_of(text, fault.start)[1],
            "text": fault.text.in_language(get_language()),
        }
        for language, (text, parsed) in texts.items()
        for fault in parsed.faults
    ]


def _conflict(request: HttpRequest, current: SummarySection, template: str) -> HttpResponse:
    body, body_en = _texts(request)
    context = {"section": current, "mine": body, "mine_en": body_en, "heading": current.title}
    return render(request, template, context, status=409)
