"""Codes: credit codes, resident ids, numbers of projects and towns that a spreadsheet took for numbers."""

import random
from datetime import date

from tests.documents.kinds.spoiling import Kinds, Spoilt
from tests.documents.making import Raw, Sheetful, to_xlsx

KINDS = Kinds()
cell, kind = KINDS.cell, KINDS.kind


def _other(chance: random.Random, characters: str, avoid: str) -> str:
    return chance.choice([c for c in characters if c != avoid])


def _wrong_check(chance: random.Random, code: str) -> str:
    place = chance.randrange(8, 17)
    return code[:place] + _other(chance, "0123456789", code[place]) + code[place + 1 :]


def _swap_digit(chance: random.Random, number: str) -> str:
    place = chance.randrange(14, 17)
    return number[:place] + _other(chance, "0123456789", number[place]) + number[place + 1 :]


cell("sci_uscc_text", "uscc", "E-SCI", lambda c, v: "9.13306E+17")
cell("sci_uscc_number", "uscc", "E-SCI", lambda c, v: float(f"9133062{c.randrange(10**10)}5"))
cell("sci_resident", "resident", "E-SCI", lambda c, v: 330621197001011234.0)
cell("sci_number_csv", "number", "E-SCI", lambda c, v: "2.01306E+15", text=True)
cell("zero_lost_code", "town_code", "E-ZERO", lambda c, v: c.randrange(10000, 99999))
cell(
    "zeros_by_format",
    "town_code",
    "N-ZEROS",
    lambda c, v: Raw(4567, format="000000"),
    value=lambda v: "004567",
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


@kind
def uscc_case(chance: random.Random, table: Sheetful) -> Spoilt:
    """A credit code in small letters (only codes with a letter can be)."""
    index = chance.randrange(len(table.rows))
    table.rows[index]["uscc"] = "9144030071526726xg"
    number = table.number(index)
    return Spoilt(to_xlsx(table), "N-CASE", number, "uscc", values={(number, "uscc"): "9144030071526726XG"})


cell("id_check", "resident", "E-ID", _swap_digit)
cell("id_birth", "resident", "E-ID", lambda c, v: v[:10] + "13" + v[12:])
cell("id_short", "resident", "E-ID", lambda c, v: v[:16])
cell("code_as_date", "number", "E-CODE-DATE", lambda c, v: date(2013, 5, c.randrange(1, 28)))
cell("code_length", "town_code", "E-LENGTH", lambda c, v: v + "00")
