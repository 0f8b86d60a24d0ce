"""The import wizard: upload, look at what would happen, store exactly that."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from jingwei.documents import access, actions, queries
from jingwei.documents.models import ImportRun
from jingwei.documents.shapes import Outcome, Sheet, sheets
from jingwei.documents.sheets.template import heading, sheet_template
from jingwei.documents.tasks import start_check
from jingwei.documents.terms import ImportState
from jingwei.ledger import queries as log
from jingwei.ui.forms import KitForm
from jingwei.ui.importing import Wording, complaint, outcome_word, severity_word, to_confirm
from jingwei.ui.register.paging import page_in

FAULTS_A_PAGE, ROWS_A_PAGE, RUNS_SHOWN = 50, 50, 10
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SEVERITIES = ("error", "warning", "note")


class UploadForm(KitForm):
    """The file to import."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("Excel (.xlsx) or a text table (.csv, .txt); at most 20 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv,.txt,.tsv"}),
    )


def choose(request: HttpRequest) -> HttpResponse:
    """The registers one may import into, and the latest imports one may see."""
    runs = queries.runs(request.user)[:RUNS_SHOWN]
    listed = [(sheet, len(sheet.columns)) for sheet in queries.importable(request.user)]
    return render(request, "ui/import/list.html", {"sheets": listed, "runs": _with_sheets(list(runs))})


def upload(request: HttpRequest, sheet_id: str) -> HttpResponse:
    """What a register's file should hold, its template, and the upload."""
    sheet = _sheet(request, sheet_id)
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        run = actions.receive(by=request.user, sheet=sheet, file=file, name=file.name)
        if run.state == ImportState.READING:
            start_check(run)
        return redirect("ui:import-run", sheet_id=sheet.id, pk=run.pk)
    language = get_language() or "zh-hans"
    context = {
        "sheet": sheet,
        "form": form,
        "columns": [(heading(column, language), column) for column in sheet.columns],
        "runs": _with_sheets(list(queries.runs(request.user, sheet)[:RUNS_SHOWN])),
        "list_url": _list_url(sheet),
    }
    return render(request, "ui/import/upload.html", context, status=200 if request.method == "GET" else 422)


def template(request: HttpRequest, sheet_id: str) -> HttpResponse:
    """The spreadsheet to fill in."""
    sheet = _sheet(request, sheet_id)
    content = sheet_template(sheet, get_language() or "zh-hans")
    name = f"{sheet.id}-template.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=XLSX, headers=headers)


def run(request: HttpRequest, sheet_id: str, pk: int) -> HttpResponse:
    """One import: progress, the choice of a worksheet, the preview, the result."""
    sheet = sheets.get(sheet_id)
    held = get_object_or_404(queries.runs(request.user).defer(None), sheet=sheet_id, pk=pk)
    if sheet is None or not access.may(request.user, "view", held):
        raise Http404
    if request.method == "POST":
        return _act(request, held)
    is_reading = held.state == ImportState.READING and not queries.asks_for_worksheet(held)
    if request.headers.get("HX-Request"):
        return _poll(request, held, is_reading)
    context = {
        "sheet": sheet,
        "run": held,
        "list_url": _list_url(sheet),
        "is_reading": is_reading,
        **_told(held),
    }
    if held.state in (ImportState.READY, ImportState.REFUSED, ImportState.STORED):
        context |= _preview(request, held, sheet)
    return render(request, "ui/import/run.html", context)


def _act(request: HttpRequest, held: ImportRun) -> HttpResponse:
    verb = request.POST.get("verb", "")
    again = redirect("ui:import-run", sheet_id=held.sheet, pk=held.pk)
    try:
        if verb == "worksheet":
            name = request.POST.get("worksheet", "")
            start_check(actions.choose_worksheet(by=request.user, run=held, worksheet=name))
        elif verb == "store":
            confirmed = frozenset(request.POST.getlist("confirmed"))
            only_good = request.POST.get("only_good") == "1"
            actions.store_run(by=request.user, run=held, only_good=only_good, confirmed=confirmed)
        elif verb == "abandon":
            actions.abandon(by=request.user, run=held)
            return redirect("ui:import-sheet", sheet_id=held.sheet)
    except actions.NotStored as refused:
        messages.error(request, refused.text.in_language(get_language()))
    return again


