"""Dates: spellings, serial numbers, the two ways round, and days that never were."""

import random
from datetime import date, timedelta

from tests.documents.kinds.spoiling import Kinds, Spoilt, wide
from tests.documents.making import Raw, Sheetful, to_xlsx

KINDS = Kinds()
cell, kind = KINDS.cell, KINDS.kind


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
cell("date_wide", "listed", "N-DATE", lambda c, v: wide(f"{v:%Y-%m-%d}"), value=lambda v: v)
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


@kind
def system_1904(chance: random.Random, table: Sheetful) -> Spoilt:
    table.is_1904 = True
    return Spoilt(to_xlsx(table), "")
