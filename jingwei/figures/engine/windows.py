"""Which days of a record count for a period; pure."""

from dataclasses import dataclass
from datetime import date

from jingwei.figures.shapes import Kind
from jingwei.kernel.periods import Period


@dataclass(frozen=True)
class Window:
    """From `start` (None: ever since) to `end`, both included; nothing lies in a window that ends before it starts."""

    start: date | None
    end: date


def window_of(kind: Kind, period: Period, cut_off: date | None) -> Window:
    """The window of `period`: a flow is dated within it, a stock or cumulative figure up to its end.

    Nothing after `cut_off`, the last day a snapshot knows, ever counts.
    """
    end = period.end if cut_off is None else min(period.end, cut_off)
    return Window(period.start if kind is Kind.FLOW else None, end)
