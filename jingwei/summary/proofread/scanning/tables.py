"""Tables typed as lines of text: 技术合同成交额(亿元)   14   14.7; cells between spaces, the unit at the head."""

import re

from jingwei.summary.proofread.lexicon import units
from jingwei.summary.proofread.lexicon.words import longest_of
from jingwei.summary.proofread.scanning.numbers import ARABIC

LONGEST_ROW = 80  # characters before a cell in which its row's head is looked for
_CELL = re.compile(rf"\S.* {{1,12}}(?:{ARABIC})$")
_CELL_END = re.compile(r" {2,12}\S| {1,12}[\d—-]| {0,12}(?:\n|$)")
_ROW_UNIT = re.compile(rf"\((?P<scale>万|亿)?(?P<unit>{longest_of(units.FAMILY)})\)")


def is_cell(text: str, end: int) -> bool:
    """Whether a bare number that ends at `end` is a cell of such a table."""
    return bool(_CELL_END.match(text, end)) and bool(_CELL.search(_line_before(text, end)))


def row_unit(text: str, end: int) -> tuple[str, int] | None:
    """The unit of a cell's row and its scale: (亿元) gives 元 and 10⁸; None where its head names none."""
    head = _ROW_UNIT.search(_line_before(text, end))
    if head is None:
        return None
    return head["unit"], units.SCALES[head["scale"]] if head["scale"] else 1


def _line_before(text: str, end: int) -> str:
    """The line up to a place; of a very long one its end."""
    return text[max(0, end - LONGEST_ROW) : end].rpartition("\n")[2]
