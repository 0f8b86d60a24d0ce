"""Resident identity numbers, GB 11643-1999: region, birth date, sequence, check.

The check (ISO 7064 MOD 11-2) finds every single wrong digit and every swap of neighbours. No text here ever
repeats the number.
"""

from datetime import date

from jingwei.kernel.digits import is_digits, narrow
from jingwei.kernel.identifiers.checked import Checked, Problem, error, note, warning
from jingwei.kernel.identifiers.regions import PROVINCES

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
# 83: residence permits of people from Taiwan; 9…: permanent residence cards of foreigners
_REGIONS = PROVINCES | {"83"}
_OLDEST = 120


def check_character(body: str) -> str:
    """The 18th character for the first 17 digits."""
    total = sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True))
    return "10X98765432"[total % 11]


def check(text: str, *, today: date) -> Checked:
    """The number of 18 characters and its problems; a number of 15 digits is converted, with a note."""
    value = narrow(text).upper().replace(" ", "")
    notes: tuple[Problem, ...] = ()
    if len(value) == 15 and is_digits(value):
        body = f"{value[:6]}19{value[6:]}"
        value = body + check_character(body)
        notes = (
            note(
                "15位旧号已换算为18位，请与证件核对。",
                "An old number of 15 digits, converted to 18; compare the card.",
            ),
        )
    if len(value) != 18:
        return Checked(
            value,
            (
                error(
                    f"身份证号应为18位，现为{len(value)}位。",
                    f"A resident id has 18 characters; this has {len(value)}.",
                ),
            ),
        )
    for index, character in enumerate(value):
        if not (is_digits(character) or (index == 17 and character == "X")):
            place = index + 1
            return Checked(
                value, (error(f"第{place}位不是数字。", f"Position {place} is not a digit.", place),)
            )
    return Checked(value, (*notes, *_birth(value, today), *_region(value), *_check(value)))


def birth_date(value: str) -> date | None:
    """The date of birth in a number of 18 characters; None where it is no date."""
    try:
        return date(int(value[6:10]), int(value[10:12]), int(value[12:14]))
    except ValueError:
        return None


def mask(value: str) -> str:
    """First three and last four characters, the rest as stars; all stars where the text is short."""
    if len(value) < 15:
        return "*" * len(value)
    return f"{value[:3]}{'*' * (len(value) - 7)}{value[-4:]}"


def _birth(value: str, today: date) -> tuple[Problem, ...]:
    born = birth_date(value)
    if born is None:
        return (error("第7—14位不是有效的出生日期。", "Positions 7–14 are no date of birth.", 7),)
    if born > today:
        return (error("第7—14位的出生日期晚于今天。", "The date of birth at 7–14 lies in the future.", 7),)
    if today.year - born.year > _OLDEST:
        return (
            warning(
                f"按出生日期已超过{_OLDEST}岁，请核对。",
                f"By the date of birth older than {_OLDEST}; please compare.",
                7,
            ),
        )
    return ()


def _region(value: str) -> tuple[Problem, ...]:
    if value[:2] in _REGIONS or value[0] == "9":
        return ()
    return (
        warning(
            "前两位不是省级行政区划码，请核对。", "The first two digits are no province; please compare.", 1
        ),
    )


def _check(value: str) -> tuple[Problem, ...]:
    if check_character(value[:17]) == value[17]:
        return ()
    return (
        error("校验位不符，请逐位核对。", "The check character does not fit; compare digit by digit.", 18),
    )
