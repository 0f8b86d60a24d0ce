"""The pages of figures, and the command, over the demonstration year."""

import csv
import io
import json
from argparse import ArgumentParser
from datetime import UTC, datetime
from decimal import Decimal
from urllib.parse import quote

import openpyxl
import pytest
from django.utils import translation

from jingwei.figures import actions, queries
from jingwei.figures.cli import commands
from jingwei.figures.models import ReceivedStatistic, Snapshot, Target
from jingwei.figures.snapshot import store
from jingwei.kernel.command import FINDINGS, FINE
from jingwei.kernel.errors import InputError
from jingwei.kernel.periods import Period
from jingwei.ledger.models import Entry

YEAR = Period.year(2013)
PUBLIC = [
    "/figures/2013/",
    "/figures/2013/projects.listed/",
    "/figures/2013/projects.listed/?drawer=1",
    "/figures/2013/" + quote("projects.listed@level=national:growth") + "/",
    "/figures/2013/" + quote("titles.talents_to_date@type=national_thousand|provincial_thousand") + "/",
    "/figures/2013/received.new_product_output:share/",
    "/figures/2013/received.high_tech_output/?drawer=1",
    "/figures/2013Q2/subsidies.received/",
    "/figures/2013/against/2012/",
    "/figures/received/",
    "/figures/received/?code=high_tech_output",
    "/figures/targets/",
]


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("address", PUBLIC)
def test_everyone_may_open_them_in_both_languages(demo, client, address, language):
    answer = client.get(address, headers={"accept-language": language})
    assert answer.status_code == 200
    assert not answer.templates or b"{{" not in answer.content


@pytest.mark.parametrize(
    "address",
    [
        "/figures/2013/projects.nothing/",
        "/figures/2013/projects.listed@mood=good/",
        "/figures/2013-13/",
        "/figures/9999/",
        "/figures/0001/",
        "/figures/2013/?snapshot=sha256:0",
        "/figures/2013/projects.listed/records.exe",
    ],
)
def test_what_is_not_there_is_not_found(demo, client, address):
    assert client.get(address).status_code == 404


def test_the_value_leads_to_its_records_and_the_drawer_is_a_fragment(demo, client):
    figure = queries.figure("projects.listed", YEAR, queries.live_snapshot())
    page = client.get("/figures/2013/projects.listed/").content.decode()
    assert figure.text("zh-hans") in page
    assert queries.records_digest(figure) in page
    assert queries.live_snapshot().content in page
    drawer = client.get("/figures/2013/projects.listed/?drawer=1").content.decode()
    assert "<html" not in drawer
    assert figure.text("zh-hans") in drawer


def test_an_export_has_every_record_and_only_public_columns_for_citizens(demo, client):
    answer = client.get("/figures/2013/projects.listed/records.csv", headers={"accept-language": "en"})
    text = b"".join(answer.streaming_content).decode()
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    figure = queries.figure("projects.listed", YEAR, queries.live_snapshot())
    assert len(rows) == figure.records + 1
    assert "Record" not in rows[0]
    assert "Project number" in rows[0]


@pytest.mark.parametrize(
    ("language", "named"), [("en", "National Torch Programme"), ("zh-hans", "国家火炬计划")]
)
def test_parts_and_records_name_programmes_in_the_readers_language(demo, client, language, named):
    headers = {"accept-language": language}
    other = {"National Torch Programme", "国家火炬计划"} - {named}
    text = client.get("/figures/2013/projects.listed/", headers=headers).content.decode()
    exported = client.get("/figures/2013/projects.listed/records.csv", headers=headers)
    for words in (text, b"".join(exported.streaming_content).decode()):
        assert named in words
        assert not any(one in words for one in other)


