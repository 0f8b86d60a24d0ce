"""Finds the figures of a text from left to right; `lexicon.not_figures` says which digits are none.

Source: 近20万平方米, 2100多万元, 2万幅, 7.8亿 (元 understood), 25项以上, 三大园区, 4.3%和53.9% (two).
"""

import re
from bisect import bisect_right
from fractions import Fraction

from jingwei.summary.proofread.lexicon import hedges, not_figures, units
from jingwei.summary.proofread.lexicon.idioms import IDIOM
from jingwei.summary.proofread.lexicon.units import Family
from jingwei.summary.proofread.scanning.hedges import hedge_before, true_values
from jingwei.summary.proofread.scanning.numbers import NUMBER, PER_CENT, Number
from jingwei.summary.proofread.scanning.printed import Printed, far_end, printed_at, with_row_unit
from jingwei.summary.proofread.shapes import Figure

_TENTHS = "成"  # 三成: thirty per cent
_MONEY = "元"
_MONEY_FROM = 10**8  # a bare number of so many 亿 speaks of money in these texts
BEFORE_MONEY, BEHIND_MONEY = 24, 6  # characters around a bare number in which a word of money is looked for
SINCE_MONEY = 12  # characters since an amount after which a bare number is an amount too
_CLAUSE_END = re.compile(r"[。;\n]")


def figures_of(text: str, shown: str) -> list[Figure]:
    """The figures of `text` (normalised); `shown` is the text as read, of the same length."""
    return _Scanner(text, shown).run()


class _Scanner:
    """One pass over the text from left to right."""

    def __init__(self, text: str, shown: str) -> None:
        self.text, self.shown = text, shown
        self.barred = not_figures.spans(text)
        self.starts = [start for start, _, _ in self.barred]
        self.found: list[Figure] = []

    def run(self) -> list[Figure]:
        place = 0
        while match := NUMBER.search(self.text, place):
            place = self._at(match)
        return self.found

    def _at(self, match: re.Match[str]) -> int:
        """Take what stands at `match`; gives where to go on."""
        start = match.start()
        passed = self._behind_no_figure(match)
        if passed is not None:
            return max(passed, start + 1)
        printed = printed_at(self.text, start)
        if printed is None:
            return match.end()
        if self._is_slogan(start, printed):
            return printed.end
        far = far_end(self.text, printed)
        self.found.append(self._figure(start, printed, far))
        return (far or printed).beyond

    def _behind_no_figure(self, match: re.Match[str]) -> int | None:
        """Where digits end that are no figure; None where they may be one."""
        place = bisect_right(self.starts, match.start()) - 1
        if place >= 0 and self.barred[place][1] > match.start():
            return self.barred[place][1]
        idiom = IDIOM.match(self.text, match.start()) if match["chinese"] else None
        return idiom.end() if idiom else None

    def _is_slogan(self, start: int, printed: Printed) -> bool:
        is_worded = printed.number.chinese and printed.end != printed.number.end
        return is_worded and not_figures.is_slogan(self.text, start, printed.end)

    def _figure(self, start: int, printed: Printed, far: Printed | None) -> Figure:
        last = with_row_unit(self.text, far or printed)
        unit = self._unit(last, start)
        factor = units.FACTOR.get(last.unit, Fraction(10 if last.unit == _TENTHS else 1))
        low, high = (printed if far else last).number.value * factor, last.number.value * factor
        if far and not printed.unit and not printed.number.scaled and far.number.scaled:
            low *= far.number.scale
        hedge = printed.hedge or last.hedge or hedge_before(self.text, start)
        step = last.number.step * factor
        return Figure(
            text=self.shown[start : last.end],
            start=start,
            end=last.end,
            low=low,
            high=high,
            unit=units.BASE.get(unit, unit),
            hedge=hedge,
            true=true_values(low, high, step, hedge, exact=_is_exact(unit, last.number)),
        )

    def _unit(self, printed: Printed, start: int) -> str:
        if self.text.startswith(PER_CENT, start) or printed.unit == _TENTHS:
            return "%"
        if printed.unit or not printed.number.scaled:
            return printed.unit
        return _MONEY if self._is_money(printed, start) else ""

    def _is_money(self, printed: Printed, start: int) -> bool:
        """Whether a scaled number without unit is an amount: 累计投入7.8亿."""
        before = _CLAUSE_END.split(self.text[max(0, start - BEFORE_MONEY) : start])[-1]
        around = before + self.text[printed.end : printed.end + BEHIND_MONEY]
        if printed.number.value >= _MONEY_FROM or hedges.MONEY_WORDS.search(around):
            return True
        last = self.found[-1] if self.found else None
        return last is not None and last.unit == _MONEY and start - last.end < SINCE_MONEY


def _is_exact(unit: str, number: Number) -> bool:
    """Whether a count was printed to the last one; amounts and rates are always rounded."""
    is_counted = units.family_of(unit) in units.COUNTS | {Family.TIME, Family.OTHER}
    return is_counted and not number.scaled and number.step == 1
