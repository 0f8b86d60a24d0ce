"""Rows: merged and hidden cells, totals, rows that contradict each other."""

import random

from tests.documents.kinds.spoiling import Kinds, Spoilt
from tests.documents.making import Sheetful, to_xlsx

KINDS = Kinds()
kind = KINDS.kind


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
def hidden(chance: random.Random, table: Sheetful) -> Spoilt:
    table.hidden_rows = [table.number(chance.randrange(len(table.rows)))]
    if chance.random() < 0.5:
        table.hidden_columns = [3]
    return Spoilt(to_xlsx(table), "W-HIDDEN")


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
