"""How the number of a figure is written: grouped, rounded half up, with its unit, hedge or turn."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from jingwei.kernel.amounts import unit_for
from jingwei.kernel.rounding import Exact, round_half_up
from jingwei.kernel.text import Text
from jingwei.summary.rules.hedges import AFTER, BEFORE, INSIDE
from jingwei.summary.rules.placeholders import UNITS, Placeholder
from jingwei.summary.rules.values import Sort, Value

TIE = "\u2060"  # number and unit stay on one line
NO_BREAK = "\u00a0"
MONEY_PLACES = 2
PERCENT_PLACES = 1
BY_SIZE = {  # what kernel.amounts chooses by size → how it stands in a text
    "元": Text("元", "yuan"),
    "万元": Text("万元", "10,000 yuan"),
    "亿元": Text("亿元", "100 million yuan"),
    "百万元": Text("百万元", "million yuan"),
    "十亿元": Text("十亿元", "billion yuan"),
}
SCALES = {**UNITS, "百万元": 1_000_000, "十亿元": 1_000_000_000, "100 million yuan": 100_000_000}
UNCHANGED = Text("持平", "unchanged")


@dataclass(frozen=True)
class Shown:
    """The words of a figure: `lead` (turn or hedge), number, what stands inside, unit, tail."""

    lead: str
    number: str
    inside: str
    unit: str
    tail: str
    language: str

    @property
    def text(self) -> str:
        """All of it, number and unit tied."""
        if self.language.startswith("en"):
            parts = (self.lead, self.number, self.unit)
            return f"{NO_BREAK.join(part for part in parts if part)}".replace(f"{NO_BREAK}%", "%")
        tie = TIE if self.number and self.unit and self.unit != "%" else ""
        return f"{self.lead}{self.number}{self.inside}{tie}{self.unit}{self.tail}"


def number_text(value: Exact, places: int, *, keep_zeros: bool) -> str:
    """A number rounded half up to `places` decimals with thousands separators."""
    text = f"{round_half_up(value, places):,f}"
    if keep_zeros or "." not in text:
        return text
    return text.rstrip("0").rstrip(".")


def in_unit(value: Value, unit: str) -> Fraction:
    """The value in the unit shown: fen become 万元 and so on; anything else is what it is."""
    return value.exact / (100 * SCALES[unit]) if value.sort is Sort.MONEY else value.exact


def shown_unit(value: Value, placeholder: Placeholder, language: str) -> str:
    """The unit asked for, or the customary one: by size for money, the measure's counter for counts."""
    if value.sort is Sort.PERCENT:
        return "%"
    if value.sort is Sort.MONEY:
        fen = int(round_half_up(value.exact))
        return placeholder.unit or BY_SIZE[unit_for(fen, language)].in_language(language)
    if placeholder.counter == "-":
        return ""
    one, slash, many = (placeholder.counter or value.unit.in_language(language)).partition("/")
    return many if slash and value.exact != 1 else one


def show(value: Value, placeholder: Placeholder, language: str) -> Shown:
    """The words for a value where a placeholder stands."""
    unit = shown_unit(value, placeholder, language)
    hedge, said = placeholder.hedge, placeholder.say
    if hedge is not None and said is not None:
        number = number_text(said, max(0, -_exponent(said)), keep_zeros=False)
        lead = hedge.word if hedge.place == BEFORE else ""
        return Shown(
            lead,
            number,
            hedge.word if hedge.place == INSIDE else "",
            unit,
            hedge.word if hedge.place == AFTER else "",
            language,
        )
    if placeholder.turn is not None:
        return _turned(value, placeholder, unit, language)
    return Shown("", _number(in_unit(value, unit), value.sort, placeholder.places), "", unit, "", language)


def plain(value: Value, exact: Fraction, language: str) -> str:
    """`exact`, of the sort and unit of `value`, as tips and notes write it."""
    other = Value(value.reference, value.sort, exact, value.label, value.unit)
    return show(other, Placeholder(value.reference, 0, 0), language).text


def signed_percent(exact: Exact) -> str:
    """A change in per cent with its sign: ``+13.8%``."""
    return f"{'+' if Fraction(exact) >= 0 else ''}{number_text(exact, PERCENT_PLACES, keep_zeros=True)}%"


def tip(value: Value, language: str) -> str:
    """Last year and the change, as a hover says it; empty where last year is not known."""
    if value.previous is None:
        return ""
    last = plain(value, value.previous, language)
    growth = "" if value.growth is None else signed_percent(value.growth)
    if language.startswith("en"):
        return f"last year {last}{', ' if growth else ''}{growth}"
    return f"上年{last}{'，' if growth else ''}{growth}"


def _number(exact: Fraction, sort: Sort, places: int | None) -> str:
    match sort:
        case Sort.COUNT:
            return number_text(exact, places or 0, keep_zeros=True)
        case Sort.MONEY:
            wanted = MONEY_PLACES if places is None else places
            return number_text(exact, wanted, keep_zeros=places is not None)
        case Sort.PERCENT:
            return number_text(exact, PERCENT_PLACES if places is None else places, keep_zeros=True)


def _turned(value: Value, placeholder: Placeholder, unit: str, language: str) -> Shown:
    """增长13.8% or 下降3.0%; 持平 where the rounded change is nought."""
    up, down = placeholder.turn or ("", "")
    exact = in_unit(value, unit)
    number = _number(abs(exact), value.sort, placeholder.places)
    if not number.strip("0.,"):
        return Shown(UNCHANGED.in_language(language), "", "", "", "", language)
    return Shown(up if exact > 0 else down, number, "", unit, "", language)


def _exponent(said: Decimal) -> int:
    exponent = said.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
