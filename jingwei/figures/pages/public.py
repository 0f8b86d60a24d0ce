"""Pages everyone may open: the figures of a period, one figure and its list, what was received, what is aimed at."""

from collections.abc import Iterator, Sequence

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jingwei.figures import queries
from jingwei.figures.access import may
from jingwei.figures.engine.figure import Figure
from jingwei.figures.models import ReceivedStatistic, Snapshot, Target
from jingwei.figures.pages import showing
from jingwei.figures.queries import Parts
from jingwei.figures.shapes import FrozenColumn, frozen_tables
from jingwei.figures.snapshot.manifest import SnapshotError
from jingwei.figures.terms import TargetKind
from jingwei.kernel.errors import InputError
from jingwei.kernel.periods import Period, PeriodKind
from jingwei.registry.wording import choice_labels
from jingwei.ui.streaming import spreadsheet
from jingwei.ui.templatetags.ui import isotime

IN_DRAWER = 5
EXPORTS = frozenset({"csv", "xlsx"})
SNAPSHOT_DAMAGED = 503
# a page leads to the years before and after, which must be years of the calendar too
FIRST_YEAR, LAST_YEAR = 1900, 2200


def latest(request: HttpRequest) -> HttpResponse:
    """To the figures of the last year there are any of."""
    return redirect("figures:index", period=str(queries.latest_year(queries.live_snapshot())))


def index(request: HttpRequest, period: str) -> HttpResponse:
    """All figures of a period, by register; with last year and the change."""
    meant, snapshot = _period(period), _snapshot(request)
    try:
        figures = queries.index_of(meant, snapshot)
    except SnapshotError as error:
        return _damaged(request, error)
    groups: dict[str, list[Figure]] = {}
    for one in figures:
        groups.setdefault(_group(one), []).append(one)
    context = {**_frame(meant, snapshot), "groups": groups, "aims": queries.targets_of(meant, snapshot)}
    return render(request, "figures/index.html", context)


def figure(request: HttpRequest, period: str, reference: str) -> HttpResponse:
    """A figure and everything behind it; with ``?drawer=1`` the fragment shown beside a text."""
    meant, snapshot = _period(period), _snapshot(request)
    try:
        one = _figure(reference, meant, snapshot)
        parts = queries.breakdowns(one, snapshot)
        context = {**_frame(one.period, snapshot), **_figure_context(request, one, snapshot, parts)}
    except SnapshotError as error:
        return _damaged(request, error)
    template = "figures/drawer.html" if request.GET.get("drawer") else "figures/figure.html"
    return render(request, template, context)


def export(request: HttpRequest, period: str, reference: str, kind: str) -> HttpResponseBase:
    """Every record behind a figure that the reader may see, as a spreadsheet: csv or xlsx."""
    if kind not in EXPORTS:
        raise Http404
    snapshot = _snapshot(request)
    try:
        one = _figure(reference, _period(period), snapshot)
        columns = queries.records_behind(one, request.user).columns
    except SnapshotError as error:
        return _damaged(request, error)
    label = showing.words(one.label)
    about = [
        (_("What is counted"), label),
        (_("Reference"), f"{one.key}, {one.period}"),
        (_("Snapshot"), snapshot.content),
        (_("Exported at"), isotime(timezone.now())),
    ]
    head = [showing.head(column) for column in columns]
    name = f"{one.subject.id}-{one.period}"
    return spreadsheet(
        request, kind, name, head, _cells(one, columns, request.user), title=label, about=about
    )


def compare(request: HttpRequest, period: str, other: str) -> HttpResponse:
    """Two periods side by side, figure by figure."""
    first, second, snapshot = _period(period), _period(other), _snapshot(request)
    then = {one.key: one for one in queries.index_of(second, snapshot)}
    rows = [(one, then[one.key]) for one in queries.index_of(first, snapshot) if one.key in then]
    return render(request, "figures/compare.html", {**_frame(first, snapshot), "other": second, "rows": rows})


def received(request: HttpRequest) -> HttpResponse:
    """Statistics received from others, each with its source."""
    snapshot = queries.live_snapshot()
    rows = queries.sources(snapshot)
    chosen = request.GET.get("code")
    keys = {(row.code, row.period): row.pk for row in ReceivedStatistic.objects.only("pk", "code", "period")}
    context = {
        "rows": [(row, keys.get((row.code, row.period))) for row in rows if not chosen or row.code == chosen],
        "chosen": chosen,
        "may_edit": may(request.user, "edit", ReceivedStatistic),
    }
    return render(request, "figures/received.html", context)


