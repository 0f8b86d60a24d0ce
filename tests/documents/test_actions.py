"""Receive, check, store: exactly what was previewed, once, by those who may, in one piece."""

import io
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from jingwei.documents import access, queries
from jingwei.documents.actions import (
    NotConfirmed,
    NotStored,
    PreviewChanged,
    abandon,
    check,
    choose_worksheet,
    receive,
    store_run,
)
from jingwei.documents.models import ImportRun
from jingwei.documents.reading import limits
from jingwei.documents.shapes import Outcome, Sheet
from jingwei.documents.sheets.records import row_from_json
from jingwei.documents.storage import path_of
from jingwei.documents.tasks import check_run, start_check
from jingwei.documents.terms import ImportState
from jingwei.ledger.models import Entry
from jingwei.registry.models import Account
from tests.documents.conftest import Register
from tests.documents.making import Sheetful, table, to_text, to_xlsx, typed

pytestmark = pytest.mark.django_db


def upload(by: Account, sheet: Sheet, made: Sheetful | bytes, name: str = "台账.xlsx") -> ImportRun:
    content = made if isinstance(made, bytes) else to_xlsx(made)
    return check(receive(by=by, sheet=sheet, file=io.BytesIO(content), name=name))


def test_a_file_becomes_a_preview_and_the_preview_what_is_stored(
    clerk: Account, sheet: Sheet, register: Register
) -> None:
    made = table(1)
    run = upload(clerk, sheet, made)
    assert (run.state, run.counts["rows"], run.counts["add"], run.progress) == (
        ImportState.READY,
        12,
        12,
        100,
    )
    assert register.stored == []
    previewed = [row_from_json(data, sheet.columns).values for data in run.rows]
    assert previewed == [typed(row) for row in made.rows]
    stored = store_run(by=clerk, run=run)
    assert stored.state == ImportState.STORED
    assert (stored.counts["added"], stored.counts["changed"]) == (12, 0)
    assert register.stored == [previewed]


def test_storing_is_written_to_the_log_without_names(clerk: Account, sheet: Sheet) -> None:
    run = store_run(by=clerk, run=upload(clerk, sheet, table(1), name="张三的台账.xlsx"))
    entry = Entry.objects.latest("index")
    assert entry.kind == "documents.import_stored"
    leaf = bytes(entry.leaf).decode()
    assert run.sha256 in leaf
    assert "张三" not in leaf


def test_the_same_file_again_adds_nothing(clerk: Account, sheet: Sheet, register: Register) -> None:
    content = to_xlsx(table(1))
    first = store_run(by=clerk, run=upload(clerk, sheet, content))
    again = upload(clerk, sheet, content, name="换了名字.xlsx")
    assert again.same_as == first
    assert again.counts["add"] == again.counts["change"] == 0
    assert again.counts["same"] == 12
    assert queries.faults(again, "note")[0].code == "N-SAME-FILE"
    assert not queries.can_store(again)
    stored = store_run(by=clerk, run=again)
    assert (stored.counts["added"], stored.counts["changed"]) == (0, 0)
    assert len(register.stored) == 1


def test_one_bad_row_keeps_all_out_unless_the_good_ones_are_wanted(
    clerk: Account, sheet: Sheet, register: Register
) -> None:
    made = table(1)
    made.rows[4]["listed"] = "2013-02-30"
    run = upload(clerk, sheet, made)
    assert run.counts["refuse"] == 1
    with pytest.raises(NotStored):
        store_run(by=clerk, run=run)
    assert register.stored == []
    stored = store_run(by=clerk, run=run, only_good=True)
    assert (stored.counts["added"], stored.counts["left_out"]) == (11, 1)
    assert made.rows[4]["number"] not in register.rows


