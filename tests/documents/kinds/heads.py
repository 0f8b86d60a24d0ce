"""Heads: what stands above the table, heads of two levels, columns twice or missing."""

import random
from typing import Any

from tests.documents.kinds.spoiling import Kinds, Spoilt
from tests.documents.making import HEADINGS, KEYS, Sheetful, to_xlsx

KINDS = Kinds()
kind = KINDS.kind


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
