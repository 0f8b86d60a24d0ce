"""Numbers and amounts: widths, separators, units, signs, percentages."""

import random

from jingwei.kernel.amounts import WAN
from tests.documents.kinds.spoiling import Kinds, Spoilt, wide
from tests.documents.making import Raw, Sheetful, to_xlsx

KINDS = Kinds()
cell, kind = KINDS.cell, KINDS.kind


def _fen(good: float) -> int:
    return round(good * WAN)


cell("full_width_digits", "budget", "N-WIDTH", lambda c, v: wide(str(v)), value=_fen)
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
cell("two_amounts", "budget", "E-TWO", lambda c, v: f"{v}/{v + 1}")
cell("range", "staff", "E-SPAN", lambda c, v: f"{v}{c.choice(('-', '~', '至', '—'))}{v + 2}人")
cell("words_for_number", "staff", "E-NUMBER", lambda c, v: c.choice(("若干", "十余", "约")))
cell("fraction_count", "staff", "E-NUMBER", lambda c, v: v + 0.5)


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
