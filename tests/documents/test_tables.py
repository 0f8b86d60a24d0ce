"""What the kinds do not reach: optional identities, remarks, heads of two levels, names, templates, file names."""

import io
import random
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from jingwei.documents.checking.cleaning import clean
from jingwei.documents.checking.labels import Labels
from jingwei.documents.checking.names import name_key
from jingwei.documents.checking.sheet import Checked, check_grid
from jingwei.documents.checking.verdicts import VERDICTS
from jingwei.documents.reading.grid import Book, Cell, CellKind, Grid
from jingwei.documents.shapes import Column, ColumnKind, Sheet
from jingwei.documents.sheets.previewing import worksheets_of
from jingwei.documents.sheets.template import sheet_template
from jingwei.documents.storage import safe_name
from jingwei.kernel.text import Text
from tests.documents.making import (
    COLUMNS,
    HEADINGS,
    KEYS,
    check_here,
    read_here,
    table,
    to_text,
    to_xlsx,
    typed,
)

SUBSIDIES = (
    Column("document", Text("文号", "Document"), required=True),
    Column("project", Text("项目编号", "Project"), ColumnKind.CODE),
    Column("amount", Text("金额", "Amount"), ColumnKind.AMOUNT, unit="万元", compare_within="document"),
)


def check_rows(columns: tuple[Column, ...], identity: tuple[str, ...], *rows: tuple[Any, ...]) -> Checked:
    grid = Grid("表")
    for number, row in enumerate(rows, start=1):
        grid.rows[number] = [
            Cell(CellKind.EMPTY)
            if value is None
            else Cell(CellKind.NUMBER if isinstance(value, (int, float)) else CellKind.TEXT, f"{value}")
            for value in row
        ]
    return check_grid(columns, identity, Book("xlsx", [grid]), grid, date(2014, 1, 1))


def codes(checked: Checked) -> list[tuple[str, int | None]]:
    return [(fault.code, fault.row) for fault in checked.all_faults() if not fault.code.startswith("N-")]


HEAD = ("文号", "项目编号", "金额")


def test_an_optional_part_of_the_identity_may_be_empty() -> None:
    checked = check_rows(
        SUBSIDIES, ("document", "project"), HEAD, ("甲", None, 1), ("甲", "P1", 2), ("乙", None, 3)
    )
    assert codes(checked) == []
    assert [row.values["amount"] for row in checked.rows] == [10**6, 2 * 10**6, 3 * 10**6]


def test_two_rows_with_the_same_empty_part_are_the_same() -> None:
    checked = check_rows(SUBSIDIES, ("document", "project"), HEAD, ("甲", None, 1), ("甲", None, 2))
    assert codes(checked) == [("E-DUP", 2), ("E-DUP", 3)]


def test_a_remark_and_a_repeated_head_are_skipped() -> None:
    rows = [("甲", "P1", 1), HEAD, ("乙", "P2", 2), ("注：以上金额为到账数", None, None)]
    checked = check_rows(SUBSIDIES, ("document", "project"), HEAD, *rows)
    assert codes(checked) == []
    assert [row.number for row in checked.rows] == [2, 4]
    assert [fault.code for fault in checked.faults] == ["N-HEADER-AGAIN", "N-REMARK"]


def test_a_total_above_the_rows_is_checked_as_well() -> None:
    rows = [("甲", "P1", 1), ("乙", "P2", 2)]
    assert codes(check_rows(SUBSIDIES, ("document",), HEAD, ("合计", None, 3), *rows)) == []
    assert codes(check_rows(SUBSIDIES, ("document",), HEAD, ("合计", None, 4), *rows)) == [("E-SUM", 2)]


def test_a_total_over_an_unread_value_is_not_judged() -> None:
    rows = [("甲", "P1", "若干"), ("乙", "P2", 2), ("合计", None, 3)]
    checked = check_rows(SUBSIDIES, ("document",), HEAD, *rows)
    assert codes(checked) == [("E-NUMBER", 2)]
    assert "N-SUM-UNCHECKED" in [fault.code for fault in checked.faults]


def test_a_head_alone_is_no_register() -> None:
    assert codes(check_rows(SUBSIDIES, ("document",), HEAD)) == [("E-NO-ROWS", None)]


def test_amounts_are_compared_with_their_like() -> None:
    """100 of 5万 and 100 of 500万 under two programmes: only a slip within its own group stands out."""
    chance = random.Random(3)
    small = [("星火", f"A{n}", chance.randrange(40, 60) / 10) for n in range(12)]
    large = [("火炬", f"B{n}", chance.randrange(4000, 6000) / 10) for n in range(12)]
    assert codes(check_rows(SUBSIDIES, ("document", "project"), HEAD, *small, *large)) == []
    slipped = [*small, ("星火", "A99", 50.0)]
    checked = check_rows(SUBSIDIES, ("document", "project"), HEAD, *slipped, *large)
    assert codes(checked) == [("W-UNIT-OUTLIER", 14)]


