"""The import wizard, from the upload to the result."""

import io
from collections.abc import Sequence
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from jingwei.documents.models import ImportRun
from jingwei.documents.shapes import Column, ColumnKind, Outcome, Resolution, Sheet, sheets
from jingwei.documents.terms import ImportState
from jingwei.kernel.text import Text
from jingwei.registry.models import Account, Assignment, Region

pytestmark = pytest.mark.django_db

GOOD = "名称,代码,面积\n甲镇,990001,10\n乙镇,990002,20\n"
BAD = GOOD + ",990003,5\n"


def resolve(rows: Sequence[Any]) -> list[Resolution]:
    known = dict(Region.objects.values_list("code", "name"))
    return [
        Resolution(Outcome.ADD)
        if row["code"] not in known
        else Resolution(Outcome.SAME)
        if known[row["code"]] == row["name"]
        else Resolution(Outcome.CHANGE, {"name": (known[row["code"]], row["name"])})
        for row in rows
    ]


def store(*, by: Any, rows: Sequence[Any]) -> tuple[int, int]:
    for row in rows:
        Region.objects.update_or_create(code=row["code"], defaults={"name": row["name"], "level": "town"})
    return len(rows), 0


@pytest.fixture
def sheet(monkeypatch: pytest.MonkeyPatch) -> Sheet:
    made = Sheet(
        id="test-regions",
        label=Text("测试镇街", "Test regions"),
        columns=(
            Column("name", Text("名称", "Name"), required=True, example="某镇"),
            Column("code", Text("代码", "Code"), ColumnKind.CODE, required=True),
            Column("area", Text("面积", "Area"), ColumnKind.DECIMAL),
        ),
        identity=("code",),
        resolve=resolve,
        store=store,
        may=lambda user: getattr(user, "username", "") == "r",
        list_view="ui:search",
    )
    monkeypatch.setattr(sheets, "_items", {made.id: made})
    return made


@pytest.fixture
def registrar(client: Client, sheet: Sheet, settings: Any, tmp_path: Any) -> Client:
    settings.MEDIA_ROOT = tmp_path
    account = Account.objects.create_user("r", password="a-long-password")
    Assignment.objects.create(account=account, role="registrar")
    client.force_login(account)
    return client


def send(client: Client, text: str) -> ImportRun:
    file = SimpleUploadedFile("t.csv", text.encode())
    response = client.post("/import/test-regions/", {"file": file})
    assert response.status_code == 302, response.text
    run = ImportRun.objects.latest("pk")
    assert response["Location"] == reverse("ui:import-run", args=["test-regions", run.pk])
    return run


def test_the_list_names_the_registers_one_may_import_into(registrar: Client) -> None:
    text = registrar.get("/import/").text
    assert "测试镇街" in text
    assert "/import/test-regions/template.xlsx" in text


def test_the_upload_page_says_which_columns_and_offers_a_template(registrar: Client) -> None:
    text = registrar.get("/import/test-regions/").text
    assert "某镇" in text
    assert "必填" in text
    book = openpyxl.load_workbook(io.BytesIO(registrar.get("/import/test-regions/template.xlsx").content))
    assert book.worksheets[0]["A1"].value == "名称"


def test_without_a_file_the_form_says_so(registrar: Client) -> None:
    response = registrar.post("/import/test-regions/", {})
    assert response.status_code == 422
    assert "jw-errs" in response.text
    assert not ImportRun.objects.exists()


def test_a_good_file_is_previewed_then_stored_as_previewed(registrar: Client) -> None:
    run = send(registrar, GOOD)
    url = reverse("ui:import-run", args=["test-regions", run.pk])
    text = registrar.get(url).text
    assert "甲镇" in text
    assert "将新增" in text
    assert not Region.objects.filter(code="990001").exists()
    registrar.post(url, {"verb": "store"})
    assert Region.objects.filter(code__in=["990001", "990002"]).count() == 2
    text = registrar.get(url).text
    assert "已入库：新增2条，修改0条。" in text
    assert "jw-receipt" in text


def test_errors_name_row_column_and_rule_and_only_the_good_rows_may_go_in(registrar: Client) -> None:
    run = send(registrar, BAD)
    url = reverse("ui:import-run", args=["test-regions", run.pk])
    text = registrar.get(url).text
    assert "E-REQUIRED" in text
    assert "不予导入" in text
    refused = registrar.post(url, {"verb": "store"}, follow=True)
    assert "没有导入任何一行" in refused.text
    assert not Region.objects.filter(code="990001").exists()
    registrar.post(url, {"verb": "store", "only_good": "1"})
    assert Region.objects.filter(code__in=["990001", "990002", "990003"]).count() == 2


def test_faults_and_rows_are_filtered_by_the_address(registrar: Client) -> None:
    run = send(registrar, BAD)
    url = reverse("ui:import-run", args=["test-regions", run.pk])
    assert "E-REQUIRED" not in registrar.get(f"{url}?severity=warning").text
    rows = registrar.get(f"{url}?outcome=refuse").text
    assert "甲镇" not in rows
    assert "990003" in rows
    assert registrar.get(f"{url}?outcome=nonsense&page=x&rows=-1").status_code == 200


def test_the_worksheet_is_asked_for_when_there_are_several(registrar: Client) -> None:
    book = openpyxl.Workbook()
    for name in ("一月", "二月"):
        page = book.create_sheet(name)
        for row in (["名称", "代码", "面积"], [f"{name}镇", "990009", 3]):
            page.append(row)
    book.remove(book.worksheets[0])
    out = io.BytesIO()
    book.save(out)
    registrar.post("/import/test-regions/", {"file": SimpleUploadedFile("t.xlsx", out.getvalue())})
    run = ImportRun.objects.get()
    url = reverse("ui:import-run", args=["test-regions", run.pk])
    assert "选择工作表" in registrar.get(url).text
    registrar.post(url, {"verb": "worksheet", "worksheet": "二月"})
    assert "二月镇" in registrar.get(url).text


def test_an_import_can_be_given_up(registrar: Client) -> None:
    run = send(registrar, GOOD)
    registrar.post(reverse("ui:import-run", args=["test-regions", run.pk]), {"verb": "abandon"})
    run.refresh_from_db()
    assert run.state == ImportState.ABANDONED


def test_while_a_file_is_read_the_page_shows_how_far_and_then_turns_over(registrar: Client) -> None:
    run = send(registrar, GOOD)
    url = reverse("ui:import-run", args=["test-regions", run.pk])
    ImportRun.objects.update(state=ImportState.READING, worksheets=[], progress=40)
    assert 'value="40"' in registrar.get(url).text
    assert "40 %" in registrar.get(url, headers={"HX-Request": "true"}).text
    ImportRun.objects.update(state=ImportState.READY)
    assert registrar.get(url, headers={"HX-Request": "true"})["HX-Refresh"] == "true"


def test_others_see_neither_the_upload_nor_the_run(registrar: Client, client: Client) -> None:
    run = send(registrar, GOOD)
    other = Account.objects.create_user("o", password="a-long-password")
    Assignment.objects.create(account=other, role="officer")
    client.force_login(other)
    assert client.get("/import/test-regions/").status_code == 404
    assert client.get(reverse("ui:import-run", args=["test-regions", run.pk])).status_code == 404
    assert client.get(reverse("ui:import-run", args=["absent", run.pk])).status_code == 404
