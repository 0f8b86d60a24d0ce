"""The template of a register to download: headings with units, a page of help with examples, choices to pick from."""

import io
from typing import Any

import xlsxwriter

from jingwei.documents.shapes import Column, ColumnKind, Sheet
from jingwei.kernel.text import Text

HELP = Text("填表说明", "How to fill in")
LISTS = "lists"
EXAMPLE = Text("示例（导入时跳过，请勿删改本行字样）", "Example (skipped by the import)")
OWN_SHEETS = frozenset({HELP.zh, HELP.en, LISTS})
DATA_ROWS = 10_000

_KINDS: dict[ColumnKind, Text] = {
    ColumnKind.TEXT: Text("文字", "Text"),
    ColumnKind.CODE: Text("编号，按文本填写", "Number, kept as text"),
    ColumnKind.DATE: Text("日期，如2013-05-06", "Date, such as 2013-05-06"),
    ColumnKind.AMOUNT: Text("金额", "Amount"),
    ColumnKind.COUNT: Text("整数", "Whole number"),
    ColumnKind.DECIMAL: Text("数值", "Number"),
    ColumnKind.PERCENT: Text("百分数，12表示12%", "Per cent: 12 for 12 %"),
    ColumnKind.CHOICE: Text("从下拉列表中选择", "Choose from the list"),
    ColumnKind.USCC: Text("18位统一社会信用代码", "Unified social credit code, 18 characters"),
    ColumnKind.RESIDENT_ID: Text("18位身份证号", "Resident id, 18 characters"),
    ColumnKind.TELEPHONE: Text("手机或固定电话（带区号）", "Mobile, or fixed line with area code"),
    ColumnKind.EMAIL: Text("电子邮箱", "E-mail address"),
}
_REQUIRED = Text("必填", "Required")
_OPTIONAL = Text("选填", "Optional")
_HELP_HEADS = (
    Text("列名", "Column"),
    Text("要求", "Need"),
    Text("填写方式", "How"),
    Text("说明", "Notes"),
    Text("示例", "Example"),
)
_AS_TEXT = (ColumnKind.CODE, ColumnKind.USCC, ColumnKind.RESIDENT_ID, ColumnKind.TELEPHONE, ColumnKind.TEXT)


def heading(column: Column, language: str) -> str:
    """A column's heading with its unit: 财政补助（万元）."""
    label = column.label.in_language(language)
    unit = "%" if column.kind is ColumnKind.PERCENT else column.unit
    if column.kind is ColumnKind.AMOUNT:
        unit = column.unit or "元"
    return f"{label}（{unit}）" if unit else label


def sheet_template(sheet: Sheet, language: str) -> bytes:
    """An .xlsx file to fill in: the table, a page of help with an example of every column, and the lists of choices."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    head = book.add_format(
        {"bold": True, "bg_color": "#E8EEF4", "border": 1, "text_wrap": True, "valign": "vcenter"}
    )
    must = book.add_format(
        {
            "bold": True,
            "bg_color": "#E8EEF4",
            "border": 1,
            "text_wrap": True,
            "valign": "vcenter",
            "font_color": "#A61B1B",
        }
    )
    text = book.add_format({"num_format": "@"})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    table = book.add_worksheet(_sheet_name(sheet, language))
    aid = book.add_worksheet(HELP.in_language(language))
    lists = book.add_worksheet(LISTS)
    lists.hide()
    table.freeze_panes(1, 0)
    table.set_row(0, 32)
    for place, column in enumerate(sheet.columns):
        shown = text if column.kind in _AS_TEXT else day if column.kind is ColumnKind.DATE else None
        table.set_column(place, place, max(12, min(36, len(heading(column, language)) * 2 + 4)), shown)
        table.write_string(0, place, heading(column, language), must if column.required else head)
        _validate(table, lists, place, column, language)
    _help(aid, sheet, language, head)
    book.close()
    return out.getvalue()


def _validate(table: Any, lists: Any, place: int, column: Column, language: str) -> None:
    if column.kind is not ColumnKind.CHOICE or column.choices is None:
        return
    spellings: dict[str, str] = {}
    for spelling, stored in column.choices().items():
        spellings.setdefault(stored, spelling)
    if not spellings:
        return
    lists.write_column(0, place, list(spellings.values()))
    letter = xlsxwriter.utility.xl_col_to_name(place, col_abs=True)
    table.data_validation(
        1,
        place,
        DATA_ROWS,
        place,
        {
            "validate": "list",
            "source": f"={LISTS}!{letter}$1:{letter}${len(spellings)}",
            "error_title": column.label.in_language(language)[:32],
            "error_message": _KINDS[ColumnKind.CHOICE].in_language(language),
        },
    )


def _help(aid: Any, sheet: Sheet, language: str, head: Any) -> None:
    aid.set_column(0, 4, 26)
    for place, name in enumerate(_HELP_HEADS):
        aid.write_string(0, place, name.in_language(language), head)
    for row, column in enumerate(sheet.columns, start=1):
        need = _REQUIRED if column.required else _OPTIONAL
        notes = column.help.in_language(language) if column.help else ""
        cells = (
            heading(column, language),
            need.in_language(language),
            _KINDS[column.kind].in_language(language),
            notes,
            column.example,
        )
        for place, value in enumerate(cells):
            aid.write_string(row, place, value)


def _sheet_name(sheet: Sheet, language: str) -> str:
    name = sheet.label.in_language(language)
    return "".join(character for character in name if character not in "[]:*?/\\'")[:31] or "data"
