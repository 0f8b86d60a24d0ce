"""Registers as they really arrive: clean tables from a seed, to be spoilt one way at a time, as .xlsx or text."""

import csv
import io
import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import xlsxwriter

from jingwei.documents.checking.sheet import Checked, check_grid
from jingwei.documents.reading import worker
from jingwei.documents.reading.grid import Book, book_from_wire
from jingwei.documents.reading.launch import _lines
from jingwei.documents.reading.limits import DEFAULT, Limits
from jingwei.documents.shapes import Column, ColumnKind
from jingwei.kernel.amounts import WAN
from jingwei.kernel.identifiers import resident_id, uscc
from jingwei.kernel.text import Text

TODAY = date(2014, 3, 1)
STATES = {"在研": "running", "进行中": "running", "已验收": "accepted", "完成": "accepted", "终止": "stopped"}
PROGRAMMES = {"星火计划": "spark", "火炬计划": "torch", "创新基金": "innofund", "重点新产品": "newproduct"}

COLUMNS: tuple[Column, ...] = (
    Column("number", Text("项目编号", "Project number"), ColumnKind.CODE, required=True),
    Column("name", Text("项目名称", "Project name"), required=True, max_length=100),
    Column(
        "programme",
        Text("计划类别", "Programme"),
        ColumnKind.CHOICE,
        required=True,
        choices=lambda: PROGRAMMES,
    ),
    Column("firm", Text("承担单位", "Undertaker"), required=True, names="uscc", fill_down=True),
    Column("uscc", Text("统一社会信用代码", "Credit code"), ColumnKind.USCC, fill_down=True),
    Column("town_code", Text("镇街代码", "Town code"), ColumnKind.CODE, length=6),
    Column("leader", Text("负责人", "Leader")),
    Column("telephone", Text("联系电话", "Telephone"), ColumnKind.TELEPHONE),
    Column("email", Text("电子邮箱", "E-mail"), ColumnKind.EMAIL),
    Column("resident", Text("身份证号", "Resident id"), ColumnKind.RESIDENT_ID),
    Column("listed", Text("立项日期", "Listed on"), ColumnKind.DATE, required=True),
    Column("ends", Text("结束日期", "Ends on"), ColumnKind.DATE, not_before="listed"),
    Column("budget", Text("总经费", "Budget"), ColumnKind.AMOUNT, unit="万元", aliases=("金额",)),
    Column("grant", Text("财政补助", "Grant"), ColumnKind.AMOUNT, unit="万元", aliases=("财政",), minimum=0),
    Column("staff", Text("参加人数", "Staff"), ColumnKind.COUNT, unit="人"),
    Column("area", Text("用房面积", "Area"), ColumnKind.DECIMAL, unit="平方米"),
    Column("share", Text("自筹比例", "Own share"), ColumnKind.PERCENT),
    Column("state", Text("状态", "State"), ColumnKind.CHOICE, choices=lambda: STATES),
)
BY_KEY = {column.key: column for column in COLUMNS}
KEYS = [column.key for column in COLUMNS]
IDENTITY = ("number",)
HEADINGS = {
    column.key: f"{column.label.zh}（{column.unit}）" if column.unit else column.label.zh
    for column in COLUMNS
} | {"share": "自筹比例（%）"}

_FAMILY = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚"
_PLACES = ("云溪", "柳浦", "青石", "望湖", "东篱", "白鹭")
_TRADES = ("纺织", "印染", "机械", "生物", "电子", "新材料", "绣品", "环保")
_THINGS = ("数码印花", "节水染整", "智能验布", "生物酶退浆", "涤纶仿真丝", "污泥干化", "高速经编", "织物检测")


@dataclass
class Raw:
    """A cell for the .xlsx writer that is no plain value: a formula with its cached result, a number format."""

    value: Any = None
    formula: str = ""
    format: str = ""


@dataclass
class Sheetful:
    """A table to be written; `rows` by column key. Row numbers count from 1 as a spreadsheet shows them."""

    rows: list[dict[str, Any]]
    keys: list[str] = field(default_factory=lambda: list(KEYS))
    headings: dict[str, str] = field(default_factory=lambda: dict(HEADINGS))
    above: list[list[Any]] = field(default_factory=list)
    head_rows: list[list[Any]] | None = None
    extra: dict[int, list[Any]] = field(default_factory=dict)  # whole rows before data row n
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)  # rows and columns from 1
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    more_sheets: list[tuple[str, "Sheetful | None"]] = field(default_factory=list)
    is_1904: bool = False

    def lines(self) -> list[list[Any]]:
        """All rows as lists."""
        head = self.head_rows or [[self.headings[key] for key in self.keys]]
        lines = [*self.above, *head]
        for index, row in enumerate(self.rows):
            if index in self.extra:
                lines.append(self.extra[index])
            lines.append([row.get(key) for key in self.keys])
        if len(self.rows) in self.extra:
            lines.append(self.extra[len(self.rows)])
        return lines

    def number(self, index: int) -> int:
        """The row number of data row `index`."""
        before = sum(1 for place in self.extra if place <= index)
        return len(self.above) + len(self.head_rows or [0]) + index + 1 + before

    def place(self, key: str) -> int:
        """The column of `key`, from 1."""
        return self.keys.index(key) + 1

    def total(self, label: str, rows: list[dict[str, Any]] | None = None) -> list[Any]:
        """A line that adds `rows` up."""
        summed = {
            key: sum((Decimal(str(row[key])) for row in rows or self.rows), Decimal(0))
            for key in ("budget", "grant", "staff", "area")
        }
        return [
            label if key == "number" else float(summed[key]) if key in summed else None for key in self.keys
        ]


