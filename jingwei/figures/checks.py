"""Whether the parts of a figure are the whole; pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from jingwei.kernel.text import Text

ARITHMETIC_SHOWN = 12


@dataclass(frozen=True)
class Finding:
    """An exhaustive breakdown that does not add up: the parts, their sum, the whole, and the arithmetic in words."""

    breakdown: Text
    parts: tuple[tuple[Text, int], ...]
    total: int
    whole: int

    @property
    def gap(self) -> int:
        """How much the parts exceed the whole; negative where something is missing."""
        return self.total - self.whole

    @property
    def arithmetic(self) -> str:
        """The sum written out: 1 + 8 + 2 = 11 ≠ 10."""
        shown = [f"{amount:,}" for _, amount in self.parts[:ARITHMETIC_SHOWN]]
        more = ["…"] if len(self.parts) > ARITHMETIC_SHOWN else []
        return f"{' + '.join((*shown, *more)) or '0'} = {self.total:,} ≠ {self.whole:,}"

    @property
    def text(self) -> Text:
        """What is wrong, for people."""
        return Text(
            f"“{self.breakdown.zh}”各项之和与总数不符：{self.arithmetic}",
            f"The parts '{self.breakdown.en}' do not add up to the whole: {self.arithmetic}",
        )


def adds_up(
    parts: Sequence[tuple[Text, int]], whole: int, breakdown: Text, *, is_exhaustive: bool = True
) -> Finding | None:
    """None where the parts are the whole, or need not be; else what is wrong.

    Rule (design of the figures): an exhaustive breakdown whose parts are not the whole is an error, and a summary that
    contains it is not issued. Parts that are not exhaustive may fall short, or overlap.
    """
    total = sum(amount for _, amount in parts)
    if total == whole or not is_exhaustive:
        return None
    return Finding(breakdown, tuple(parts), total, whole)
