"""The year on one page: how does it stand against its targets?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from jingwei.figures.engine.figure import Figure
from jingwei.figures.queries import Parts, live_snapshot
from jingwei.figures.snapshot.manifest import SnapshotError
from jingwei.registry.access import roles_in
from jingwei.registry.queries.day import day_in_hand
from jingwei.summary.queries import draft_of
from jingwei.summary.queries.summaries import year_in_hand
from jingwei.summary.queries.year import Row, Year, year_of
from jingwei.summary.reading import ShownFinding, address, figure_url, shown_findings
from jingwei.summary.rules.display import number_text, signed_percent
from jingwei.summary.rules.findings import Verdict
from jingwei.summary.rules.pace import Standing
from jingwei.summary.showing import composed_draft, short
from jingwei.titles.access import visible
from jingwei.titles.models import Title
from jingwei.ui import charts

STANDINGS: dict[Standing, tuple[str, Promise]] = {
    Standing.AHEAD: ("done", gettext_lazy("Ahead of the pace")),
    Standing.SLIGHTLY_BEHIND: ("wait", gettext_lazy("Slightly behind")),
    Standing.BEHIND: ("late", gettext_lazy("Behind the pace")),
}
SOON = timedelta(days=365)
# findings a sheet of paper has room for; the screen shows all
ON_PAPER = 3
FOUND = frozenset({Verdict.FAIL, Verdict.UNCERTAIN, Verdict.EXPLAINED})


@dataclass(frozen=True)
class TargetRow:
    """One target for the template; without a figure nobody reports it yet."""

    label: str
    now: str
    before: str
    url: str
    times: str
    bar: str
    mark: str
    due: str
    kind: str
    word: Promise | str
    target: str
    is_up: bool


@dataclass(frozen=True)
class Strip:
    """A part of a figure as two bars on paper: this year and last, as shares of the longest beside them."""

    name: str
    now: int
    before: int
    now_share: str
    before_share: str


@dataclass(frozen=True)
class KeyFigure:
    """One big number."""

    label: str
    text: str
    url: str
    sub: str


def this_year(request: HttpRequest) -> HttpResponse:
    """To the year in hand."""
    return redirect("summary:year", year_in_hand())


def year(request: HttpRequest, year: int) -> HttpResponse:
    """The dashboard of a year."""
    try:
        shown = year_of(year, live_snapshot())
        findings = _findings(request, year)
    except SnapshotError as error:
        return render(request, "summary/damaged.html", {"fault": error.text}, status=503)
    doubling = [_target(row) for row in shown.doubling]
    context: dict[str, Any] = {
        "year": year,
        "last": year - 1,
        "snapshot": shown.snapshot.content,
        "snapshot_short": short(shown.snapshot.content),
        "end": shown.period.end,
        "doubling": doubling,
        "raising": [_target(row) for row in shown.raising],
        "told": sum(1 for row in doubling if row.times),
        "ahead": sum(1 for row in doubling if row.is_up),
        "due": next((row.due for row in doubling if row.due), ""),
        "key": [_key(figure) for figure in (*shown.received, *shown.key)],
        "charts": [_chart(figure, parts) for figure, parts in shown.parted],
        "towns": _towns(shown),
        "town_heads": [(_label(figure), _unit(figure)) for figure in shown.columns],
        "findings": findings,
        "on_paper": ON_PAPER,
        "more_findings": max(len(findings) - ON_PAPER, 0),
        "expiring": _expiring(request),
        "day": day_in_hand(),
        "unrecorded": [row.label for row in doubling if not row.now],
        "roles": roles_in(request),
        "draft": draft_of(request.user, year),
    }
    return render(request, "summary/year.html", context)


def _findings(request: HttpRequest, year: int) -> list[ShownFinding]:
    draft = draft_of(request.user, year)
    if draft is None:
        return []
    _composed, found = composed_draft(request.user, draft)
    return shown_findings(one for one in found if one.verdict in FOUND)


def _expiring(request: HttpRequest) -> list[dict[str, Any]]:
    """Titles in force whose last day comes within a year, the next first."""
    day = day_in_hand()
    rows = visible(request.user, Title.objects.select_related("type", "organisation"))
    due = rows.filter(valid_until__range=(day, day + SOON), revoked_on__isnull=True, renewals__isnull=True)
    return [
        {
            "holder": str(title.organisation or title.type),
            "type": str(title.type),
            "until": title.valid_until,
            "url": address("titles:title", title.pk),
        }
        for title in due.order_by("valid_until", "pk")[:6]
    ]


def _target(row: Row) -> TargetRow:
    aim, language = row.aim, get_language()
    figure, pace = aim.figure, row.pace
    kind, word = (
        STANDINGS[pace.standing] if pace else ("", _("Not yet recorded") if figure is None else _("No base"))
    )
    return TargetRow(
        label=aim.label.in_language(language),
        now=figure.base_text(figure.base, language) if figure and figure.base is not None else "",
        before=figure.base_text(figure.previous, language) if figure and figure.previous is not None else "",
        url=_url(figure) if figure else "",
        times=number_text(pace.times, 3, keep_zeros=True) if pace else "",
        bar=f"{pace.bar:.3f}" if pace else "",
        mark=f"{pace.mark:.3f}" if pace else "",
        due=number_text(Fraction(pace.due), 3, keep_zeros=True) if pace else "",
        kind=kind,
        word=word,
        target=figure.base_text(aim.value, language) if figure and aim.value else "",
        is_up=bool(pace and pace.standing is Standing.AHEAD),
    )


def _url(figure: Figure) -> str:
    return figure_url(figure.key, str(figure.period))


def _label(figure: Figure) -> str:
    return figure.label.in_language(get_language())


def _unit(figure: Figure) -> str:
    if figure.is_money:
        return "万元" if not (get_language() or "").startswith("en") else "10,000 yuan"
    return figure.unit.in_language(get_language())


def _key(figure: Figure) -> KeyFigure:
    language = get_language()
    parts = []
    if figure.previous is not None:
        parts.append(_("last year %(before)s") % {"before": figure.base_text(figure.previous, language)})
    if figure.growth is not None:
        parts.append(signed_percent(figure.growth))
    return KeyFigure(_label(figure), figure.text(language), _url(figure), " · ".join(parts))


def _chart(figure: Figure, parts: Parts) -> dict[str, Any]:
    """Bars of this year and last, with the table behind them and a door for every part."""
    language = get_language()
    names = [part.label.in_language(language) for part in parts.parts]
    now, before = [part.amount for part in parts.parts], [part.previous for part in parts.parts]
    this, last = str(figure.period), str(figure.period.last_year())
    return {
        "title": _label(figure),
        "unit": _unit(figure),
        "total": figure.text(language),
        "url": _url(figure),
        "option": charts.bars(names, {last: before, this: now}, left=150),
        "table": charts.table(_label(figure), ["", this, last], names, [now, before]),
        "height": 60 + 40 * len(names),
        "strips": _strips(parts),
        "finding": parts.finding.text.in_language(language) if parts.finding else "",
        "doors": [
            (name, part.amount, figure_url(str(part.reference), this))
            for name, part in zip(names, parts.parts, strict=True)
        ],
    }


def _strips(parts: Parts) -> list[Strip]:
    longest = max((max(part.amount, part.previous) for part in parts.parts), default=0) or 1
    return [
        Strip(
            name=part.label.in_language(get_language()),
            now=part.amount,
            before=part.previous,
            now_share=f"{part.amount / longest:.3f}",
            before_share=f"{part.previous / longest:.3f}",
        )
        for part in parts.parts
    ]


def _towns(shown: Year) -> list[dict[str, Any]]:
    return [
        {
            "name": row.name.in_language(get_language()),
            "url": address("registry:town", row.code) if row.code.isdecimal() else "",
            "cells": list(_cells(row.code, row.amounts, shown)),
        }
        for row in shown.towns
    ]


def _cells(code: str, amounts: Iterable[int], shown: Year) -> Iterable[tuple[str, str, str]]:
    for figure, amount in zip(shown.columns, amounts, strict=True):
        text = (
            number_text(Fraction(amount, 1_000_000), 2, keep_zeros=True) if figure.is_money else f"{amount:,}"
        )
        reference = str(figure.reference.narrowed("town", code))
        yield text, figure_url(reference, str(shown.period)), _label(figure)