def table(seed: int, count: int = 12) -> Sheetful:
    """A clean table."""
    chance = random.Random(seed)
    return Sheetful([row(chance, index) for index in range(count)])


def row(chance: random.Random, index: int) -> dict[str, Any]:
    """A clean row as it stands in cells: amounts in 万元, texts, dates."""
    serial = chance.randrange(10**7)
    firm = f"{chance.choice(_PLACES)}{chance.choice(_TRADES)}{serial % 900 + 100}有限公司"
    listed = date(2013, 1, 1) + timedelta(days=chance.randrange(360))
    born = f"19{chance.randrange(50, 90)}{chance.randrange(1, 13):02d}15"
    body = f"3306{chance.randrange(10, 30)}{born}{index % 1000:03d}"
    budget = chance.randrange(400, 1600) / 10
    return {
        "number": f"2013C{chance.randrange(10, 99)}{index:04d}",
        "name": f"{chance.choice(_THINGS)}技术研究及产业化{index}",
        "programme": chance.choice(list(PROGRAMMES)),
        "firm": firm,
        "uscc": uscc.make_uscc("9", "1", uscc.DEMO_REGION, serial * 10 + index % 10),
        "town_code": f"33060{chance.randrange(1, 9)}",
        "leader": chance.choice(_FAMILY) + chance.choice(_GIVEN) + chance.choice(_GIVEN),
        "telephone": f"13{chance.randrange(10**9):09d}",
        "email": f"user{index}@example.cn",
        "resident": body + resident_id.check_character(body),
        "listed": listed,
        "ends": listed + timedelta(days=365 + chance.randrange(300)),
        "budget": budget,
        "grant": round(budget * 0.2, 1),
        "staff": chance.randrange(3, 40),
        "area": chance.randrange(1000, 90000) / 10,
        "share": chance.randrange(20, 90),
        "state": chance.choice(("在研", "已验收", "终止")),
    }


def typed(row: dict[str, Any]) -> dict[str, Any]:
    """The row as it should come out."""
    values = dict(row)
    for key in ("budget", "grant"):
        values[key] = int(Decimal(str(row[key])) * WAN)
    values["area"] = (
        Decimal(f"{row['area']:g}") if float(row["area"]).is_integer() else Decimal(str(row["area"]))
    )
    values["share"] = Decimal(row["share"])
    values["programme"], values["state"] = PROGRAMMES[row["programme"]], STATES[row["state"]]
    return values


def to_xlsx(sheet: Sheetful, name: str = "台账") -> bytes:
    """The table as a workbook."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options | ({"date_1904": True} if sheet.is_1904 else {}))
    _write_sheet(book, sheet, name)
    for other, table_ in sheet.more_sheets:
        if table_ is None:
            book.add_worksheet(other).write_string(0, 0, "说明文字")
        else:
            _write_sheet(book, table_, other)
    book.close()
    return out.getvalue()


def _write_sheet(book: Any, sheet: Sheetful, name: str) -> None:
    page = book.add_worksheet(name)
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    merged = {
        (top + down, left + right)
        for top, left, bottom, last in sheet.merges
        for down in range(bottom - top + 1)
        for right in range(last - left + 1)
    }
    for number, line in enumerate(sheet.lines(), start=1):
        for place, value in enumerate(line, start=1):
            if (number, place) not in merged:
                _write_cell(book, page, number - 1, place - 1, value, day)
    lines = sheet.lines()
    for top, left, bottom, right in sheet.merges:
        value = lines[top - 1][left - 1]
        page.merge_range(top - 1, left - 1, bottom - 1, right - 1, "" if value is None else value)
        _write_cell(book, page, top - 1, left - 1, value, day)
    for number in sheet.hidden_rows:
        page.set_row(number - 1, None, None, {"hidden": True})
    for place in sheet.hidden_columns:
        page.set_column(place - 1, place - 1, None, None, {"hidden": True})


def _write_cell(book: Any, page: Any, row: int, column: int, value: Any, day: Any) -> None:
    if isinstance(value, Raw):
        shown = book.add_format({"num_format": value.format}) if value.format else None
        if value.formula:
            page.write_formula(row, column, value.formula, shown, "" if value.value is None else value.value)
        else:
            page.write_number(row, column, value.value, shown)
    elif isinstance(value, date):
        page.write_datetime(row, column, value, day)
    elif isinstance(value, str):
        page.write_string(row, column, value)
    elif value is not None:
        page.write_number(row, column, value)


def to_text(sheet: Sheetful, encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    """The table as a text file."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    for line in sheet.lines():
        writer.writerow(["" if value is None else value for value in line])
    return out.getvalue().encode(encoding)


def read_here(content: bytes, tmp: Any, name: str = "台账.xlsx", limits: Limits = DEFAULT) -> Book:
    """Read `content` in this process, by the worker's own code (the process itself is tested in test_worker)."""
    path = tmp / "file"
    path.write_bytes(content)
    out = io.StringIO()
    worker.work(path, name, limits, out)
    return book_from_wire(_lines(io.BytesIO(out.getvalue().encode("utf-8", "surrogatepass"))))


def check_here(content: bytes, tmp: Any, name: str = "台账.xlsx", worksheet: str | None = None) -> Checked:
    """Read and check the first sheet (or the one named) against `COLUMNS`."""
    book = read_here(content, tmp, name)
    grid = book.sheets[0] if worksheet is None else book.sheet(worksheet)
    assert grid is not None
    return check_grid(COLUMNS, IDENTITY, book, grid, TODAY)
