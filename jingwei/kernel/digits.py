"""Digits and signs as they are really typed: full width, odd minus signs, invisible characters.

Unicode normalisation (NFKC) is not used: it turns ``10²`` into ``102``. Nor is `str.isdigit`, which holds for
``²``.
"""

import re

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"))
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SPACES = dict.fromkeys(map(ord, "\u3000\u00a0\u2007\u2009\u202f\t\r\n"), " ")
_MINUS_SIGNS = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"), "-")
_TYPED = _FULL_WIDTH | _INVISIBLE | _SPACES | _MINUS_SIGNS


def narrow(text: str) -> str:
    """`text` with full-width letters, digits and signs made half-width, minus signs made ``-``, spaces plain
    and trimmed, invisible characters removed. Chinese punctuation without a half-width twin stays.
    """
    return text.translate(_TYPED).strip()


def is_digits(text: str) -> bool:
    """Whether `text` is one or more of 0–9 and nothing else."""
    return re.fullmatch(r"[0-9]+", text) is not None