def test_a_warning_is_confirmed_or_its_row_stays_out(
    clerk: Account, sheet: Sheet, register: Register
) -> None:
    made = table(1)
    made.rows[3]["budget"] *= 10000
    run = upload(clerk, sheet, made)
    assert run.counts["to_confirm"] == ["W-UNIT-OUTLIER"]
    with pytest.raises(NotConfirmed) as caught:
        store_run(by=clerk, run=run)
    assert caught.value.codes == {"W-UNIT-OUTLIER"}
    stored = store_run(by=clerk, run=run, confirmed={"W-UNIT-OUTLIER", "W-NONSENSE"})
    assert stored.confirmed == ["W-UNIT-OUTLIER"]
    assert stored.counts["added"] == 12


def test_without_confirmation_only_good_leaves_the_doubtful_row_out(clerk: Account, sheet: Sheet) -> None:
    made = table(1)
    made.rows[3]["budget"] *= 10000
    stored = store_run(by=clerk, run=upload(clerk, sheet, made), only_good=True)
    assert (stored.counts["added"], stored.counts["left_out"]) == (11, 1)


def test_the_registers_own_verdicts_stand_beside_ours(
    clerk: Account, sheet: Sheet, register: Register
) -> None:
    made = table(1)
    store_run(by=clerk, run=upload(clerk, sheet, made))
    old = register.rows[made.rows[0]["number"]]["firm"]
    made.rows[0]["firm"] = "更名后的新材料有限公司"
    register.rows[made.rows[1]["number"]]["frozen"] = True
    made.rows[2]["state"] = "在研" if made.rows[2]["state"] != "在研" else "终止"
    run = upload(clerk, sheet, made)
    by_code = {fault.code: fault for fault in queries.faults(run)}
    assert (by_code["W-RENAMED"].row, by_code["W-RENAMED"].column) == (2, "承担单位")
    assert by_code["W-RENAMED"].value == "更名后的新材料有限公司"
    assert (by_code["E-FROZEN"].row, by_code["E-FROZEN"].sheet) == (3, "台账")
    rows = queries.rows(run)
    assert [row.outcome for row in rows[:4]] == [Outcome.CHANGE, Outcome.REFUSE, Outcome.CHANGE, Outcome.SAME]
    assert rows[0].changes == {"firm": (old, "更名后的新材料有限公司")}


def test_a_register_that_changed_meanwhile_makes_a_new_preview(
    clerk: Account, sheet: Sheet, register: Register
) -> None:
    made = table(1)
    run = upload(clerk, sheet, made)
    before = run.preview
    register.rows[made.rows[0]["number"]] = typed(made.rows[0]) | {"leader": "别人"}
    with pytest.raises(PreviewChanged):
        store_run(by=clerk, run=run)
    assert register.stored == []
    run.refresh_from_db()
    assert (run.state, run.counts["change"], run.counts["add"]) == (ImportState.READY, 1, 11)
    assert run.preview != before
    stored = store_run(by=clerk, run=run)
    assert (stored.counts["added"], stored.counts["changed"]) == (11, 1)


def test_a_row_the_register_now_refuses_is_refused_in_the_new_preview(
    clerk: Account, sheet: Sheet, register: Register
) -> None:
    made = table(1)
    run = upload(clerk, sheet, made)
    register.rows[made.rows[0]["number"]] = typed(made.rows[0]) | {"frozen": True}
    with pytest.raises(PreviewChanged):
        store_run(by=clerk, run=run)
    run.refresh_from_db()
    assert run.counts["refuse"] == 1
    assert [fault.code for fault in queries.faults(run, "error")] == ["E-FROZEN"]


def test_a_store_that_breaks_leaves_nothing(clerk: Account, sheet: Sheet, register: Register) -> None:
    run = upload(clerk, sheet, table(1))
    entries = Entry.objects.count()
    register.fails = True
    with pytest.raises(RuntimeError):
        store_run(by=clerk, run=run)
    run.refresh_from_db()
    assert (run.state, run.stored_at, Entry.objects.count()) == (ImportState.READY, None, entries)


def test_a_run_is_stored_once(clerk: Account, sheet: Sheet, register: Register) -> None:
    run = upload(clerk, sheet, table(1))
    store_run(by=clerk, run=run)
    with pytest.raises(NotStored):
        store_run(by=clerk, run=run)
    assert len(register.stored) == 1
    with pytest.raises(NotStored):
        abandon(by=clerk, run=run)


