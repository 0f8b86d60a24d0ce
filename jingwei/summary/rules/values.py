"""What a figure is worth, as the summary needs it: independent of where it was counted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from jingwei.kernel.canonical import JSON
from jingwei.kernel.text import Text


class Sort(StrEnum):
    """What the number of a figure is a number of."""

    COUNT = "count"
    MONEY = "money"  # fen
    PERCENT = "percent"


@dataclass(frozen=True)
class Value:
    """A figure that has a value: `exact` in items, fen or per cent; `previous` the same a year before.

    `growth` against last year is exact and None where none can be stated. `evidence` goes into the issued
    document as it is: measure, definition digest, snapshot digest, period, records and their root.
    """

    reference: str
    sort: Sort
    exact: Fraction
    label: Text
    unit: Text
    previous: Fraction | None = None
    growth: Fraction | None = None
    evidence: Mapping[str, JSON] = field(default_factory=dict)


@dataclass(frozen=True)
class Missing:
    """A figure without a value, and why: no such measure, or not yet recorded."""

    reference: str
    reason: Text


Filled = Value | Missing
