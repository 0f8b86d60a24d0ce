"""Importing a register: receive the file, check it into a preview, store exactly what was previewed.

    run = receive(by=account, sheet=sheet, file=upload, name=upload.name)   # keeps the bytes; state READING
    run = check(run)                                                        # or tasks.check_run.enqueue(run.pk)
    run = store_run(by=account, run=run, only_good=False, confirmed=frozenset({"W-UNIT-OUTLIER"}))

After `check` a run is READY (there is a preview), REFUSED (`report` says why), or still READING with `worksheets`
filled and `worksheet` empty: ask which one and call `choose_worksheet`, then `check` again. `store_run` raises
`NotStored` with a `text` to show; `PreviewChanged` means the register changed meanwhile and the run already holds
a new preview.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import IO, Any

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.utils import timezone

from jingwei.documents import access
from jingwei.documents.checking.verdicts import fault, found
from jingwei.documents.models import ImportRun
from jingwei.documents.reading.limits import DEFAULT, in_words
from jingwei.documents.reading.refusals import Refused
from jingwei.documents.shapes import Fault, Outcome, Sheet, sheets
from jingwei.documents.sheets.previewing import Preview, make_preview, refusal
from jingwei.documents.sheets.records import (
    Row,
    count,
    fault_from_json,
    fault_to_json,
    kept_rows,
    preview_digest,
    resolution_differs,
    row_from_json,
    row_to_json,
    shortened,
)
from jingwei.documents.storage import TooLargeError, forget, keep, path_of, safe_name
from jingwei.documents.terms import ImportState
from jingwei.kernel.text import Text
from jingwei.ledger.actions import append

Account = Any  # accounts live on a floor above
Progress = Callable[[int], None]


class NotStored(Exception):  # noqa: N818 - an answer, not a mishap
    """Nothing was stored; `text` says why and what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class PreviewChanged(NotStored):
    """The register changed since the preview; the run holds a new preview, to be looked at and stored anew."""


class NotConfirmed(NotStored):
    """Warnings with these codes have to be confirmed, or their rows left out (`only_good`)."""

    def __init__(self, codes: frozenset[str]) -> None:
        listed = "、".join(sorted(codes))
        super().__init__(
            Text(
                f"请先核对并确认这些提醒：{listed}。",
                f"Look at these warnings and confirm them first: {listed}.",
            )
        )
        self.codes = codes


@transaction.atomic
def receive(
    *, by: Account, sheet: Sheet, file: IO[bytes], name: str, worksheet: str | None = None
) -> ImportRun:
    """Keep an uploaded file and open a run for it; a file over the limit makes a run that is REFUSED at once."""
    if not access.may(by, "import", sheet):
        raise PermissionDenied
    run = ImportRun(
        sheet=sheet.id,
        file_name=safe_name(name, fallback=sheet.id),
        uploaded_by=by,
        uploaded_at=timezone.now(),
        worksheet=worksheet or "",
        size=0,
    )
    try:
        run.sha256, run.size = keep(file, DEFAULT.file)
    except TooLargeError:
        run.size = int(getattr(file, "size", 0) or DEFAULT.file)
        _refuse(run, [refusal(Refused("bytes", limit=in_words(DEFAULT.file)))])
        return run
    stored = ImportRun.objects.filter(sheet=sheet.id, sha256=run.sha256, state=ImportState.STORED)
    run.same_as = stored.order_by("stored_at").first()
    run.save()
    return run


@transaction.atomic
def choose_worksheet(*, by: Account, run: ImportRun, worksheet: str) -> ImportRun:
    """Say which worksheet is meant; the run is then to be checked again."""
    run = _locked(by, run, "import")
    if run.state not in (ImportState.READING, ImportState.READY):
        raise NotStored(_OVER)
    if worksheet not in [one["name"] for one in run.worksheets]:
        raise NotStored(
            Text(f"没有名为“{worksheet}”的工作表。", f"There is no worksheet called “{worksheet}”.")
        )
    run.worksheet, run.state, run.progress = worksheet, ImportState.READING, 0
    run.report, run.rows, run.counts = [], [], {}
    run.save()
    return run


