"""Chinese patent application numbers of both eras, stored without the dot, shown with it.

Filed before 2003-10-01: YY T NNNNN . C; from then on: YYYY T NNNNNNN . C. Check: Σ digit x weight mod 11, 10
→ X, weights 2–9 (old) and 2–9, 2–5 (new). ``ZL`` in front means granted. The check finds every single wrong
digit and every swap of neighbours.
"""

import re
from datetime import date
from enum import StrEnum

from jingwei.kernel.digits import is_digits, narrow
from jingwei.kernel.identifiers.checked import Checked, Problem, error, warning

_OLD, _NEW = 8, 12
_WEIGHTS = {_OLD: (2, 3, 4, 5, 6, 7, 8, 9), _NEW: (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)}
_FIRST_YEAR, _TURN = 1985, 2003  # the Patent Law came into force on 1985-04-01; new numbers from 2003-10-01


class PatentKind(StrEnum):
    """What the type digit says."""

    INVENTION = "invention"
    UTILITY = "utility"
    DESIGN = "design"


_KINDS = {
    "1": PatentKind.INVENTION,
    "2": PatentKind.UTILITY,
    "3": PatentKind.DESIGN,
    "8": PatentKind.INVENTION,  # entered from the PCT
    "9": PatentKind.UTILITY,
}


def check_character(body: str) -> str:
    """The check character of 8 or 12 digits."""
    total = sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS[len(body)], strict=True))
    return "0123456789X"[total % 11]


def check(text: str, *, today: date) -> Checked:
    """The number without prefix, dot and spaces, and its problems."""
    value = normal(text)
    body, last = value[:-1], value[-1:]
    if re.fullmatch(r"[0-9]{7,9}[ABCUSY][0-9]?", value):
        return Checked(value, (_publication(),))
    if len(value) in _WEIGHTS and is_digits(value):
        return Checked(value, (_incomplete(value),))
    if len(body) not in _WEIGHTS or not is_digits(body) or not re.fullmatch("[0-9X]", last):
        return Checked(value, (_malformed(),))
    problems = [*_year(body, today), *_type(body)]
    expected = check_character(body)
    if last != expected:
        problems.append(
            error(
                f"校验位应为{expected}，现为{last}。",
                f"The check digit should be {expected}, not {last}.",
                len(value),
            )
        )
    return Checked(value, tuple(problems))


def normal(text: str) -> str:
    """Half width, capitals, without ZL or CN in front, without dots and spaces."""
    plain = re.sub(r"[\s.·•．。-]", "", narrow(text).upper())
    return re.sub(r"^(?:ZL|CN|专利号|申请号)+:?", "", plain)


def display(value: str) -> str:
    """With the dot before the check digit, as it is printed: 201710601862.3."""
    return f"{value[:-1]}.{value[-1]}" if len(value) in (_OLD + 1, _NEW + 1) else value


def kind_of(value: str) -> PatentKind | None:
    """Invention, utility model or design, by the type digit of a normal form; None where unknown."""
    digit = value[2:3] if len(value) == _OLD + 1 else value[4:5]
    return _KINDS.get(digit)


def filing_year(value: str) -> int:
    """The year of filing in a valid number in normal form."""
    return (
        1900 + int(value[:2]) + (100 if value[0] == "0" else 0) if len(value) == _OLD + 1 else int(value[:4])
    )


def _publication() -> Problem:
    return error(
        "这是公开（公告）号，请填写申请号（如201710601862.3）。",
        "This is a publication number; give the application number (such as 201710601862.3).",
    )


def _incomplete(value: str) -> Problem:
    whole = display(value + check_character(value))
    return error(
        f"缺少校验位；若前面各位无误，应为{whole}。",
        f"The check digit is missing; if the rest is right it is {whole}.",
    )


def _malformed() -> Problem:
    return error(
        "专利申请号应为12位数字加校验位（2003年10月前为8位加校验位）。",
        "An application number has 12 digits and a check digit (8 and a check digit before October 2003).",
    )


def _year(body: str, today: date) -> tuple[Problem, ...]:
    year = filing_year(body + "0")
    first, last = (_FIRST_YEAR, _TURN) if len(body) == _OLD else (_TURN, today.year)
    if first <= year <= last:
        return ()
    return (
        error(
            f"申请年份{year}应在{first}至{last}之间。",
            f"The year of filing {year} must lie between {first} and {last}.",
            1,
        ),
    )


def _type(body: str) -> tuple[Problem, ...]:
    place = 3 if len(body) == _OLD else 5
    digit = body[place - 1]
    if digit in _KINDS:
        return ()
    return (
        warning(
            f"第{place}位专利类型“{digit}”未知，请核对。",
            f"The type “{digit}” at position {place} is unknown; please compare.",
            place,
        ),
    )
