"""What a number leaves possible by its hedge (近20万, 25项以上, 约3000, 不足5%) and by how it was rounded."""

from fractions import Fraction

from jingwei.summary.proofread.intervals import Interval
from jingwei.summary.proofread.lexicon import hedges
from jingwei.summary.proofread.shapes import Hedge

_ABOUT = Fraction(1, 20)  # 约3000: within a twentieth, or half the worth of its last digit
_NEARLY = Fraction(1, 2)  # 近20万: never less than half


def hedge_before(text: str, start: int) -> Hedge | None:
    """The hedge before a number that begins at `start`: 近20万."""
    earliest = max(0, start - hedges.FARTHEST_BEFORE)
    match = hedges.STANDS_BEFORE.search(text, earliest, start)
    word = match[0].strip() if match else ""
    if word == "过" and not hedges.HAS_PASSED.search(text[earliest:start]):
        return None
    return hedges.BEFORE.get(word)


def hedge_behind(text: str, end: int) -> tuple[Hedge, int] | None:
    """The hedge behind a unit that ends at `end`, and where it ends itself: 25项以上."""
    match = hedges.STANDS_AFTER.match(text, end)
    if match is None or text.startswith(hedges.IS_NO_BOUND, end):
        return None
    if match[0] in hedges.INSIDE and not hedges.ENDS_PHRASE.match(text, match.end()):
        return None
    return hedges.AFTER[match[0]], match.end()


def true_values(
    low: Fraction, high: Fraction, step: Fraction, hedge: Hedge | None, *, exact: bool
) -> Interval:
    """The values a print allows: half its last digit either way (nought if `exact`), further as the hedge says."""
    half = Fraction(0) if exact else step / 2
    last = _last_digit(high, step)
    match hedge:
        case None:
            return Interval(low - half, high + half)
        case Hedge.NEARLY | Hedge.UNDER:
            return Interval(max(low - last, low * _NEARLY), high + half)
        case Hedge.ABOUT:
            reach = max(last / 2, high * _ABOUT, half)
            return Interval(low - reach, high + reach)
        case Hedge.OVER:
            return Interval(low - half, high + last)
        case Hedge.AT_LEAST:
            return Interval(low - half, None)


def _last_digit(value: Fraction, step: Fraction) -> Fraction:
    """The worth of the last digit that is not nought: 2100万 gives 100万, 1.5亿 gives 0.1亿."""
    if value == 0:
        return step
    while (value / (step * 10)).denominator == 1:
        step *= 10
    return step
