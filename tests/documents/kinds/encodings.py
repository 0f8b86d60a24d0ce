"""Files of text: encodings, delimiters, quotes, lines of unequal length."""

import random

from tests.documents.kinds.spoiling import Kinds, Spoilt
from tests.documents.making import Sheetful, to_text

KINDS = Kinds()
kind = KINDS.kind


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
