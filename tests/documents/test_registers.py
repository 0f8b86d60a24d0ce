"""The registers' own sheets: their columns hold together, and their templates can be filled in."""

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from jingwei.documents.checking.labels import Labels, fold_label
from jingwei.documents.checking.sheet import check_grid
from jingwei.documents.shapes import ColumnKind, sheets
from jingwei.documents.sheets.template import sheet_template
from jingwei.kernel.amounts import UNITS
from jingwei.projects.models import Programme
from tests.documents.making import Sheetful, read_here, to_xlsx


@pytest.mark.parametrize("name", ["projects", "subsidies", "titles", "organisations"])
def test_columns_hold_together(name: str) -> None:
    sheet = sheets[name]
    kinds = {column.key: column.kind for column in sheet.columns}
    assert len(kinds) == len(sheet.columns)
    assert set(sheet.identity) <= set(kinds)
    for column in sheet.columns:
        assert column.names == "" or kinds[column.names] is ColumnKind.USCC
        assert column.not_before == "" or kinds[column.not_before] is ColumnKind.DATE
        assert column.compare_within == "" or column.compare_within in kinds
        assert column.kind is not ColumnKind.AMOUNT or column.unit in ("", *UNITS)
        assert (column.choices is not None) == (column.kind is ColumnKind.CHOICE)


@pytest.mark.parametrize("name", ["projects", "subsidies", "titles", "organisations"])
def test_no_heading_means_two_columns(name: str) -> None:
    sheet = sheets[name]
    labels = Labels(sheet.columns)
    for column in sheet.columns:
        for heading in (column.label.zh, column.label.en, *column.aliases):
            assert labels.key(heading) == column.key, (heading, fold_label(heading))


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("name", ["projects", "subsidies", "titles", "organisations"])
def test_every_register_has_a_template(name: str, language: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(sheet_template(sheets[name], language)))
    labels = Labels(sheets[name].columns)
    assert [labels.key(str(cell.value)) for cell in book.worksheets[0][1]] == [
        c.key for c in sheets[name].columns
    ]


@pytest.mark.django_db
def test_an_ugly_ledger_of_projects_is_understood(tmp_path: Path) -> None:
    """Title, unit above the head, two levels, merged programme, full width, 万元 and 元, subtotal, total, remark."""
    Programme.objects.create(code="torch", name="国家火炬计划", level="national")
    Programme.objects.create(code="spark", name="国家星火计划", level="national")
    made = Sheetful(
        rows=[
            {
                "p": "国家火炬计划",
                "n": "2013GH01",
                "t": "数码印花",
                "f": "青石纺织有限公司",
                "d": "2013.5.6",
                "b": "１２０",
                "g": 30,
            },
            {
                "p": None,
                "n": "2013GH02",
                "t": "节水染整",
                "f": "东篱印染有限公司",
                "d": "2013年6月",
                "b": "800000元",
                "g": 20.5,
            },
            {
                "p": "国家星火计划",
                "n": "2013GA01",
                "t": "茶园除草",
                "f": "白鹭茶业有限公司",
                "d": 41400,
                "b": "90.5",
                "g": None,
            },
        ],
        keys=list("pntfdbg"),
        above=[["绍兴县2013年国家级科技项目一览表"], [None, None, None, None, None, "单位：万元"]],
    )
    made.head_rows = [
        ["计划类别", "项目编号", "项目名称", "承担单位", "立项时间", "经费", None],
        [None, None, None, None, None, "合计", "其中：财政"],
    ]
    made.merges = [(1, 1, 1, 7), (3, 6, 3, 7), (5, 1, 6, 1), *((3, place, 4, place) for place in range(1, 6))]
    made.extra = {
        2: ["小  计", None, None, None, None, 200, 50.5],
        3: ["合计", None, None, None, None, 290.5, 50.5],
    }
    sheet = sheets["projects"]
    book = read_here(to_xlsx(made), tmp_path)
    checked = check_grid(sheet.columns, sheet.identity, book, book.sheets[0], date(2014, 1, 1))
    assert [(fault.code, fault.row) for fault in checked.all_faults() if fault.severity != "note"] == []
    values = [
        (row.values["programme"], row.values["budget_fen"], row.values["grant_fen"]) for row in checked.rows
    ]
    assert [(budget, grant) for _, budget, grant in values] == [
        (120 * 10**6, 30 * 10**6),
        (80 * 10**6, 205 * 10**5),
        (905 * 10**5, None),
    ]
    assert values[0][0] == values[1][0] != values[2][0]
    assert [row.values["listed_on"] for row in checked.rows] == [
        date(2013, 5, 6),
        date(2013, 6, 1),
        date(2013, 5, 6),
    ]
