"""An ugly ledger of titles goes in whole: previewed, stored, counted; again it adds nothing."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook

from jingwei.documents import actions as documents
from jingwei.documents.shapes import sheets
from jingwei.registry.models import Account, Assignment, Organisation
from jingwei.titles.models import Title


@pytest.fixture
def registrar(db):
    account = Account.objects.create(username="registrar")
    Assignment.objects.create(account=account, role="registrar")
    return account


@pytest.fixture
def firms(place):
    names = ("绍兴甲纺织有限公司", "绍兴乙印染有限公司")
    return [Organisation.objects.create(name=name, kind="enterprise") for name in names]


HEAD = ["资质名称", "证书编号", "企业名称", "姓名", "奖励等级", "认定时间", "有效期", "原证书编号"]
ROWS = [
    ["高企", "GR201033000001", "绍兴甲纺织有限公司", "", "", "2010-10-15", "", ""],
    ["省科技奖", "2013-1-001", "绍兴乙印染有限公司", "", "一等奖", "2013-12-27", "", ""],
    ["省千人计划", "ZQ-2013-7", "绍兴乙印染有限公司", "王明远", "", "2013.9.18", "", ""],
]


def workbook(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    file.seek(0)
    return file


def take(by, *rows):
    run = documents.receive(by=by, sheet=sheets["titles"], file=workbook(HEAD, *rows), name="titles.xlsx")
    return documents.check(run)


def test_titles_of_firms_and_people_go_in_once(registrar, firms):
    run = take(registrar, *ROWS)
    assert [fault for fault in run.report if fault["severity"] == "error"] == []
    documents.store_run(by=registrar, run=run, confirmed=run.counts["to_confirm"])
    high_tech = Title.objects.get(number="GR201033000001")
    assert (high_tech.organisation, high_tech.valid_until) == (firms[0], date(2013, 10, 14))
    assert high_tech.issuer
    assert Title.objects.get(number="2013-1-001").award_class == "first"
    talent = Title.objects.get(number="ZQ-2013-7")
    assert (talent.person.name, talent.organisation) == ("王明远", firms[1])
    assert take(registrar, *ROWS).counts["same"] == 3


def test_a_renewal_names_the_certificate_it_renews(registrar, firms):
    documents.store_run(by=registrar, run=take(registrar, ROWS[0]))
    renewal = ["高企", "GR201333000009", "绍兴甲纺织有限公司", "", "", "2013-10-15", "", "GR201033000001"]
    documents.store_run(by=registrar, run=take(registrar, renewal))
    assert Title.objects.get(number="GR201333000009").renews.number == "GR201033000001"


def test_what_would_change_is_shown_in_words(registrar, firms):
    documents.store_run(by=registrar, run=take(registrar, *ROWS, ["高企", "GR2", *ROWS[0][2:]]))
    award, talent, renewal = take(
        registrar,
        ["省科技奖", "2013-1-001", "绍兴甲纺织有限公司", "", "二等奖", "2013-12-27", "", ""],
        ["省千人计划", "ZQ-2013-7", "绍兴乙印染有限公司", "王明达", "", "2013.9.18", "", ""],
        ["高企", "GR2", "绍兴甲纺织有限公司", "", "", "2010-10-15", "", "GR201033000001"],
    ).rows
    assert award["changes"] == {
        "award_class": ["一等奖", "二等奖"],
        "organisation": ["绍兴乙印染有限公司", "绍兴甲纺织有限公司"],
    }
    assert talent["changes"] == {"person": ["王明远", "王明达"]}
    assert renewal["changes"] == {"renews": ["", "GR201033000001"]}


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["省千人计划", "ZQ-1", "绍兴乙印染有限公司", "", "", "2013.9.18", "", ""], "E-RECIPIENT"),
        (["高企", "GR2", "", "", "", "2013-10-15", "", ""], "E-RECIPIENT"),
        (["高企", "GR2", "绍兴甲纺织有限公司", "", "", "2013-10-15", "", "GR-NONE"], "E-RENEWS"),
        (["高起", "GR2", "绍兴甲纺织有限公司", "", "", "2013-10-15", "", ""], "E-CHOICE"),
    ],
)
def test_a_bad_row_is_refused_and_named(registrar, firms, row, code):
    run = take(registrar, row)
    assert [(fault["code"], fault["row"]) for fault in run.report if fault["severity"] == "error"] == [
        (code, 2)
    ]