def _poll(request: HttpRequest, held: ImportRun, is_reading: bool) -> HttpResponse:
    """The answer to a page that asks how far the reading is."""
    if not is_reading:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "ui/progress.html", _told(held))


def _told(held: ImportRun) -> dict[str, Any]:
    """How far the reading is, for the progress component."""
    url = reverse("ui:import-run", args=[held.sheet, held.pk])
    return {
        "done": held.progress,
        "total": 100,
        "unit": "%",
        "words": _("Reading and checking the file"),
        "poll_url": url,
    }


def _preview(request: HttpRequest, held: ImportRun, sheet: Sheet) -> dict[str, Any]:
    wording = Wording(sheet)
    faults = queries.faults(held)
    severity = request.GET.get("severity", "")
    shown = [one for one in faults if severity in ("", one.severity)]
    outcome = request.GET.get("outcome", "")
    wanted = Outcome(outcome) if outcome in {one.value for one in Outcome} else None
    rows = queries.rows(held, wanted)
    rows_page = page_in(rows, request.GET.get("rows", ""), ROWS_A_PAGE)
    keys = _keys(sheet, rows)
    return {
        "counts": _counts(held),
        "severities": _severities(held),
        "severity": severity,
        "outcome": outcome,
        "faults": page_in([complaint(one) for one in shown], request.GET.get("page", ""), FAULTS_A_PAGE),
        "row_heads": [wording.label(key) for key in keys],
        "row_page": rows_page,
        "lines": [wording.line(row, keys) for row in rows_page.records],
        "confirms": to_confirm(faults, held.counts.get("to_confirm", [])),
        "has_errors": any(one.severity == "error" for one in faults),
        "can_store": queries.can_store(held) and access.may(request.user, "store", held),
        "will_store": held.counts.get(Outcome.ADD, 0) + held.counts.get(Outcome.CHANGE, 0),
        "receipt": _receipt(held),
    }


def _keys(sheet: Sheet, rows: list[Any]) -> list[str]:
    """The columns that hold anything in these rows, those that tell rows apart first."""
    filled = {key for row in rows for key, value in row.values.items() if value not in (None, "")}
    rest = [column.key for column in sheet.columns if column.key not in sheet.identity]
    return [key for key in (*sheet.identity, *rest) if key in filled]


def _counts(held: ImportRun) -> list[tuple[str, str, int]]:
    return [(one.value, outcome_word(one), held.counts.get(one.value, 0)) for one in Outcome]


def _severities(held: ImportRun) -> list[tuple[str, str, int]]:
    found = held.counts.get("severities", {})
    return [(one, severity_word(one), found.get(one, 0)) for one in SEVERITIES if found.get(one)]


def _receipt(held: ImportRun) -> int | None:
    if held.state != ImportState.STORED:
        return None
    steps = log.history(f"documents.importrun:{held.pk}")
    return steps[0].index if steps else None


def _sheet(request: HttpRequest, sheet_id: str) -> Sheet:
    sheet = sheets.get(sheet_id)
    if sheet is None or not access.may(request.user, "import", sheet):
        raise Http404
    return sheet


def _with_sheets(runs: list[ImportRun]) -> list[tuple[ImportRun, Sheet | None]]:
    return [(one, sheets.get(one.sheet)) for one in runs]


def _list_url(sheet: Sheet) -> str:
    try:
        return reverse(sheet.list_view) if sheet.list_view else ""
    except NoReverseMatch:
        return ""