def test_an_export_to_excel_has_the_same_records_with_numbers_days_and_where_they_are_from(demo, client):
    address = "/figures/2013/projects.listed/records"
    assert f'href="{address}.xlsx"' in client.get("/figures/2013/projects.listed/").content.decode()
    english = {"accept-language": "en"}
    answer = client.get(f"{address}.xlsx", headers=english)
    assert answer["Content-Disposition"] == 'attachment; filename="projects.listed-2013.xlsx"'
    book = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    head, *rows = book.worksheets[0].iter_rows(values_only=True)
    text = b"".join(client.get(f"{address}.csv", headers=english).streaming_content).decode("utf-8-sig")
    first, *lines = csv.reader(io.StringIO(text))
    assert list(head) == first
    assert len(rows) == len(lines) == queries.figure("projects.listed", YEAR, queries.live_snapshot()).records
    grant, listed = head.index("Grant (yuan)"), head.index("Listed on")
    assert sum(Decimal(str(row[grant] or 0)) for row in rows) == sum(
        Decimal(line[grant] or 0) for line in lines
    )
    assert all(isinstance(row[listed], datetime) for row in rows)
    about = dict(book["Notes"].iter_rows(values_only=True))
    assert about["Reference"] == "projects.listed, 2013"
    assert about["Snapshot"] == queries.live_snapshot().content


def test_a_damaged_frozen_snapshot_is_refused_in_words(demo, client, account, settings, tmp_path):
    settings.SNAPSHOTS = tmp_path / "snapshots"
    frozen = actions.freeze(by=account("director"), name="x", cut_off=datetime(2013, 12, 31, 16, tzinfo=UTC))
    (store.folder_of(frozen.digest) / "projects.parquet").write_bytes(b"")
    answer = client.get(f"/figures/2013/projects.listed/?snapshot={frozen.digest}")
    assert answer.status_code == 503
    assert "与清单不符" in answer.content.decode()
    export = client.get(f"/figures/2013/projects.listed/records.xlsx?snapshot={frozen.digest}")
    assert export.status_code == 503


def received_values(**changes):
    row = ReceivedStatistic.objects.get(code="new_product_output", period="2013")
    fields = [field.name for field in row._meta.fields if field.name not in {"id", "value", "is_derived"}]
    return {**{name: getattr(row, name) or "" for name in fields}, "amount": "845.48亿元", **changes}


def test_an_officer_corrects_a_received_statistic_and_the_log_keeps_it(demo, client, account):
    client.force_login(account("officer"))
    row = ReceivedStatistic.objects.get(code="new_product_output", period="2013")
    before = Entry.objects.count()
    assert client.get(f"/figures/received/{row.pk}/edit/").status_code == 200
    answer = client.post(f"/figures/received/{row.pk}/edit/", received_values(amount="850亿元"))
    assert answer.status_code == 302
    row.refresh_from_db()
    assert row.value == 8_500_000_000_000
    assert Entry.objects.order_by("-index").first().kind == "figures.receivedstatistic.edited"
    client.post(f"/figures/received/{row.pk}/edit/", received_values(amount="850亿元"))
    assert Entry.objects.count() == before + 1, "nothing changed, so nothing is written"


@pytest.mark.parametrize(
    "wrong", [{"amount": "much"}, {"period": "201"}, {"issuer": ""}, {"amount": "0.001元"}]
)
def test_what_is_wrong_is_said_beside_the_field(demo, client, account, wrong):
    client.force_login(account("registrar"))
    before = Entry.objects.count()
    answer = client.post("/figures/received/add/", received_values(code="other", **wrong))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "jw-err" in page
    assert 'value="other"' in page, "the form comes back filled in"
    assert Entry.objects.count() == before


def test_targets_are_set_and_withdrawn(demo, client, account):
    client.force_login(account("officer"))
    values = {
        "code": "new",
        "kind": "annual",
        "label": "新目标",
        "reference": "projects.listed",
        "year": 2013,
    }
    assert client.post("/figures/targets/add/", {**values, "amount": "200", "source": "x"}).status_code == 302
    target = Target.objects.get(code="new")
    assert target.value == 200
    for reference in ("projects.nothing", "projects.listed@"):
        answer = client.post(
            "/figures/targets/add/", {**values, "code": "b", "reference": reference, "source": "x"}
        )
        assert answer.status_code == 422
        assert reference in answer.content.decode()
    assert client.get(f"/figures/targets/{target.pk}/edit/").status_code == 200
    assert client.post(f"/figures/targets/{target.pk}/remove/").status_code == 302
    assert not Target.objects.filter(code="new").exists()
    assert Entry.objects.order_by("-index").first().kind == "figures.target.removed"