def test_a_two_level_head_in_a_text_file_is_understood(tmp_path: Path) -> None:
    made = table(1)
    upper: list[Any] = [HEADINGS[key] for key in KEYS]
    at = KEYS.index("budget")
    upper[at : at + 2] = ["金额（万元）", None]
    lower: list[Any] = [None] * len(KEYS)
    lower[at : at + 2] = ["合计", "其中：财政"]
    made.head_rows = [upper, lower]
    checked = check_here(to_text(made), tmp_path)
    assert codes(checked) == []
    assert [row.values for row in checked.rows] == [typed(row) for row in made.rows]


def test_the_file_keeps_its_own_headings_in_what_is_said(tmp_path: Path) -> None:
    made = table(1)
    made.headings["listed"] = "立项\n日期*"
    made.rows[0]["listed"] = "待定"
    (fault,) = [
        fault for fault in check_here(to_xlsx(made), tmp_path).all_faults() if fault.severity == "error"
    ]
    assert (fault.column, fault.value, fault.sheet, fault.row) == ("立项 日期*", "待定", "台账", 2)


def test_english_headings_are_understood(tmp_path: Path) -> None:
    made = table(1)
    made.headings = {column.key: column.label.en for column in COLUMNS} | {"share": "Own share (%)"}
    assert codes(check_here(to_xlsx(made), tmp_path)) == []


def test_the_nearest_heading_is_offered() -> None:
    labels = Labels(COLUMNS)
    assert labels.nearest(COLUMNS[1], ["项目名", "备注"]) == "项目名"
    assert labels.nearest(COLUMNS[1], ["备注"]) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("青石(柯桥)纺织有限公司", "青石（柯桥）纺织有限公司"),
        ("青石纺织有限公司", "青石纺织有限责任公司"),
        ("紹興縣青石紡織廠", "绍兴县青石纺织厂"),
        ("青石 纺织·有限公司", "青石纺织有限公司"),
    ],
)
def test_names_that_may_be_one_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_different_names_keep_different_keys() -> None:
    assert name_key("青石纺织有限公司") != name_key("青石针纺有限公司")


@pytest.mark.parametrize(
    "text", ["㼆", "𬭎镇", "café", "Ünal GmbH", "±5℃", "α-淀粉酶", "①②", "10²", "Ⅱ型", "联通", "😀"]
)
def test_uncommon_characters_are_left_alone(text: str) -> None:
    assert clean(text) == (text, ())


def test_every_verdict_is_said_in_both_languages() -> None:
    for code, verdict in VERDICTS.items():
        assert code[:2] in ("E-", "W-", "N-")
        assert {"E": "error", "W": "warning", "N": "note"}[
            code[0]
        ] == verdict.severity or code == "E-MOJIBAKE"
        for text in filter(None, (verdict.text, verdict.remedy)):
            assert text.zh
            assert text.en
            assert set(_fields(text.zh)) == set(_fields(text.en)), code


def _fields(text: str) -> list[str]:
    return [piece.split("}")[0] for piece in text.split("{")[1:]]


def test_fewer_than_all_columns_are_enough(tmp_path: Path) -> None:
    made = table(1)
    made.keys = [column.key for column in COLUMNS if column.required]
    checked = check_here(to_xlsx(made), tmp_path)
    assert codes(checked) == []
    assert set(checked.rows[0].values) == set(made.keys)


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_template_filled_in_is_imported_without_a_word(
    language: str, sheet: Sheet, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(sheet_template(sheet, language)))
    page = book.worksheets[0]
    made = table(1)
    for number, row in enumerate(made.rows, start=2):
        for place, key in enumerate(KEYS, start=1):
            page.cell(number, place, row[key])
    out = io.BytesIO()
    book.save(out)
    read = read_here(out.getvalue(), tmp_path)
    assert [one["fits"] for one in worksheets_of(read, sheet)] == [True]
    checked = check_grid(sheet.columns, sheet.identity, read, read.sheets[0], date(2014, 1, 1))
    assert [fault for fault in checked.all_faults() if fault.severity != "note"] == []
    assert [row.values for row in checked.rows] == [typed(row) for row in made.rows]


def test_the_template_offers_the_choices_and_explains_every_column(sheet: Sheet) -> None:
    book = openpyxl.load_workbook(io.BytesIO(sheet_template(sheet, "zh-hans")))
    page, aid, lists = book.worksheets
    assert (page.title, aid.title, lists.sheet_state) == ("项目台账", "填表说明", "hidden")
    assert {cell.value for cell in lists["C"] if cell.value} == {
        "星火计划",
        "火炬计划",
        "创新基金",
        "重点新产品",
    }
    assert len(page.data_validations.dataValidation) == 2
    assert aid.max_row == len(COLUMNS) + 1


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("台账.xlsx", "台账.xlsx"),
        ("..\\..\\a/b.csv", "b.csv"),
        ("a\x00b\n.csv", "a_b_.csv"),
        ("x\u202excod.exe", "x_xcod.exe"),
        ("CON.xlsx", "file_CON.xlsx"),
        ("...", "file"),
        ("", "file"),
        ('<"|?*>.csv', "_.csv"),
    ],
)
def test_file_names_are_made_safe(given: str, safe: str) -> None:
    assert safe_name(given) == safe


def test_long_file_names_keep_their_ending() -> None:
    name = safe_name("长" * 300 + ".xlsx")
    assert len(name) <= 120
    assert name.endswith("长.xlsx")