def check(run: ImportRun, progress: Progress | None = None) -> ImportRun:
    """Read the file and make the preview; takes seconds for thousands of rows. Progress is kept on the run as well."""
    if run.state not in (ImportState.READING, ImportState.READY):
        return run

    def tell(per_cent: int) -> None:
        ImportRun.objects.filter(pk=run.pk).update(progress=per_cent)
        if progress:
            progress(per_cent)

    sheet = sheets[run.sheet]
    today = timezone.localdate()
    try:
        preview = make_preview(path_of(run.sha256), run.file_name, sheet, run.worksheet, today, tell)
    except Exception:
        # a run must never look busy for ever; the error itself goes on to the log
        _refuse(ImportRun.objects.get(pk=run.pk), [fault(found("E-BROKEN"))])
        raise
    with transaction.atomic():
        held = ImportRun.objects.select_for_update().get(pk=run.pk)
        if held.state not in (ImportState.READING, ImportState.READY):
            return held
        _keep_preview(held, preview)
    return held


def store_run(
    *, by: Account, run: ImportRun, only_good: bool = False, confirmed: Iterable[str] = frozenset()
) -> ImportRun:
    """Store exactly the previewed rows, in one transaction with the log; raises `NotStored` and its kinds.

    `only_good`: leave out rows with errors and rows whose warnings are not among the `confirmed` codes.
    """
    stored = _store(by=by, run=run, only_good=only_good, confirmed=frozenset(confirmed))
    if stored.state != ImportState.STORED:
        raise PreviewChanged(_CHANGED)
    return stored


@transaction.atomic
def abandon(*, by: Account, run: ImportRun) -> ImportRun:
    """Give an import up; its rows are forgotten, the report stays."""
    run = _locked(by, run, "abandon")
    if run.state == ImportState.STORED:
        raise NotStored(_OVER)
    run.state, run.rows = ImportState.ABANDONED, []
    run.save()
    return run


def forget_files(*, is_over: Callable[[date], bool]) -> int:
    """Remove uploaded files nobody needs any longer, with an entry for every import of each; gives how many files.

    `is_over` says whether the time to keep a file has passed that began on a day: the day on which its import was
    stored, else that of the upload. A file several imports share waits for the last; one still open is abandoned.
    """
    found = ImportRun.objects.exclude(sha256="").order_by("sha256").values_list("sha256", flat=True)
    return sum(_forget_file(sha256, is_over) for sha256 in found.distinct() if path_of(sha256).exists())


@transaction.atomic
def _abandon_for_good(sha256: str, is_over: Callable[[date], bool]) -> bool:
    runs = list(ImportRun.objects.select_for_update().filter(sha256=sha256).order_by("pk"))
    if not all(is_over(timezone.localdate(run.stored_at or run.uploaded_at)) for run in runs):
        return False
    open_runs = [run.pk for run in runs if run.state in (ImportState.READING, ImportState.READY)]
    ImportRun.objects.filter(pk__in=open_runs).update(state=ImportState.ABANDONED, rows=[])
    for run in runs:
        append(
            kind="documents.file_removed",
            subject=f"documents.importrun:{run.pk}",
            body={"sheet": run.sheet, "sha256": sha256, "size": run.size, "roles": ["system"]},
            acted_at=timezone.now(),
        )
    return True


def _forget_file(sha256: str, is_over: Callable[[date], bool]) -> bool:
    """The bytes go once the log holds that they do: a file that outlives its entry is found again the next time."""
    is_settled = _abandon_for_good(sha256, is_over)
    if is_settled:
        forget(sha256)
    return is_settled


_OVER = Text("该导入已经结束。", "This import is over.")
_CHANGED = Text(
    "预览之后台账有变动，已按最新内容重新生成预览，请核对后再次确认。",
    "The register changed after the preview. A new preview has been made; look at it and confirm again.",
)
_ERRORS = Text(
    "文件中还有错误，没有导入任何一行。请改正后重新上传，或勾选“只导入没有错误的行”。",
    "The file has errors; nothing was imported. Mend them and upload it again, or import the good rows only.",
)
_NOTHING = Text("没有可以导入的行。", "There is no row to import.")
_NOT_READY = Text("预览还没有准备好。", "The preview is not ready yet.")