def test_the_director_freezes_a_snapshot(demo, client, account):
    client.force_login(account("director"))
    assert client.get("/figures/snapshots/").status_code == 200
    assert client.get("/figures/snapshots/freeze/").status_code == 200
    answer = client.post("/figures/snapshots/freeze/", {"name": "2013", "last_day": "2013-12-31"})
    assert answer.status_code == 302
    frozen = Snapshot.objects.get(kind="frozen")
    assert frozen.cut_off.isoformat() == "2013-12-31T16:00:00+00:00"
    assert frozen.name in client.get("/figures/snapshots/").content.decode()


@pytest.mark.parametrize(("last_day", "said"), [("2999-12-31", "截止时间不能晚于现在"), ("31.12.", "jw-err")])
def test_a_snapshot_that_cannot_be_frozen_is_refused_in_the_filled_form(
    demo, client, account, last_day, said
):
    client.force_login(account("director"))
    answer = client.post("/figures/snapshots/freeze/", {"name": "年末快照", "last_day": last_day})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert "年末快照" in page
    assert not Snapshot.objects.filter(kind="frozen").exists()


@pytest.mark.parametrize("role", ["supervisor", "auditor", "enterprise", "finance"])
def test_readers_may_not_write(demo, client, account, role):
    client.force_login(account(role))
    row, target = ReceivedStatistic.objects.first(), Target.objects.first()
    for address in (
        "/figures/received/add/",
        f"/figures/received/{row.pk}/edit/",
        f"/figures/received/{row.pk}/remove/",
        f"/figures/targets/{target.pk}/remove/",
        "/figures/snapshots/freeze/",
    ):
        assert client.post(address).status_code == 403


def run(*arguments, language="en"):
    with translation.override(language):
        parser = ArgumentParser()
        commands[0].arguments(parser)
        return commands[0].run(parser.parse_args(arguments))


def test_the_command_against_the_summary_of_2013(demo, capsys, shared):
    path = shared / "data" / "figures" / "summary-2013-figures.csv"
    code = run("2013", "--against", str(path), "--json")
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)["rows"]}
    assert code == FINE
    assert len(rows) == 112
    assert {row["verdict"] for row in rows.values()} == {
        "equal",
        "satisfies the hedge",
        "differs with reason",
        "not a record with reason",
    }
    explained = {key for key, row in rows.items() if row["verdict"] == "differs with reason"}
    assert explained == {"F015", "F021"}
    assert all(row["reason"] for row in rows.values() if "reason" in row["verdict"])
    assert (rows["F037"]["stated"], rows["F037"]["ours"], rows["F037"]["unit"]) == (
        84_548_000_000,
        84_548_000_000,
        "元",
    )
    assert rows["F038"]["ours"] == 13.8


def test_a_figure_that_differs_without_a_reason_is_a_finding(demo, capsys, tmp_path):
    path = tmp_path / "stated.csv"
    path.write_text("id,value,unit\nF017,5,项\n", encoding="utf-8")
    assert run("2013", "--against", str(path)) == FINDINGS
    assert "differs" in capsys.readouterr().out
    path.write_text("id,value\nF017,5\n", encoding="utf-8")
    with pytest.raises(InputError, match="unit"):
        run("2013", "--against", str(path))
    path.write_text("id,value,unit\nF017,few,项\n", encoding="utf-8")
    with pytest.raises(InputError, match="row 2, column value"):
        run("2013", "--against", str(path))


def test_the_command_prints_figures_and_towns(demo, capsys):
    assert run("2013") == FINE
    assert "projects.listed" in capsys.readouterr().out
    assert run("2013", "--by", "town", "--json") == FINE
    figures = json.loads(capsys.readouterr().out)["figures"]
    for figure in figures:
        if figure["reference"] == "projects.listed":
            assert sum(part["amount"] for part in figure["parts"]) == figure["value"]
    assert run("2013", "--by", "level", language="zh-hans") == FINE
    assert "国家级" in capsys.readouterr().out
