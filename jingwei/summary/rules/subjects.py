"""What the figures of a text count, told so exactly that texts can be compared: own words under those of the wholes.

发明专利 alone is ambiguous; 国家授权专利 → 发明专利 is not.
"""

import re

from jingwei.summary.proofread import Kind, Reading
from jingwei.summary.proofread.normal import normal

Path = tuple[str, ...]
_DEEPEST = 8
_TIMES = re.compile(r"(?:19|20)\d\d年(?:度|末|底|初)?|今年|本年|当年|全年|年内|去年|上年|前年|截至|年末|年底")
_PLACES = re.compile(r"^(?:全区|全县|全市|全旗|我区|我县|我市|我局|本局|区内|县内|市内)")
_SIGNS = re.compile(r"[\s“”\"'‘’《》()（）:：,，、的]")


def plain(words: str) -> str:
    """A subject without times, quotation marks and 全区: what stays the same from year to year."""
    return _PLACES.sub("", _SIGNS.sub("", _TIMES.sub("", normal(words))))


def paths(reading: Reading) -> tuple[Path, ...]:
    """For every figure its words under those of the wholes it is part of, outermost first; `()` where it has none."""
    wholes = wholes_of(reading)
    return tuple(_path(index, reading, wholes) for index in range(len(reading.figures)))


def wholes_of(reading: Reading) -> dict[int, int]:
    """The whole each part belongs to, by the places of their figures."""
    wholes: dict[int, int] = {}
    for relation in reading.relations:
        if relation.kind in {Kind.SUM, Kind.SUBSET, Kind.UNIT} and relation.total is not None:
            for part in relation.parts:
                wholes.setdefault(part, relation.total)
    return wholes


def _path(index: int, reading: Reading, wholes: dict[int, int]) -> Path:
    words: list[str] = []
    at: int | None = index
    for _step in range(_DEEPEST):
        if at is None:
            break
        own = plain(reading.figures[at].subject)
        if not own:
            return ()
        words.append(own)
        at = wholes.get(at)
    return tuple(reversed(words))
