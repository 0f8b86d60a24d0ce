"""Registration numbers of technical contracts: 14 digits (year of two, GB 2260-84 era) or 16 (year of four).

Only length, digits and year are checked: the layout of the 16 is not published in full. The national number
is kept apart from Jingwei's own.
"""

from datetime import date

from jingwei.kernel.digits import is_digits, narrow
from jingwei.kernel.identifiers.checked import Checked, error, warning
from jingwei.kernel.identifiers.regions import PROVINCES

FIRST_YEAR = 1985  # when the technology market was opened


def check(text: str, *, today: date) -> Checked:
    """The digits alone, and their problems."""
    value = narrow(text).replace(" ", "").replace("-", "")
    if not is_digits(value) or len(value) not in (14, 16):
        text_zh = "技术合同登记编号应为14位或16位数字。"
        return Checked(
            value, (error(text_zh, "A technical contract's registration number has 14 or 16 digits."),)
        )
    year = registration_year(value)
    if not FIRST_YEAR <= year <= today.year:
        return Checked(
            value,
            (error(f"登记年份{year}不合理。", f"The year of registration {year} is not plausible.", 1),),
        )
    start = 2 if len(value) == 14 else 4
    if value[start : start + 2] not in PROVINCES:
        place = start + 1
        return Checked(
            value,
            (
                warning(
                    f"第{place}位起不是省级代码，请核对。",
                    f"No province at position {place}; please compare.",
                    place,
                ),
            ),
        )
    return Checked(value)


def registration_year(value: str) -> int:
    """The year in a number of 14 or 16 digits."""
    if len(value) == 16:
        return int(value[:4])
    short = int(value[:2])
    return short + (1900 if short >= FIRST_YEAR % 100 else 2000)
