"""How a clean table is spoilt, and what must be found then."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.documents.making import Sheetful, to_text, to_xlsx


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


class Kinds(dict[str, Kind]):
    """One family of ways to spoil a table, by name."""

    def kind(self, function: Kind) -> Kind:
        """Enter a kind under its name."""
        self[function.__name__] = function
        return function

    def cell(
        self, name: str, key: str, code: str, bad: Callable[[random.Random, Any], Any], **words: Any
    ) -> None:
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

        self[name] = spoil


def wide(text: str) -> str:
    """The text in full-width characters."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)