def test_an_abandoned_run_forgets_its_rows(clerk: Account, sheet: Sheet) -> None:
    run = abandon(by=clerk, run=upload(clerk, sheet, table(1)))
    assert (run.state, run.rows) == (ImportState.ABANDONED, [])
    with pytest.raises(NotStored):
        store_run(by=clerk, run=run)
    assert check(run).state == ImportState.ABANDONED


def test_several_worksheets_are_asked_about(clerk: Account, sheet: Sheet) -> None:
    cover = Sheetful([], keys=[], above=[["2013年度台账"], ["说明"]], head_rows=[["封面"]])
    cover.more_sheets = [("数据", table(1)), ("空表", None)]
    run = upload(clerk, sheet, to_xlsx(cover, name="封面"))
    assert queries.asks_for_worksheet(run)
    assert [(one["name"], one["fits"]) for one in run.worksheets] == [
        ("封面", False),
        ("数据", True),
        ("空表", False),
    ]
    assert queries.faults(run)[0].code == "W-SHEETS"
    with pytest.raises(NotStored):
        store_run(by=clerk, run=run)
    with pytest.raises(NotStored):
        choose_worksheet(by=clerk, run=run, worksheet="没有的表")
    run = check(choose_worksheet(by=clerk, run=run, worksheet="数据"))
    assert (run.state, run.worksheet, run.counts["add"]) == (ImportState.READY, "数据", 12)


def test_a_named_worksheet_is_not_asked_about(clerk: Account, sheet: Sheet) -> None:
    first = table(2)
    first.more_sheets = [("数据", table(1))]
    run = receive(by=clerk, sheet=sheet, file=io.BytesIO(to_xlsx(first)), name="a.xlsx", worksheet="数据")
    assert check(run).worksheet == "数据"
    lost = receive(by=clerk, sheet=sheet, file=io.BytesIO(to_xlsx(first)), name="a.xlsx", worksheet="没有")
    assert check(lost).report[0]["code"] == "E-NO-SHEET"


def test_a_file_that_is_none_is_refused_with_the_way_out(clerk: Account, sheet: Sheet) -> None:
    run = upload(clerk, sheet, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, name="台账.xls")
    assert run.state == ImportState.REFUSED
    (fault,) = queries.faults(run)
    assert fault.code == "E-FORMAT"
    assert fault.remedy is not None
    assert ".xlsx" in fault.remedy.zh
    with pytest.raises(NotStored):
        store_run(by=clerk, run=run)


