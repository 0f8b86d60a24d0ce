"""Texts and choices out of cells."""

from collections.abc import Mapping
from difflib import get_close_matches

from jingwei.documents.checking.cleaning import clean
from jingwei.documents.checking.context import Context, Reading
from jingwei.documents.checking.verdicts import found
from jingwei.documents.reading.grid import Cell
from jingwei.kernel.digits import narrow
from jingwei.kernel.text import Text


def read_words(cell: Cell, context: Context) -> Reading:
    """Text as it stands, cleaned; it may begin with anything, for it is never run."""
    text, limit = cell.value, context.column.max_length
    if len(text) > limit:
        return Reading(None, (found("E-LONG", length=len(text), limit=limit),))
    return Reading(text)


def read_choice(cell: Cell, context: Context) -> Reading:
    """One of the choices, under any accepted spelling."""
    text = clean(cell.value).text
    spelling = context.spellings.get(fold(text))
    if spelling is None:
        return Reading(None, (found("E-CHOICE", value=text, hint=_nearest(text, context.choices)),))
    stored = context.choices[spelling]
    usual = next(key for key, value in context.choices.items() if value == stored)
    return Reading(stored, (found("N-SYNONYM", after=usual),) if text != usual else ())


def fold(text: str) -> str:
    """A spelling for comparison: half width, lower case, no spaces."""
    return "".join(narrow(text).casefold().split())


def _nearest(text: str, choices: Mapping[str, str]) -> Text:
    usual = list(dict.fromkeys(choices))
    near = get_close_matches(text, usual, n=1, cutoff=0.4)
    if near:
        return Text(f"最接近的是“{near[0]}”。", f"The nearest is “{near[0]}”.")
    shown = usual[:12]
    more_zh, more_en = ("等", " …") if len(usual) > len(shown) else ("", "")
    return Text(f"可选：{'、'.join(shown)}{more_zh}。", f"Choices: {', '.join(shown)}{more_en}.")
