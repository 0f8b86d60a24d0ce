"""Numbers with units as people write them: ``1,234.50 元``, ``１．２亿``, ``1亿2000万元``, ``（500）``.

One grammar for amounts, areas and counts, which bring their own units.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from jingwei.kernel.digits import narrow
from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text

LONGEST = 64
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,3}(?: [0-9]{3})+(?:\.[0-9]+)?")
_BARE = re.compile(r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+")


class Unit(NamedTuple):
    """A unit under one of its spellings: its worth in the base unit, and how it is named."""

    worth: Fraction
    name: str


class Quantity(NamedTuple):
    """What was read: the exact value in the base unit, and the unit written (None: the one assumed)."""

    value: Fraction
    unit: str | None


def read(text: str, units: Mapping[str, Unit], assumed: str) -> Quantity:
    """Read `text` by `units` (lower-case spelling → unit); a bare number is in the unit spelt `assumed`.

    Negative: a leading minus sign or 负, or brackets around the whole, never both. Several parts must fall
    (1亿2000万元). Raises `InputError` for anything else.
    """
    narrowed = narrow(text).lower()
    if not narrowed:
        raise _unreadable(text, "内容为空", "it is empty")
    if len(narrowed) > LONGEST:
        raise _unreadable(
            text[:LONGEST] + "…", f"超过{LONGEST}个字符", f"it is longer than {LONGEST} characters"
        )
    sign, rest, outside = _sign(narrowed, text)
    if outside and outside not in units:
        raise _unknown_unit(text, outside)
    parts = _parts(rest, text)
    if outside and parts[-1][1]:
        raise _unreadable(text, "括号内外都写了单位", "it has a unit both inside and outside the brackets")
    if outside:
        parts[-1] = (parts[-1][0], outside)
    if len(parts) == 1 and not parts[0][1]:
        return Quantity(sign * parts[0][0] * units[assumed].worth, None)
    return _sum(parts, units, sign, text)


def _sign(narrowed: str, text: str) -> tuple[int, str, str]:
    """Sign, the text without it, and a unit written behind the brackets."""
    bracketed = re.fullmatch(r"\((.*)\)\s*([^0-9()]*)", narrowed)
    if bracketed:
        inner = bracketed[1].strip()
        if inner[:1] in ("-", "+", "负"):
            raise _unreadable(
                text, "括号已表示负数，不应再写正负号", "brackets already mean negative; drop the sign"
            )
        return -1, inner, bracketed[2].strip()
    if narrowed[0] in "-负":
        return -1, narrowed[1:].strip(), ""
    return 1, narrowed.removeprefix("+").strip(), ""


def _parts(rest: str, text: str) -> list[tuple[Fraction, str]]:
    """Numbers with the words behind them."""
    parts: list[tuple[Fraction, str]] = []
    position = 0
    while position < len(rest):
        match = _number_at(rest, position, text)
        word = re.compile(r"[^0-9.,]*").match(rest, match.end())
        end = word.end() if word else match.end()
        parts.append((Fraction(re.sub("[, ]", "", match[0])), rest[match.end() : end].strip()))
        position = end
    if not parts:
        raise _unreadable(text, "没有数字", "it holds no number")
    return parts


def _number_at(rest: str, position: int, text: str) -> re.Match[str]:
    match = _GROUPED.match(rest, position) or _BARE.match(rest, position)
    if match is None:
        raise _unreadable(text, f"“{rest[position:]}”不是数字", f"“{rest[position:]}” is no number")
    following = rest[match.end() :]
    if re.match(r"[0-9.,]| +[0-9]", following):
        raise _unreadable(
            text, "分隔符或小数点的位置不对", "a separator or decimal point stands in the wrong place"
        )
    return match


def _sum(parts: list[tuple[Fraction, str]], units: Mapping[str, Unit], sign: int, text: str) -> Quantity:
    total, above = Fraction(0), None
    for number, word in parts:
        if not word:
            raise _unreadable(text, "最后一段数字没有单位", "its last number has no unit")
        if word not in units:
            raise _unknown_unit(text, word)
        unit = units[word]
        if above is not None and number * unit.worth >= above:
            raise _unreadable(text, "各段单位应由大到小", "its parts must go from larger to smaller units")
        total += number * unit.worth
        above = unit.worth
    if any(number.denominator != 1 for number, _ in parts[:-1]):
        raise _unreadable(text, "只有最后一段可以有小数", "only its last part may have decimals")
    return Quantity(sign * total, units[parts[-1][1] if len(parts) == 1 else parts[0][1]].name)


def _unreadable(text: str, zh: str, en: str) -> InputError:
    return InputError(Text(zh=f"无法读取“{text}”：{zh}。", en=f"Cannot read “{text}”: {en}."))


def _unknown_unit(text: str, word: str) -> InputError:
    return _unreadable(text, f"单位“{word}”不能用于此处", f"“{word}” is not a unit that fits here")
