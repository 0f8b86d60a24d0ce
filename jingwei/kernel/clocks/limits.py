"""Limits as dated rules: which row was in force, where, on which day. A 2013 case follows the 2013 row."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jingwei.kernel.clocks.clock import Clock, Unit
from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text

NATION = "000000"


@dataclass(frozen=True)
class DatedLimit:
    """What `rule` allows in `jurisdiction` (GB/T 2260; 000000 the nation) from day to day, both included.

    None: without beginning or end. `source` names the statute and article; `is_verified`: checked against its
    text.
    """

    rule: str
    jurisdiction: str
    valid_from: date | None
    valid_to: date | None
    value: int
    unit: Unit
    source: str
    is_verified: bool = False

    def in_force(self, day: date) -> bool:
        """Whether it holds on `day`."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )

    def clock(self, start: date) -> Clock:
        """The clock that runs by it from `start`; `ValueError` where the limit is no time."""
        return Clock(start, self.value, self.unit)


def jurisdictions(code: str) -> tuple[str, ...]:
    """The regions `code` lies in, from itself up to the nation: 330603 → 330603, 330600, 330000, 000000."""
    district = code[:6]
    chain = [code, district, f"{district[:4]}00", f"{district[:2]}0000", NATION]
    return tuple(dict.fromkeys(chain))


def limits_on(
    limits: Iterable[DatedLimit], rule: str, jurisdiction: str, day: date
) -> tuple[DatedLimit, ...]:
    """All rows of `rule` in force for `jurisdiction` on `day`, the most specific first."""
    chain = jurisdictions(jurisdiction)
    found = [
        limit
        for limit in limits
        if limit.rule == rule and limit.jurisdiction in chain and limit.in_force(day)
    ]
    return tuple(sorted(found, key=lambda limit: chain.index(limit.jurisdiction)))


def limit_on(limits: Iterable[DatedLimit], rule: str, jurisdiction: str, day: date) -> DatedLimit:
    """The row of `rule` in force on `day`: that of the smallest region prevails.

    Raises `InputError` where there is none, or where two of one region hold on the same day.
    """
    found = limits_on(limits, rule, jurisdiction, day)
    if not found:
        raise InputError(
            Text(
                zh=f"{day}在{jurisdiction}没有有效的期限规则“{rule}”，请在期限规则中补充。",
                en=f"No rule “{rule}” was in force in {jurisdiction} on {day}; add it to the dated rules.",
            )
        )
    if len(found) > 1 and found[1].jurisdiction == found[0].jurisdiction:
        raise InputError(
            Text(
                zh=f"{day}在{found[0].jurisdiction}有两条有效的期限规则“{rule}”，请更正有效期。",
                en=f"Two rules “{rule}” hold in {found[0].jurisdiction} on {day}; mend their validity.",
            )
        )
    return found[0]
