"""How a number is printed: thousands separators, no needless zeros."""

from jingwei.kernel.rounding import Exact, round_half_up


def numeral(value: Exact, places: int = 2, *, grouped: bool = True, keep_zeros: bool = False) -> str:
    """`value` rounded half up to at most `places` decimals: ``1,234.5``.

    Zeros behind the point are left out; with `keep_zeros` only where all of them are zero (``1,234``,
    ``1,234.50``).
    """
    rounded = round_half_up(value, places)
    text = f"{rounded:,f}" if grouped else f"{rounded:f}"
    whole, _, decimals = text.partition(".")
    if not decimals.strip("0"):
        return whole
    return text if keep_zeros else text.rstrip("0")