@transaction.atomic
def _store(*, by: Account, run: ImportRun, only_good: bool, confirmed: frozenset[str]) -> ImportRun:
    sheet = sheets[run.sheet]
    _one_at_a_time(sheet)
    run = _locked(by, run, "store")
    if run.state != ImportState.READY:
        raise NotStored(_OVER if run.state in (ImportState.STORED, ImportState.ABANDONED) else _NOT_READY)
    rows = [row_from_json(data, sheet.columns) for data in run.rows]
    chosen = _chosen(run, rows, only_good, confirmed)
    if _has_changed(run, sheet, rows):
        return run
    added, changed = sheet.store(by=by, rows=[row.values for row in chosen]) if chosen else (0, 0)
    run.state, run.stored_at = ImportState.STORED, timezone.now()
    run.confirmed = sorted(confirmed & set(run.counts["to_confirm"]))
    run.counts = {
        **run.counts,
        "added": added,
        "changed": changed,
        "left_out": len(rows) - len(chosen) - _same(rows),
    }
    run.rows = kept_rows(run.rows, {row.number for row in chosen}, sheet.columns)
    run.save()
    append(
        kind="documents.import_stored",
        subject=f"documents.importrun:{run.pk}",
        body={
            "sheet": run.sheet,
            "sha256": run.sha256,
            "size": run.size,
            "preview": run.preview,
            "added": added,
            "changed": changed,
            "confirmed": list(run.confirmed),
        },
        secrets={"by": by.pk, "file_name": run.file_name},
        acted_at=run.stored_at,
    )
    return run


def _chosen(run: ImportRun, rows: list[Row], only_good: bool, confirmed: frozenset[str]) -> list[Row]:
    """The rows that will be stored; `NotStored` where something stands in the way."""
    has_errors = any(data["severity"] == "error" for data in run.report)
    if has_errors and not only_good:
        raise NotStored(_ERRORS)
    wanted = [row for row in rows if row.outcome in (Outcome.ADD, Outcome.CHANGE)]
    open_codes = frozenset(code for row in wanted for code in row.unconfirmed) - confirmed
    if open_codes and not only_good:
        raise NotConfirmed(open_codes)
    chosen = [row for row in wanted if not frozenset(row.unconfirmed) - confirmed]
    if not chosen and (only_good or not _same(rows)):
        raise NotStored(_NOTHING)
    return chosen


def _has_changed(run: ImportRun, sheet: Sheet, rows: list[Row]) -> bool:
    """Whether the rows would now meet something else; if so a new preview is kept on the run."""
    open_rows = [
        (data, row) for data, row in zip(run.rows, rows, strict=True) if row.outcome is not Outcome.REFUSE
    ]
    now = list(sheet.resolve([row.values for _, row in open_rows])) if open_rows else []
    pairs = list(zip(open_rows, now, strict=True))
    if not any(resolution_differs(data, resolution) for (data, _), resolution in pairs):
        return False
    extra: list[Fault] = []
    for (_, row), resolution in pairs:
        row.outcome, row.changes = resolution.outcome, resolution.changes
        for one in resolution.faults:
            extra.append(replace(one, sheet=run.worksheet, row=row.number))
            if one.severity == "error":
                row.outcome = Outcome.REFUSE
    known = [fault_from_json(data) for data in run.report]
    told = set(known)
    _keep_rows(run, rows, [*known, *(one for one in extra if one not in told)])
    return True


def _keep_preview(run: ImportRun, preview: Preview) -> None:
    run.worksheets, run.progress = preview.worksheets, 100
    faults = preview.faults
    if run.same_as and run.same_as.stored_at:
        when = timezone.localtime(run.same_as.stored_at).strftime("%Y-%m-%d %H:%M")
        faults = [fault(found("N-SAME-FILE", when=when)), *faults]
    if preview.is_refused:
        run.worksheet = preview.worksheet or run.worksheet
        _refuse(run, faults)
        return
    run.worksheet = preview.worksheet
    run.state = ImportState.READING if preview.asks else ImportState.READY
    run.progress = 0 if preview.asks else 100
    _keep_rows(run, preview.rows, faults)


def _keep_rows(run: ImportRun, rows: list[Row], faults: list[Fault]) -> None:
    run.rows = [row_to_json(row) for row in rows]
    run.report = [fault_to_json(one) for one in shortened(faults)]
    run.counts = count(rows, faults)
    run.preview = preview_digest(run.rows)
    run.save()


def _refuse(run: ImportRun, faults: list[Fault]) -> None:
    run.state, run.progress = ImportState.REFUSED, 100
    run.report = [fault_to_json(one) for one in faults]
    run.counts = count([], faults)
    run.save()


def _same(rows: list[Row]) -> int:
    return sum(row.outcome is Outcome.SAME for row in rows)


def _locked(by: Account, run: ImportRun, verb: str) -> ImportRun:
    if not access.may(by, verb, run):
        raise PermissionDenied
    return ImportRun.objects.select_for_update().get(pk=run.pk)


def _one_at_a_time(sheet: Sheet) -> None:
    """Two imports of one register wait for each other: what was compared is what is stored (SQLite always waits)."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"documents.import:{sheet.id}"])
