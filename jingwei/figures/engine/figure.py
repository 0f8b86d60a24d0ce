"""A figure: what a reference comes to, with everything that stands behind it."""

from dataclasses import dataclass, field
from decimal import Decimal

from jingwei.figures.engine.subjects import Subject
from jingwei.figures.references import Reference
from jingwei.figures.shapes import Measure
from jingwei.kernel.amounts import format_amount, format_yuan
from jingwei.kernel.periods import Period
from jingwei.kernel.text import Text

PER_CENT = Text("%", "%")
UNKNOWN = "—"
Value = int | Decimal | None


@dataclass(frozen=True)
class Narrowing:
    """One breakdown fixed: its id and words, the values and theirs."""

    breakdown: str
    label: Text
    values: tuple[str, ...]
    words: Text


@dataclass(frozen=True)
class Figure:
    """What `reference` comes to for `period` in the snapshot `snapshot` (its digest; `content`: its content digest).

    `value` is in the base unit (fen for money) or a Decimal of per cent; None where it cannot be stated. `base` and
    `previous` are the measure itself, now and in the same period last year, whatever the modifier; `growth` is per cent
    of one decimal. `records`: how many are behind `base`; None for what was received from others. `notes` say what a
    reader must know (口径调整, derived, not fully counted). `definition_digest` is that of the measure in force.
    """

    reference: Reference
    period: Period
    snapshot: str
    content: str
    subject: Subject = field(repr=False)
    label: Text
    unit: Text
    value: Value
    base: int | None
    previous: int | None
    growth: Decimal | None
    records: int | None
    narrowings: tuple[Narrowing, ...] = ()
    notes: tuple[Text, ...] = ()

    @property
    def definition(self) -> Text:
        """How it is counted."""
        return self.subject.definition

    @property
    def definition_digest(self) -> str:
        """The digest of the definition, or of the source for what was received."""
        return self.subject.digest

    @property
    def measure(self) -> Measure | None:
        """The measure behind it; None for a received statistic."""
        return self.subject.measure

    @property
    def kind(self) -> str:
        """flow, stock, cumulative or received."""
        return self.subject.kind

    @property
    def is_received(self) -> bool:
        """Whether it was counted by others."""
        return self.subject.measure is None

    @property
    def is_percent(self) -> bool:
        """Whether its value is per cent."""
        return self.unit == PER_CENT

    @property
    def is_money(self) -> bool:
        """Whether its value is fen."""
        return not self.is_percent and self.subject.is_money and self.unit == self.subject.unit

    @property
    def difference(self) -> int | None:
        """The change on the same period last year, in the base unit."""
        return None if self.base is None or self.previous is None else self.base - self.previous

    @property
    def key(self) -> str:
        """The reference without its own period: what stands in addresses beside the period."""
        return str(self.reference.during(""))

    def text(self, language: str | None = None) -> str:
        """The value with its unit, as prose has it: 148项, 2.1亿元, 13.8%."""
        return shown(self.value, self.unit, self.is_money, language)

    def number(self, language: str | None = None) -> str:
        """The value without its unit; amounts of money keep theirs, which is chosen by size."""
        return shown(self.value, Text("", ""), self.is_money, language)

    def exact(self, language: str | None = None) -> str:
        """The value in full: yuan with two decimals."""
        if self.is_money and isinstance(self.value, int):
            return format_yuan(self.value, language or "zh-hans")
        return self.text(language)

    def base_text(self, value: int | None, language: str | None = None) -> str:
        """`value` in the unit of the measure itself: for last year, parts, differences."""
        return shown(value, self.subject.unit, self.subject.is_money, language)

    def growth_text(self) -> str:
        """Growth with its sign: +13.8%."""
        return signed(self.growth)


def shown(value: Value, unit: Text, is_money: bool, language: str | None = None) -> str:
    """A value with its unit in a language."""
    if value is None:
        return UNKNOWN
    if is_money and isinstance(value, int):
        return format_amount(value, language=language or "zh-hans")
    word = unit.in_language(language)
    is_apart = (language or "").lower().startswith("en") and word not in {"", "%"}
    return f"{value:,}{' ' if is_apart else ''}{word}"


def signed(change: Decimal | None) -> str:
    """A change in per cent with its sign; nothing changed has none."""
    if change is None:
        return UNKNOWN
    return f"{change:+,}%" if change else f"{abs(change)}%"
