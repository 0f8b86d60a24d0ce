"""Registration numbers of achievements: region or department (3), year (4), kind (1), serial (4).

``Y`` is applied technology. Other letters are known to exist but not from a standard at hand: a warning.
"""

import re
from datetime import date

from jingwei.kernel.digits import narrow
from jingwei.kernel.identifiers.checked import Checked, error, warning

_FIRST_YEAR = 1980


def check(text: str, *, today: date) -> Checked:
    """The twelve characters, and their problems."""
    value = narrow(text).upper().replace(" ", "").replace("-", "")
    match = re.fullmatch(r"[0-9A-Z]{3}([0-9]{4})([A-Z])[0-9]{4}", value)
    if match is None:
        text_zh = "成果登记号应为12位：3位地区或部门代码、4位年份、1位类别字母、4位序号。"
        return Checked(
            value,
            (
                error(
                    text_zh, "An achievement number has 12 characters: place 3, year 4, a letter, serial 4."
                ),
            ),
        )
    year = int(match[1])
    if not _FIRST_YEAR <= year <= today.year:
        return Checked(
            value,
            (error(f"登记年份{year}不合理。", f"The year of registration {year} is not plausible.", 4),),
        )
    if match[2] != "Y":
        return Checked(
            value,
            (
                warning(
                    f"第8位类别“{match[2]}”未知，请核对。",
                    f"The kind “{match[2]}” at position 8 is unknown; please compare.",
                    8,
                ),
            ),
        )
    return Checked(value)
