"""Which numbers are dates: a spreadsheet keeps both as numbers and tells them apart by format.

Source: ECMA-376 part 1, 18.8.30 (built-in formats; 27–36 and 50–58 are dates in the Chinese, Japanese and Korean
editions) and 18.17.4 (serial dates, both systems).
"""

import re
from datetime import date, timedelta

BUILT_IN_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
BUILT_IN_TEXTS = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 49: "@"}
_NOISE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_LAST_SERIAL = 2_958_465  # 9999-12-31
_SYSTEM_1900 = date(1899, 12, 30)
_SYSTEM_1904 = date(1904, 1, 1)
_PHANTOM = 60  # 1900-02-29, which never was


def is_date_format(code: str) -> bool:
    """Whether a number under this format is shown as a date or time."""
    bare = _NOISE.sub("", code.split(";")[0]).lower()
    return "general" not in bare and any(letter in bare for letter in "ymdhs")


def date_of_serial(serial: float, *, is_1904: bool) -> date | None:
    """The day a serial number stands for (its time of day is dropped); None where it is no day.

    In the 1900 system serial 60 is a day that never was, and the serials below it are one behind.
    """
    day = int(serial)
    if serial < 0 or day > _LAST_SERIAL:
        return None
    if is_1904:
        return _SYSTEM_1904 + timedelta(days=day)
    if day in (0, _PHANTOM):
        return None
    return _SYSTEM_1900 + timedelta(days=day + (day < _PHANTOM))
