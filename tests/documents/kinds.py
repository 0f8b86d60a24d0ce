"""The ways a file can be bad: each spoils a clean table by chance and says which verdict must fall on which cell.

`KINDS` maps a name (after design's table) to a function `(chance, table) -> Spoilt`.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from jingwei.kernel.amounts import WAN
from tests.documents.making import HEADINGS, KEYS, Raw, Sheetful, to_text, to_xlsx


@dataclass
class Spoilt:
    """A bad file: its bytes, the verdict expected with row and column key (None: of the file), other codes allowed."""

    content: bytes
    code: str
    row: int | None = None
    key: str = ""
    also: frozenset[str] = frozenset()
    values: dict[tuple[int, str], Any] = field(default_factory=dict)  # (row, key) -> value that must come out
    is_refused: bool = False  # not even read
    heading: str = ""


Kind = Callable[[random.Random, Sheetful], Spoilt]
KINDS: dict[str, Kind] = {}


def kind(function: Kind) -> Kind:
    """Enter a kind."""
    KINDS[function.__name__] = function
    return function


def cell(name: str, key: str, code: str, bad: Callable[[random.Random, Any], Any], **words: Any) -> None:
    """A kind that spoils one cell of an .xlsx file (or, with text=True, of a text file)."""
    is_text = words.pop("text", False)
    value = words.pop("value", None)

    def spoil(chance: random.Random, table: Sheetful) -> Spoilt:
        index = chance.randrange(len(table.rows))
        good = table.rows[index][key]
        table.rows[index][key] = bad(chance, good)
        number = table.number(index)
        values = {} if value is None else {(number, key): value(good)}
        content = to_text(table) if is_text else to_xlsx(table)
        return Spoilt(content, code, number, key, values=values, **words)

    KINDS[name] = spoil


def _wide(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def _other(chance: random.Random, characters: str, avoid: str) -> str:
    return chance.choice([c for c in characters if c != avoid])


def _garble(text: str) -> str:
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in text.encode())


def _wrong_check(chance: random.Random, code: str) -> str:
    place = chance.randrange(8, 17)
    return code[:place] + _other(chance, "0123456789", code[place]) + code[place + 1 :]


def _swap_digit(chance: random.Random, number: str) -> str:
    place = chance.randrange(14, 17)
    return number[:place] + _other(chance, "0123456789", number[place]) + number[place + 1 :]


def _fen(good: float) -> int:
    return round(good * WAN)


# one cell
cell("mojibake", "name", "E-MOJIBAKE", lambda c, v: _garble(v[:4]) + "2013")
cell("full_width_digits", "budget", "N-WIDTH", lambda c, v: _wide(str(v)), value=_fen)
cell("full_width_telephone", "telephone", "N-WIDTH", lambda c, v: _wide(v), value=str)
cell("thousands", "area", "N-SEPARATORS", lambda c, v: f"{1000 + c.randrange(9000):,}.5", also=frozenset())
cell(
    "thousands_wide",
    "budget",
    "N-WIDTH",
    lambda c, v: "1，234",
    also=frozenset({"N-SEPARATORS", "W-UNIT-OUTLIER"}),
)
cell("cell_has_unit", "budget", "N-UNIT", lambda c, v: f"{round(v * 10000)}元", value=_fen)
cell("cell_has_unit_yi", "budget", "N-UNIT", lambda c, v: "0.01亿元", value=lambda v: 100 * WAN)
cell("unit_contradiction", "budget", "E-UNIT", lambda c, v: f"{v}元")
cell("foreign_unit", "budget", "E-UNIT", lambda c, v: f"{v}万美元")
cell("other_unit", "area", "E-UNIT", lambda c, v: f"{v}亩")
cell("outlier_1000", "budget", "W-UNIT-OUTLIER", lambda c, v: v * 1000)
cell("outlier_10000", "budget", "W-UNIT-OUTLIER", lambda c, v: v * 10000)
cell("outlier_small", "budget", "W-UNIT-OUTLIER", lambda c, v: v / 10000, also=frozenset({"N-ROUND"}))
cell("brackets_negative", "budget", "N-NEGATIVE", lambda c, v: f"({v})", value=lambda v: -_fen(v))
cell("negative_forbidden", "grant", "E-RANGE", lambda c, v: f"－{v}")
cell("percent_sign", "share", "", lambda c, v: f"{v}%", value=lambda v: v)
cell("number_as_text", "budget", "N-TEXTNUM", lambda c, v: str(v), value=_fen)
cell("apostrophe", "staff", "N-APOSTROPHE", lambda c, v: f"'{v}", value=int, text=True)
cell("sci_uscc_text", "uscc", "E-SCI", lambda c, v: "9.13306E+17")
cell("sci_uscc_number", "uscc", "E-SCI", lambda c, v: float(f"9133062{c.randrange(10**10)}5"))
cell("sci_resident", "resident", "E-SCI", lambda c, v: 330621197001011234.0)
cell("sci_number_csv", "number", "E-SCI", lambda c, v: "2.01306E+15", text=True)
cell("zero_lost_code", "town_code", "E-ZERO", lambda c, v: c.randrange(10000, 99999))
cell("zero_lost_area", "telephone", "E-ZERO", lambda c, v: 57584120000 + c.randrange(9999))
cell(
    "zeros_by_format",
    "town_code",
    "N-ZEROS",
    lambda c, v: Raw(4567, format="000000"),
    value=lambda v: "004567",
)
cell("date_dots", "listed", "N-DATE", lambda c, v: f"{v.year}.{v.month}.{v.day}", value=lambda v: v)
cell("date_chinese", "listed", "N-DATE", lambda c, v: f"{v.year}年{v.month}月{v.day}日", value=lambda v: v)
cell(
    "date_month",
    "listed",
    "N-DATE-MONTH",
    lambda c, v: f"{v.year}年{v.month}月",
    value=lambda v: v.replace(day=1),
)
cell("date_compact", "listed", "N-DATE", lambda c, v: f"{v:%Y%m%d}", value=lambda v: v)
cell("date_compact_number", "listed", "N-DATE", lambda c, v: int(f"{v:%Y%m%d}"), value=lambda v: v)
cell("date_serial", "listed", "N-DATE", lambda c, v: (v - date(1899, 12, 30)).days, value=lambda v: v)
cell("date_wide", "listed", "N-DATE", lambda c, v: _wide(f"{v:%Y-%m-%d}"), value=lambda v: v)
cell(
    "date_ambiguous",
    "ends",
    "E-DATE-AMBIG",
    lambda c, v: f"{c.randrange(10, 13)}/{c.randrange(1, 10)}/{c.randrange(13, 15)}",
)
cell(
    "date_ambiguous_13", "ends", "E-DATE-AMBIG", lambda c, v: f"13/{c.randrange(1, 13)}/{c.randrange(1, 13)}"
)
cell("date_two_ends", "ends", "E-DATE-AMBIG", lambda c, v: f"{c.randrange(1, 6)}/{c.randrange(7, 12)}/2014")
cell("date_phantom", "ends", "E-DATE", lambda c, v: Raw(60, format="yyyy-mm-dd"))
cell("date_year_only", "ends", "E-DATE", lambda c, v: 2014)
cell("date_words", "ends", "E-DATE", lambda c, v: c.choice(("年底", "长期", "待定")))
cell("date_impossible", "ends", "E-DATE-RANGE", lambda c, v: f"2015-02-{c.choice((29, 30, 31))}")
cell("date_1899", "ends", "E-DATE-RANGE", lambda c, v: "1899-12-31")
cell("date_2113", "ends", "E-DATE-RANGE", lambda c, v: date(2113, 5, 6))
cell(
    "date_before", "ends", "E-DATE-RANGE", lambda c, v: date(2012, 12, 31) - timedelta(days=c.randrange(300))
)
cell("uscc_check", "uscc", "E-USCC", _wrong_check)
cell("uscc_short", "uscc", "E-USCC", lambda c, v: v[:-1])
cell(
    "uscc_letter",
    "uscc",
    "E-USCC",
    lambda c, v: v[: v.index("0")] + c.choice("OIZSV") + v[v.index("0") + 1 :],
)
cell("uscc_spaces", "uscc", "N-SEPARATORS", lambda c, v: f"{v[:8]} {v[8:]}", value=str)
cell("spaces", "name", "N-SPACE", lambda c, v: f"　{v}\u00a0 ", value=str)
cell(
    "zero_width",
    "name",
    "N-INVISIBLE",
    lambda c, v: v[:3] + c.choice("\u200b\ufeff\u2060") + v[3:],
    value=str,
)
cell("private_glyph", "firm", "E-PUA", lambda c, v: v[:2] + chr(c.randrange(0xE000, 0xF8FF)) + v[2:])
cell("control", "name", "E-CHAR", lambda c, v: v[:2] + "\x07" + v[2:], text=True)
cell("rare_kept", "leader", "", lambda c, v: "王" + c.choice("㼆𬭎𠮷䶮"), value=None)
cell("formula_missing", "budget", "E-FORMULA", lambda c, v: Raw("#REF!", formula="=1+#REF!"))
cell(
    "formula_error",
    "budget",
    "E-FORMULA",
    lambda c, v: Raw(c.choice(("#N/A", "#DIV/0!", "#VALUE!")), formula="=1/0"),
)
cell("formula_link", "budget", "E-LINK", lambda c, v: Raw(v, formula="='[1]年报'!A1"))
cell("equals_text", "name", "", lambda c, v: c.choice("=+-@") + "SUM(1)", value=None)
cell("id_check", "resident", "E-ID", _swap_digit)
cell("id_birth", "resident", "E-ID", lambda c, v: v[:10] + "13" + v[12:])
cell("id_short", "resident", "E-ID", lambda c, v: v[:16])
cell("mobile_short", "telephone", "E-TEL", lambda c, v: v[:10])
cell("telephone_words", "telephone", "E-TEL", lambda c, v: "见附表")
cell("email_wide", "email", "N-AT", lambda c, v: v.replace("@", "＠"), value=str)
cell("email_bad", "email", "E-EMAIL", lambda c, v: v.replace("@", c.choice(("", "#", "@@"))))
cell(
    "two_telephones", "telephone", "E-TWO", lambda c, v: v + c.choice(("/", "、", "\n", "；")) + "13900000001"
)
cell("two_emails", "email", "E-TWO", lambda c, v: f"{v};other@example.cn")
cell("two_amounts", "budget", "E-TWO", lambda c, v: f"{v}/{v + 1}")
cell("range", "staff", "E-SPAN", lambda c, v: f"{v}{c.choice(('-', '~', '至', '—'))}{v + 2}人")
cell("words_for_number", "staff", "E-NUMBER", lambda c, v: c.choice(("若干", "十余", "约")))
cell("fraction_count", "staff", "E-NUMBER", lambda c, v: v + 0.5)
cell("required_empty", "name", "E-REQUIRED", lambda c, v: None)
cell(
    "required_nothing",
    "name",
    "E-REQUIRED",
    lambda c, v: c.choice(("无", "/", "-", "N/A")),
    also=frozenset({"N-EMPTY"}),
)
cell("nothing", "leader", "N-EMPTY", lambda c, v: c.choice(("无", "/", "-", "N/A", "——")))
cell("too_long", "name", "E-LONG", lambda c, v: v * 20)
cell("choice_unknown", "state", "E-CHOICE", lambda c, v: c.choice(("在研中", "不详", "？")))
cell("choice_synonym", "state", "N-SYNONYM", lambda c, v: "进行中", value=lambda v: "running")
cell("code_as_date", "number", "E-CODE-DATE", lambda c, v: date(2013, 5, c.randrange(1, 28)))
cell("code_length", "town_code", "E-LENGTH", lambda c, v: v + "00")


@kind
def uscc_case(chance: random.Random, table: Sheetful) -> Spoilt:
    """A credit code in small letters (only codes with a letter can be)."""
    index = chance.randrange(len(table.rows))
    table.rows[index]["uscc"] = "9144030071526726xg"
    number = table.number(index)
    return Spoilt(to_xlsx(table), "N-CASE", number, "uscc", values={(number, "uscc"): "9144030071526726XG"})


# encodings and delimiters
@kind
def gb18030(chance: random.Random, table: Sheetful) -> Spoilt:
    return Spoilt(to_text(table, "gb18030"), "N-ENC")


@kind
def utf8_bom(chance: random.Random, table: Sheetful) -> Spoilt:
    return Spoilt(to_text(table, "utf-8-sig"), "N-ENC")


@kind
def utf16(chance: random.Random, table: Sheetful) -> Spoilt:
    content = to_text(table, "utf-16-le", "\t")
    return Spoilt(chance.choice((b"\xff\xfe", b"")) + content, "N-ENC")


@kind
def mixed_encodings(chance: random.Random, table: Sheetful) -> Spoilt:
    lines = to_text(table, "gb18030").split(b"\r\n")
    at = chance.randrange(2, len(lines) - 1)
    other = to_text(table, "utf-8").split(b"\r\n")
    first, second = (lines, other) if chance.random() < 0.5 else (other, lines)
    content = b"\r\n".join(first[:at] + second[at:])
    return Spoilt(content, "E-ENC", at + 1, is_refused=True)


@kind
def delimiters(chance: random.Random, table: Sheetful) -> Spoilt:
    return Spoilt(to_text(table, delimiter=chance.choice(";\t，")), "")


@kind
def delimiter_unknown(chance: random.Random, table: Sheetful) -> Spoilt:
    return Spoilt(to_text(table, delimiter=chance.choice("|^")), "E-DELIM")


@kind
def newline_in_quotes(chance: random.Random, table: Sheetful) -> Spoilt:
    index = chance.randrange(len(table.rows))
    table.rows[index]["name"] += "\n（二期）"
    values = {(table.number(index), "name"): table.rows[index]["name"]}
    return Spoilt(to_text(table), "", values=values)


@kind
def unclosed_quote(chance: random.Random, table: Sheetful) -> Spoilt:
    index = chance.randrange(len(table.rows))
    lines = to_text(table).decode().split("\r\n")
    place = table.number(index) - 1
    fields = lines[place].split(",")
    at = chance.randrange(1, 9)
    fields[at] = '"' + fields[at]
    lines[place] = ",".join(fields)
    return Spoilt("\r\n".join(lines).encode(), "E-QUOTE", place + 1, is_refused=True)


@kind
def ragged(chance: random.Random, table: Sheetful) -> Spoilt:
    index = chance.randrange(len(table.rows))
    lines = to_text(table).decode().split("\r\n")
    place = table.number(index) - 1
    fields = lines[place].split(",")
    lines[place] = ",".join(fields[:-1] if chance.random() < 0.5 else [*fields, "多"])
    return Spoilt("\r\n".join(lines).encode(), "E-COLS", place + 1)


# heads
@kind
def title_rows(chance: random.Random, table: Sheetful) -> Spoilt:
    table.above = [["2013年科技项目台账"], [], ["填报单位：某某科技局", None, None, "单位：万元"], []][
        : chance.randrange(1, 5)
    ]
    if chance.random() < 0.5 and table.above:
        table.merges = [(1, 1, 1, len(KEYS))]
    return Spoilt(to_xlsx(table), "")


@kind
def no_header(chance: random.Random, table: Sheetful) -> Spoilt:
    table.headings = {key: f"第{place}项" for place, key in enumerate(KEYS)}
    return Spoilt(to_xlsx(table), "E-HEADER")


@kind
def two_levels(chance: random.Random, table: Sheetful) -> Spoilt:
    upper = [HEADINGS[key] for key in KEYS]
    lower: list[Any] = [None] * len(KEYS)
    at = KEYS.index("budget")
    upper[at], upper[at + 1] = "金额（万元）", None
    lower[at], lower[at + 1] = (
        chance.choice(("合计", "总额", "小计")),
        chance.choice(("其中：财政", "其中:财政", "财政补助")),
    )
    table.head_rows = [upper, lower]
    table.merges = [(1, at + 1, 1, at + 2)] + [
        (1, p, 2, p) for p in range(1, len(KEYS) + 1) if p not in (at + 1, at + 2)
    ]
    return Spoilt(to_xlsx(table), "")


@kind
def two_levels_unknown(chance: random.Random, table: Sheetful) -> Spoilt:
    upper = [HEADINGS[key] for key in KEYS]
    lower: list[Any] = [None] * len(KEYS)
    upper[0], upper[1] = "基本情况", None
    lower[0], lower[1] = "甲", "乙"
    table.head_rows = [upper, lower]
    table.merges = [(1, 1, 1, 2)] + [(1, p, 2, p) for p in range(3, len(KEYS) + 1)]
    return Spoilt(to_xlsx(table), "E-HEADER-MERGED")


@kind
def merged_filled(chance: random.Random, table: Sheetful) -> Spoilt:
    index = chance.randrange(len(table.rows) - 3)
    values = {}
    for key in ("firm", "uscc"):
        for below in range(3):
            values[table.number(index + below), key] = table.rows[index][key]
            if below:
                table.rows[index + below][key] = None
        table.merges.append(
            (table.number(index), table.place(key), table.number(index + 2), table.place(key))
        )
    return Spoilt(to_xlsx(table), "N-FILL", table.number(index + 1), "firm", values=values)


@kind
def merged_forbidden(chance: random.Random, table: Sheetful) -> Spoilt:
    index = chance.randrange(len(table.rows) - 2)
    key = chance.choice(("budget", "grant", "leader", "ends"))
    table.rows[index + 1][key] = None
    table.merges.append((table.number(index), table.place(key), table.number(index + 1), table.place(key)))
    return Spoilt(to_xlsx(table), "E-MERGED", table.number(index + 1), key)


@kind
def column_twice(chance: random.Random, table: Sheetful) -> Spoilt:
    key = chance.choice(("budget", "name", "listed"))
    table.keys.insert(chance.randrange(len(KEYS)), key)
    return Spoilt(to_xlsx(table), "E-DUPCOL", heading=HEADINGS[key])


@kind
def column_missing(chance: random.Random, table: Sheetful) -> Spoilt:
    key = chance.choice(("name", "listed", "firm", "number"))
    if chance.random() < 0.5:
        table.keys.remove(key)
    else:
        table.headings[key] = HEADINGS[key][:-1] + "呀"
    return Spoilt(to_xlsx(table), "E-MISSCOL")


# totals
@kind
def total_right(chance: random.Random, table: Sheetful) -> Spoilt:
    table.extra[len(table.rows)] = table.total(chance.choice(("合计", "合  计", "总计：", "合计（12项）")))
    return Spoilt(to_xlsx(table), "N-TOTAL", table.number(len(table.rows) - 1) + 1)


@kind
def total_wrong(chance: random.Random, table: Sheetful) -> Spoilt:
    line = table.total("合计")
    key = chance.choice(("budget", "grant", "staff", "area"))
    line[table.place(key) - 1] += chance.choice((1, -1, 10))
    table.extra[len(table.rows)] = line
    return Spoilt(to_xlsx(table), "E-SUM", table.number(len(table.rows) - 1) + 1, key)


@kind
def subtotal_right(chance: random.Random, table: Sheetful) -> Spoilt:
    at = chance.randrange(2, 8)
    table.extra[at] = table.total(chance.choice(("小计", "平水镇小计")), table.rows[:at])
    table.extra[len(table.rows)] = table.total("合计")
    return Spoilt(to_xlsx(table), "N-SUBTOTAL", table.number(at) - 1)


@kind
def subtotal_wrong(chance: random.Random, table: Sheetful) -> Spoilt:
    at = chance.randrange(2, 8)
    line = table.total("小计", table.rows[:at])
    line[table.place("budget") - 1] += 5
    table.extra[at] = line
    return Spoilt(to_xlsx(table), "E-SUBTOTAL", table.number(at) - 1, "budget")


@kind
def subtotal_disguised(chance: random.Random, table: Sheetful) -> Spoilt:
    at = chance.randrange(2, 8)
    line = table.total("小计", table.rows[:at])
    line[0] = None
    table.extra[at] = line
    return Spoilt(to_xlsx(table), "E-SUBTOTAL", table.number(at) - 1, "budget")


# sheets
@kind
def hidden(chance: random.Random, table: Sheetful) -> Spoilt:
    table.hidden_rows = [table.number(chance.randrange(len(table.rows)))]
    if chance.random() < 0.5:
        table.hidden_columns = [3]
    return Spoilt(to_xlsx(table), "W-HIDDEN")


@kind
def system_1904(chance: random.Random, table: Sheetful) -> Spoilt:
    table.is_1904 = True
    return Spoilt(to_xlsx(table), "")


@kind
def percent_ambiguous(chance: random.Random, table: Sheetful) -> Spoilt:
    table.headings["share"] = "自筹比例"
    index = chance.randrange(len(table.rows))
    table.rows[index]["share"] = chance.choice((0.12, 0.5, 1))
    return Spoilt(to_xlsx(table), "E-PCT", table.number(index), "share", heading="自筹比例")


@kind
def percent_by_format(chance: random.Random, table: Sheetful) -> Spoilt:
    table.headings["share"] = "自筹比例"
    index = chance.randrange(len(table.rows))
    table.rows[index]["share"] = Raw(0.12, format="0%")
    return Spoilt(to_xlsx(table), "", values={(table.number(index), "share"): 12})


@kind
def head_names_two_units(chance: random.Random, table: Sheetful) -> Spoilt:
    table.headings["budget"] = "总经费（万元）（元）"
    return Spoilt(to_xlsx(table), "E-UNIT", heading="总经费（万元）（元）")


@kind
def unit_in_title(chance: random.Random, table: Sheetful) -> Spoilt:
    table.headings |= {"budget": "总经费", "grant": "财政补助"}
    table.above = [["项目台账"], [None, None, "单位：元"]]
    values = {}
    for index, row in enumerate(table.rows):
        values[table.number(index), "budget"] = round(row["budget"] * WAN)
        row["budget"], row["grant"] = round(row["budget"] * 10000), round(row["grant"] * 10000)
    return Spoilt(to_xlsx(table), "", values=values)


# rows against rows
@kind
def row_twice(chance: random.Random, table: Sheetful) -> Spoilt:
    index = chance.randrange(1, len(table.rows))
    table.rows[index]["number"] = table.rows[index - 1]["number"]
    return Spoilt(to_xlsx(table), "E-DUP", table.number(index), "number")


@kind
def two_names(chance: random.Random, table: Sheetful) -> Spoilt:
    index = chance.randrange(1, len(table.rows))
    table.rows[index]["uscc"] = table.rows[index - 1]["uscc"]
    return Spoilt(to_xlsx(table), "E-DUP-CONFLICT", table.number(index), "firm")


@kind
def similar_names(chance: random.Random, table: Sheetful) -> Spoilt:
    index = chance.randrange(1, len(table.rows))
    first, second = chance.choice(
        (
            ("青石(柯桥)纺织有限公司", "青石（柯桥）纺织有限公司"),
            ("东篱绣品有限公司", "东篱绣品有限责任公司"),
            ("紹興青石紡織有限公司", "绍兴青石纺织有限公司"),
        )
    )
    table.rows[index - 1] |= {"firm": first, "uscc": None}
    table.rows[index] |= {"firm": second, "uscc": None}
    return Spoilt(to_xlsx(table), "W-SIMILAR", table.number(index), "firm")
