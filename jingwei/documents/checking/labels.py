"""Headings as they are written against columns as they are declared."""

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from jingwei.documents.shapes import Column
from jingwei.kernel.digits import narrow

_BRACKETED = re.compile(r"[(（\[【][^)）\]】]*[)）\]】]")
_OF_WHICH = re.compile(r"^(?:其中|其中的)[:：]?")
_MARKS = re.compile(r"[\s*＊:：_·•]+")
WHOLE = frozenset({"合计", "总计", "小计", "总额", "总数", "总", "total"})


def fold_label(text: str) -> str:
    """A heading for comparison: no spaces, stars, colons, 其中; half width, lower case."""
    return _MARKS.sub("", _OF_WHICH.sub("", narrow(text).replace(" ", ""))).casefold()


def bare_label(text: str) -> str:
    """The same without what stands in brackets (units, hints)."""
    return fold_label(_BRACKETED.sub("", text))


class Labels:
    """All spellings under which the columns of one sheet may stand."""

    def __init__(self, columns: Iterable[Column]) -> None:
        self.columns = tuple(columns)
        self._keys: dict[str, str] = {}
        for column in self.columns:
            for name in (column.label.zh, column.label.en, *column.aliases, column.key):
                self._keys.setdefault(fold_label(name), column.key)
        for column in self.columns:
            for name in (column.label.zh, column.label.en, *column.aliases):
                self._keys.setdefault(bare_label(name), column.key)
        self._keys.pop("", None)

    def key(self, heading: str) -> str | None:
        """The column a heading means."""
        return self._keys.get(fold_label(heading)) or self._keys.get(bare_label(heading))

    def key_of_pair(self, upper: str, lower: str) -> str | None:
        """The column a heading of two levels means: both words together, the lower alone, the upper of a whole."""
        if not lower:
            return self.key(upper)
        if not upper:
            return self.key(lower)
        for heading in (
            f"{upper}{lower}",
            f"{bare_label(upper)}{lower}",
            f"{lower}{bare_label(upper)}",
            lower,
        ):
            if key := self.key(heading):
                return key
        return self.key(upper) if bare_label(lower) in WHOLE else None

    def nearest(self, column: Column, headings: Iterable[str]) -> str:
        """Among unused `headings` the one most like `column`, or nothing."""
        names = [bare_label(name) for name in (column.label.zh, column.label.en, *column.aliases)]
        scored = [
            (max(SequenceMatcher(None, bare_label(heading), name).ratio() for name in names), heading)
            for heading in headings
            if bare_label(heading)
        ]
        score, heading = max(scored, default=(0.0, ""))
        return heading if score >= 0.5 else ""


def by_key(columns: Iterable[Column]) -> Mapping[str, Column]:
    """Columns under their keys."""
    return {column.key: column for column in columns}