def test_a_file_over_the_limit_is_not_kept(
    clerk: Account, sheet: Sheet, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("jingwei.documents.actions.DEFAULT", limits.Limits(file=1000))
    run = receive(by=clerk, sheet=sheet, file=io.BytesIO(b"x" * 1001), name="大.csv")
    assert (run.state, run.report[0]["code"]) == (ImportState.REFUSED, "E-FORMAT")
    assert [path for path in (tmp_path / "files").rglob("*") if path.is_file()] == []


def test_who_may_not_import_may_not(clerk: Account, stranger: Account, sheet: Sheet) -> None:
    with pytest.raises(PermissionDenied):
        receive(by=stranger, sheet=sheet, file=io.BytesIO(b"x"), name="a.csv")
    run = upload(clerk, sheet, table(1))
    for act in (store_run, abandon):
        with pytest.raises(PermissionDenied):
            act(by=stranger, run=run)
    with pytest.raises(PermissionDenied):
        choose_worksheet(by=stranger, run=run, worksheet="台账")
    assert list(queries.runs(stranger)) == []
    assert queries.importable(stranger) == []
    assert not access.may(stranger, "view", run)


def test_who_lost_the_right_still_sees_but_no_longer_stores(clerk: Account, sheet: Sheet) -> None:
    run = upload(clerk, sheet, table(1))
    clerk.username = "former"
    assert list(queries.runs(clerk)) == [run]
    assert access.may(clerk, "view", run)
    with pytest.raises(PermissionDenied):
        store_run(by=clerk, run=run)


def test_uploaded_bytes_lie_under_their_digest_outside_the_web_root(
    clerk: Account, sheet: Sheet, client: Client
) -> None:
    content = to_text(table(1))
    run = upload(clerk, sheet, content, name="../../etc/pass\u202ewd<x>.csv")
    assert path_of(run.sha256).read_bytes() == content
    assert run.file_name == "pass_wd_x_.csv"
    with pytest.raises(ValueError, match="digest"):
        path_of("../../etc/passwd")


def test_small_files_are_checked_at_once_and_large_ones_by_the_worker(clerk: Account, sheet: Sheet) -> None:
    run = start_check(receive(by=clerk, sheet=sheet, file=io.BytesIO(to_xlsx(table(1))), name="a.xlsx"))
    assert run.state == ImportState.READY
    large = receive(by=clerk, sheet=sheet, file=io.BytesIO(to_xlsx(table(2))), name="b.xlsx")
    large.size = 10**7
    start_check(large)
    large.refresh_from_db()
    assert large.state == ImportState.READY
    assert check_run.func(large.pk) == ImportState.READY


def test_progress_is_told(clerk: Account, sheet: Sheet) -> None:
    told: list[int] = []
    check(receive(by=clerk, sheet=sheet, file=io.BytesIO(to_xlsx(table(1))), name="a.xlsx"), told.append)
    assert told == sorted(told)
    assert told[-1] == 100


def test_a_check_that_breaks_does_not_look_busy_for_ever(
    clerk: Account, sheet: Sheet, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = receive(by=clerk, sheet=sheet, file=io.BytesIO(to_xlsx(table(1))), name="a.xlsx")
    monkeypatch.setattr("jingwei.documents.sheets.previewing.check_grid", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        check(run)
    run.refresh_from_db()
    assert (run.state, run.report[0]["code"]) == (ImportState.REFUSED, "E-BROKEN")


def test_a_long_report_is_shortened_and_counted_whole(
    clerk: Account, sheet: Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jingwei.documents.sheets.records.LISTED", 3)
    made = table(1)
    for row in made.rows:
        row["ends"] = "待定"
    run = upload(clerk, sheet, made)
    assert run.counts["codes"]["E-DATE"] == 12
    assert [fault.code for fault in queries.faults(run)] == ["E-DATE"] * 3 + ["N-MORE"]


def test_a_stored_import_forgets_personal_numbers(clerk: Account, sheet: Sheet, register: Register) -> None:
    made = table(1)
    run = store_run(by=clerk, run=upload(clerk, sheet, made))
    assert register.rows[made.rows[0]["number"]]["telephone"] == made.rows[0]["telephone"]
    assert {made.rows[0][key] for key in ("telephone", "email", "resident")}.isdisjoint(
        str(run.rows).split("'")
    )
    assert run.rows[0]["values"]["name"] == made.rows[0]["name"]


def test_rows_come_by_outcome_and_page(clerk: Account, sheet: Sheet) -> None:
    made = table(1)
    made.rows[4]["listed"] = None
    run = upload(clerk, sheet, made)
    assert [row.number for row in queries.rows(run, Outcome.REFUSE)] == [6]
    assert [row.number for row in queries.rows(run, Outcome.ADD, start=3, limit=3)] == [5, 7, 8]
    assert isinstance(queries.rows(run)[0].values["area"], Decimal)
    assert set(queries.faults_by_row(queries.faults(run))) == {6}


def test_resident_ids_are_masked_in_reports(clerk: Account, sheet: Sheet) -> None:
    made = table(1)
    number: Any = made.rows[0]["resident"]
    made.rows[0]["resident"] = number[:16] + ("1" if number[16] != "1" else "2") + number[17]
    run = upload(clerk, sheet, made)
    (fault,) = queries.faults(run, "error")
    assert fault.code == "E-ID"
    assert made.rows[0]["resident"] not in str(run.report)
    assert fault.value == f"{number[:3]}{'*' * 11}{made.rows[0]['resident'][-4:]}"