def targets(request: HttpRequest) -> HttpResponse:
    """What is aimed at, and how far it is reached."""
    snapshot = queries.live_snapshot()
    meant = _period(request.GET.get("period") or str(queries.latest_year(snapshot)))
    aims = queries.targets_of(meant, snapshot)
    kinds = choice_labels(TargetKind)
    groups = [(showing.words(kinds[kind]), [aim for aim in aims if aim.kind == kind]) for kind in kinds]
    context = {
        **_frame(meant, snapshot),
        "groups": [(label, rows) for label, rows in groups if rows],
        "may_edit": may(request.user, "edit", Target),
    }
    return render(request, "figures/targets.html", context)


def _figure_context(
    request: HttpRequest, one: Figure, snapshot: Snapshot, parts: list[Parts]
) -> dict[str, object]:
    is_drawer = bool(request.GET.get("drawer"))
    records = queries.records_behind(
        one, request.user, _page(request), **({"per_page": IN_DRAWER} if is_drawer else {})
    )
    pinned = snapshot if request.GET.get("snapshot") else None
    months = [] if is_drawer else queries.months(one, snapshot)
    brief = showing.brief_columns(one, records.columns) if is_drawer else ()
    return {
        "figure": one,
        "label": showing.words(one.label),
        "value": one.text(get_language()),
        "exact": one.exact(get_language()),
        "previous": one.base_text(one.previous, get_language()),
        "difference": one.base_text(one.difference, get_language()),
        "notes": [showing.words(note) for note in one.notes],
        "parts": [showing.shown_parts(one, each, pinned) for each in parts],
        "months": showing.month_chart(one, months),
        "records": records,
        "listed": showing.shown_records(one, records, brief=brief),
        "leaf": _Leaf(records.page, records.pages),
        "source": one.subject.source(one.period) if one.is_received else None,
        "table": frozen_tables[one.measure.table] if one.measure else None,
        "records_digest": queries.records_digest(one),
        "url": showing.figure_url(one.key, one.period, pinned),
        "pinned": pinned,
    }


class _Leaf:
    """What the pager asks of a page."""

    def __init__(self, number: int, pages: int) -> None:
        self.number = number
        self.has_previous = number > 1
        self.has_next = number < pages
        self.previous_page_number = number - 1
        self.next_page_number = number + 1
        self.has_other_pages = pages > 1
        near = {1, pages, *(page for page in range(number - 2, number + 3) if 1 <= page <= pages)}
        self.window = self._with_gaps(sorted(near))

    @staticmethod
    def _with_gaps(numbers: list[int]) -> list[int | None]:
        window: list[int | None] = []
        for number in numbers:
            if window and window[-1] != number - 1:
                window.append(None)
            window.append(number)
        return window


def _cells(one: Figure, columns: Sequence[FrozenColumn], user: object) -> Iterator[list[object]]:
    named = queries.labels_of(one)
    for values in queries.all_records(one, user):
        yield [showing.plain(column, value, named) for column, value in zip(columns, values, strict=True)]


def _figure(reference: str, period: Period, snapshot: Snapshot) -> Figure:
    try:
        return queries.figure(reference, period, snapshot)
    except SnapshotError:
        raise
    except InputError as error:
        raise Http404(showing.words(error.text)) from error


def _period(text: str) -> Period:
    try:
        meant = Period.parse(text)
    except InputError as error:
        raise Http404(showing.words(error.text)) from error
    if not FIRST_YEAR <= meant.start.year <= meant.end.year <= LAST_YEAR:
        raise Http404
    return meant


def _page(request: HttpRequest) -> int:
    number = request.GET.get("page", "1")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 9 else 1


def _snapshot(request: HttpRequest) -> Snapshot:
    digest = request.GET.get("snapshot")
    if not digest:
        return queries.live_snapshot()
    try:
        return queries.snapshot(digest)
    except InputError as error:
        raise Http404(showing.words(error.text)) from error


def _damaged(request: HttpRequest, error: SnapshotError) -> HttpResponse:
    return render(
        request, "figures/damaged.html", {"reason": showing.words(error.text)}, status=SNAPSHOT_DAMAGED
    )


def _group(one: Figure) -> str:
    if one.measure is None:
        return "received"
    return one.measure.table


def _frame(period: Period, snapshot: Snapshot) -> dict[str, object]:
    """What every page of a period shows."""
    is_year = period.kind is PeriodKind.YEAR
    return {
        "period": period,
        "period_label": showing.words(period.label()),
        "last_year": period.last_year(),
        "next_year": Period.year(period.start.year + 1) if is_year else None,
        "snapshot": snapshot,
    }
