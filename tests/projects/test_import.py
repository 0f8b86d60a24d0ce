"""An ugly ledger of projects goes in whole: previewed, stored, counted; again it adds nothing."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from jingwei.documents import actions as documents
from jingwei.documents.shapes import sheets
from jingwei.kernel.identifiers.uscc import DEMO_REGION, make_uscc
from jingwei.ledger.models import Entry
from jingwei.projects.models import Project, Subsidy
from jingwei.registry.models import Account, Assignment, Organisation

NEW = make_uscc("9", "1", DEMO_REGION, 50_000_001)
KNOWN = make_uscc("9", "1", DEMO_REGION, 50_000_010)


@pytest.fixture
def registrar(db):
    account = Account.objects.create(username="registrar")
    Assignment.objects.create(account=account, role="registrar")
    return account


@pytest.fixture
def known(place):
    return Organisation.objects.create(name="绍兴甲纺织有限公司", uscc=KNOWN, kind="enterprise")


def workbook(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    file.seek(0)
    return file


HEAD = [
    "序号",
    "项目编号",
    "项目名称",
    "项目类别",
    "承担单位",
    "统一社会信用代码",
    "镇（街道）",
    "立项时间",
    "起止年限",
    "总投入（万元）",
    "补助（万元）",
    "项目负责人",
    "状态",
]


def ledger(*more):
    return workbook(
        ["2013年度科技项目汇总表"],
        [],
        HEAD,
        [
            1,
            "2013X001",
            "数码印花技术研究",
            "火炬计划",
            "绍兴甲纺织有限公司",
            KNOWN,
            "柯桥",
            "2013.5.6",
            "2013.05-2015.04",
            "２６０",
            "50",
            "张三",
            "在研",
        ],
        [
            2,
            "2013X002",
            "冷轧堆工艺",
            "星火",
            "绍兴乙印染有限公司",
            NEW,
            "",
            "2013年6月18日",
            "2013年6月至2014年5月",
            "1,200",
            "35万元",
            "李四",
            "进行中",
        ],
        *more,
        ["合计", "", "", "", "", "", "", "", "", "1460", "85", "", ""],
    )


def take(by, file, sheet="projects", name="ledger.xlsx"):
    return documents.check(documents.receive(by=by, sheet=sheets[sheet], file=file, name=name))


def test_an_ugly_ledger_is_previewed_and_stored(registrar, known):
    run = take(registrar, ledger())
    assert [fault for fault in run.report if fault["severity"] == "error"] == []
    assert run.counts["add"] == 2
    assert "N-PARTY-NEW" in run.counts["codes"]
    assert not Project.objects.exists()
    done = documents.store_run(by=registrar, run=run, confirmed=run.counts["to_confirm"])
    assert (done.counts["added"], done.counts["changed"]) == (2, 0)
    first = Project.objects.get(number="2013X001")
    assert (first.programme.code, first.undertaker, first.town.name) == ("torch", known, "柯桥街道")
    assert (first.budget_fen, first.grant_fen, first.leader.name) == (260_000_000, 50_000_000, "张三")
    assert (str(first.starts_on), str(first.ends_on)) == ("2013-05-01", "2015-04-30")
    second = Project.objects.get(number="2013X002")
    assert (second.undertaker.uscc, second.undertaker.name) == (NEW, "绍兴乙印染有限公司")
    assert second.grant_fen == 35_000_000
    assert Entry.objects.filter(kind="projects.project.imported").count() == 2


def test_the_same_rows_again_add_nothing(registrar, known):
    run = take(registrar, ledger())
    documents.store_run(by=registrar, run=run, confirmed=run.counts["to_confirm"])
    entries = Entry.objects.filter(kind__startswith="projects.").count()
    again = take(registrar, ledger())
    assert (again.counts["same"], again.counts["add"], again.counts["change"]) == (2, 0, 0)
    documents.store_run(by=registrar, run=again, confirmed=again.counts["to_confirm"])
    assert Project.objects.count() == 2
    assert Entry.objects.filter(kind__startswith="projects.").count() == entries


def test_a_change_is_shown_before_it_is_stored(registrar, known):
    run = take(registrar, ledger())
    documents.store_run(by=registrar, run=run, confirmed=run.counts["to_confirm"])
    changed = workbook(
        [*HEAD[1:5], "立项时间", "状态", "验收时间"],
        [
            "2013X001",
            "数码印花技术研究",
            "火炬计划",
            "绍兴甲纺织有限公司",
            "2013-05-06",
            "已验收",
            "2014-03-01",
        ],
    )
    again = take(registrar, changed)
    (row,) = again.rows
    assert row["outcome"] == "change"
    assert set(row["changes"]) == {"status", "closed_on"}
    documents.store_run(by=registrar, run=again)
    project = Project.objects.get(number="2013X001")
    assert (project.status, str(project.closed_on), project.budget_fen) == (
        "accepted",
        "2014-03-01",
        260_000_000,
    )


def test_what_would_change_is_shown_in_words(registrar, known):
    run = take(registrar, ledger())
    documents.store_run(by=registrar, run=run, confirmed=run.counts["to_confirm"])
    changed = workbook(
        [*HEAD[1:5], "镇（街道）", "立项时间", "补助（万元）", "项目负责人", "状态", "验收时间"],
        [
            "2013X001",
            "数码印花技术研究",
            "星火",
            "绍兴乙印染有限公司",
            "华舍",
            "2013-05-06",
            "60",
            "赵六",
            "已验收",
            "2014-03-01",
        ],
    )
    again = take(registrar, changed)
    assert again.rows[0]["changes"] == {
        "programme": ["国家火炬计划", "国家星火计划"],
        "town": ["柯桥街道", "华舍街道"],
        "grant_fen": ["50万元", "60万元"],
        "status": ["在研", "已验收"],
        "closed_on": ["", "2014-03-01"],
        "leader": ["张三", "赵六"],
        "organisation": ["绍兴甲纺织有限公司", "绍兴乙印染有限公司"],
    }
    documents.store_run(by=registrar, run=again)
    project = Project.objects.get(number="2013X001")
    assert (project.undertaker.name, project.leader.name) == ("绍兴乙印染有限公司", "赵六")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({3: "火箭计划"}, "E-CHOICE"),
        ({4: "绍兴丙针织有限公司", 5: ""}, "E-PARTY"),
        ({8: "明年"}, "E-TERM"),
        ({10: "9000"}, "E-PROJECT"),
        ({4: "绍兴甲纺织有限公司", 5: NEW}, "E-PARTY-CODE"),
    ],
)
def test_a_bad_row_is_refused_and_named(registrar, known, change, code):
    row = [
        3,
        "2013X003",
        "题目",
        "火炬计划",
        "绍兴甲纺织有限公司",
        KNOWN,
        "柯桥",
        "2013.5.6",
        "2013.05-2015.04",
        "260",
        "50",
        "王五",
        "在研",
    ]
    for index, value in change.items():
        row[index] = value
    run = take(registrar, workbook(HEAD, row))
    (error,) = [fault for fault in run.report if fault["severity"] == "error"]
    assert (error["code"], error["row"]) == (code, 2)
    assert all(error["text"])
    assert run.counts["add"] == 0


def test_another_name_for_a_known_code_must_be_confirmed(registrar, known):
    row = [
        3,
        "2013X003",
        "题目",
        "火炬计划",
        "绍兴甲纺织集团有限公司",
        KNOWN,
        "",
        "2013.5.6",
        "",
        "260",
        "50",
        "",
        "在研",
    ]
    run = take(registrar, workbook(HEAD, row))
    assert run.counts["to_confirm"] == ["W-RENAMED"]
    with pytest.raises(documents.NotConfirmed):
        documents.store_run(by=registrar, run=run)
    documents.store_run(by=registrar, run=run, confirmed={"W-RENAMED"})
    assert Project.objects.get().undertaker.name == "绍兴甲纺织有限公司"


def test_subsidies_go_in_once(registrar, known):
    take_projects = take(registrar, ledger())
    documents.store_run(by=registrar, run=take_projects, confirmed=take_projects.counts["to_confirm"])
    head = ["文号", "单位名称", "项目编号", "资金来源", "到账时间", "补助金额（万元）", "用途"]
    rows = [
        ["浙财教〔2013〕9号", "绍兴甲纺织有限公司", "2013X001", "国家", "2013-07-01", "50", "火炬计划补助"]
    ]
    run = take(registrar, workbook(head, *rows), "subsidies")
    documents.store_run(by=registrar, run=run, confirmed=run.counts["to_confirm"])
    (subsidy,) = Subsidy.objects.all()
    assert (subsidy.amount_fen, subsidy.level, subsidy.project.number) == (50_000_000, "national", "2013X001")
    assert take(registrar, workbook(head, *rows), "subsidies").counts["same"] == 1
