"""References to figures as texts and packs write them.

reference := measure [ "[" period "]" ] [ "@" filter { "," filter } ] [ ":" modifier [ "(" reference ")" ] ]
measure   := word "." word { "." word }            projects.listed, received.total_output
filter    := breakdown "=" value { "|" value }      level=national, type=a|b
modifier  := growth | previous | difference | share | per_cent_of_target | count
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text

MEASURE = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)+")
PERIOD = re.compile(r"\[([^\[\]]*)\]")
BREAKDOWN = re.compile(r"([a-z][a-z0-9_]*)=")
VALUE = re.compile(r"[\w.+-]+")
MODIFIER = re.compile(r"[a-z_]+")


class Modifier(StrEnum):
    """What is made of a measure's value; each works on every measure."""

    GROWTH = "growth"  # per cent against the same period last year, one decimal, half up
    PREVIOUS = "previous"  # the same period last year
    DIFFERENCE = "difference"  # this period less the same period last year
    SHARE = "share"  # per cent of the whole measure, or of the reference in brackets
    PER_CENT_OF_TARGET = "per_cent_of_target"
    COUNT = "count"  # how many records, also where the measure is a sum


@dataclass(frozen=True)
class Reference:
    """A figure as it is asked for; `str()` gives it back in the one spelling.

    `filters` are (breakdown id, values) in the order written; `period` is empty unless the reference fixes its own.
    """

    measure: str
    filters: tuple[tuple[str, tuple[str, ...]], ...] = ()
    modifier: Modifier | None = None
    other: "Reference | None" = None
    period: str = ""

    def __str__(self) -> str:
        filters = ",".join(f"{name}={'|'.join(values)}" for name, values in self.filters)
        other = f"({self.other})" if self.other else ""
        return "".join(
            (
                self.measure,
                f"[{self.period}]" if self.period else "",
                f"@{filters}" if filters else "",
                f":{self.modifier.value}{other}" if self.modifier else "",
            )
        )

    @property
    def base(self) -> Self:
        """The same without its modifier: what the records stand behind."""
        return replace(self, modifier=None, other=None)

    @property
    def whole(self) -> Self:
        """The whole measure, without filters and modifier."""
        return replace(self.base, filters=())

    def narrowed(self, breakdown: str, *values: str) -> Self:
        """The base with one breakdown fixed (replacing an earlier value of it)."""
        kept = tuple(item for item in self.filters if item[0] != breakdown)
        return replace(self.base, filters=(*kept, (breakdown, values)))

    def during(self, period: str) -> Self:
        """The same for a period of its own; empty takes its own period away."""
        return replace(self, period=period)

    def modified(self, modifier: Modifier | None) -> Self:
        """The same figure under another modifier."""
        return replace(self.base, modifier=modifier)


class _Reader:
    """Reads one reference from left to right; errors name the spot."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def fail(self, zh: str, en: str) -> InputError:
        spot = self.text[self.at : self.at + 12] or "∎"
        return InputError(
            Text(
                f"数字引用“{self.text}”第 {self.at + 1} 个字符“{spot}”处：{zh}",
                f"Figure reference '{self.text}', character {self.at + 1} ('{spot}'): {en}",
            )
        )

    def take(self, literal: str) -> bool:
        if self.text.startswith(literal, self.at):
            self.at += len(literal)
            return True
        return False

    def match(self, pattern: re.Pattern[str], zh: str, en: str) -> re.Match[str]:
        found = pattern.match(self.text, self.at)
        if not found:
            raise self.fail(zh, en)
        self.at = found.end()
        return found

    def reference(self) -> Reference:
        measure = self.match(
            MEASURE, "应为指标编号，如 projects.listed", "a measure id such as projects.listed is expected"
        ).group()
        period = (
            self.match(PERIOD, "期间缺少“]”", "the period lacks its ]").group(1)
            if self.text.startswith("[", self.at)
            else ""
        )
        filters = self.filters() if self.take("@") else ()
        modifier = self.modifier() if self.take(":") else None
        other = self.other(modifier) if self.take("(") else None
        return Reference(measure, filters, modifier, other, period)

    def filters(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        found: dict[str, tuple[str, ...]] = {}
        while True:
            start = self.at
            name = self.match(BREAKDOWN, "应为“分组=取值”", "breakdown=value is expected").group(1)
            if name in found:
                self.at = start
                raise self.fail(f"分组“{name}”写了两次", f"the breakdown '{name}' is given twice")
            found[name] = self.values()
            if not self.take(","):
                return tuple(found.items())

    def values(self) -> tuple[str, ...]:
        values: list[str] = []
        while not values or self.take("|"):
            values.append(self.match(VALUE, "缺少取值", "a value is missing").group())
        return tuple(values)

    def modifier(self) -> Modifier:
        start = self.at
        word = self.match(MODIFIER, "应为修饰词，如 growth", "a modifier such as growth is expected").group()
        try:
            return Modifier(word)
        except ValueError:
            self.at = start
            known = ", ".join(modifier.value for modifier in Modifier)
            raise self.fail(
                f"没有修饰词“{word}”；可用：{known}", f"there is no modifier '{word}'; there are: {known}"
            ) from None

    def other(self, modifier: Modifier | None) -> Reference:
        if modifier is not Modifier.SHARE:
            raise self.fail("只有 share 可以带括号", "only share takes another reference in brackets")
        other = self.reference()
        if other.modifier:
            raise self.fail("括号内的引用不能再带修饰词", "the reference in brackets takes no modifier")
        if not self.take(")"):
            raise self.fail("缺少“)”", "a closing bracket is missing")
        return other


def parse(text: str) -> Reference:
    """The reference written in `text`.

    Raises InputError naming the character at which it stops being one.
    """
    reader = _Reader(text.strip())
    reference = reader.reference()
    if reader.at != len(reader.text):
        raise reader.fail("引用到此应已结束", "the reference should end here")
    return reference
