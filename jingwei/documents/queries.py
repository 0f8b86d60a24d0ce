"""Reading imports."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from jingwei.documents import access
from jingwei.documents.models import ImportRun
from jingwei.documents.shapes import Fault, Outcome, Sheet, sheets
from jingwei.documents.sheets.records import Row, fault_from_json, row_from_json
from jingwei.documents.terms import ImportState

User = Any  # accounts live on a floor above


def importable(user: User) -> list[Sheet]:
    """The registers `user` may import into."""
    return [sheet for sheet in sheets if access.may(user, "import", sheet)]


def runs(user: User, sheet: Sheet | None = None) -> QuerySet[ImportRun]:
    """The imports `user` may see, newest first, without their rows and reports (which load when asked for)."""
    found = access.visible(user, ImportRun.objects.all()).select_related("uploaded_by")
    if sheet is not None:
        found = found.filter(sheet=sheet.id)
    return found.defer("rows", "report")


def sheet_of(run: ImportRun) -> Sheet:
    """The register a run is for."""
    return sheets[run.sheet]


def asks_for_worksheet(run: ImportRun) -> bool:
    """Whether the person has to choose a worksheet (`run.worksheets`: name, rows, fits) before there is a preview."""
    return run.state == ImportState.READING and len(run.worksheets) > 1 and not run.worksheet


def faults(run: ImportRun, severity: str = "") -> list[Fault]:
    """What was found, errors first, then in the order of the file; only those of `severity` where given."""
    order = {"error": 0, "warning": 1, "note": 2}
    found = [fault_from_json(data) for data in run.report if severity in ("", data["severity"])]
    return sorted(found, key=lambda one: (order[one.severity], one.row or 0))


def faults_by_row(found: Iterable[Fault]) -> dict[int, list[Fault]]:
    """Faults under the number of their row; those of the whole file are left out."""
    by_row: dict[int, list[Fault]] = {}
    for one in found:
        if one.row is not None:
            by_row.setdefault(one.row, []).append(one)
    return by_row


def rows(
    run: ImportRun, outcome: Outcome | None = None, start: int = 0, limit: int | None = None
) -> list[Row]:
    """The preview's rows with typed values, optionally of one outcome and one page."""
    kept = [data for data in run.rows if outcome is None or data["outcome"] == outcome]
    page = kept[start : None if limit is None else start + limit]
    columns = sheet_of(run).columns
    return [row_from_json(data, columns) for data in page]


def can_store(run: ImportRun) -> bool:
    """Whether storing would store anything (perhaps only the good rows)."""
    counts = run.counts or {}
    return run.state == ImportState.READY and counts.get(Outcome.ADD, 0) + counts.get(Outcome.CHANGE, 0) > 0
