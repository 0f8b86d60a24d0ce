"""Parts that are together larger than their whole: wrong on one axis, possible on several.

Genre: “专利授权100件,其中发明60件、企业50件” overlaps and may be; “其中国家级60件、省级50件” cannot.
"""

from jingwei.kernel.text import Text
from jingwei.summary.proofread.intervals import total_of
from jingwei.summary.proofread.lexicon import axes
from jingwei.summary.proofread.relations.breakdown.saying import said
from jingwei.summary.proofread.relations.breakdown.shapes import places_of
from jingwei.summary.proofread.shapes import Kind, Relation, Status
from jingwei.summary.proofread.structure import Slot

TOGETHER = Text("同一口径的分项合计大于总数", "parts of one partition are together larger than the whole")
OVERLAP = Text("分项口径交叉，合计可以大于总数", "the parts overlap, so they may add to more than the whole")

ENDING = 2  # characters which parallel names have in common: 纺织企业12家,机械企业9家
_Place = tuple[str, str]


def overshoot(parts: list[Slot], total: Slot) -> Relation:
    """What can be said of parts that are together larger than `total`."""
    places = places_of(parts)
    named = [place for place in places if place is not None]
    axes_named = dict.fromkeys(axis for axis, _ in named)
    for axis in axes_named:
        mine = _largest_of_each_place(parts, places, axis)
        if total_of([slot.figure.true for slot in mine]).exceeds(total.figure.true):
            return said(Kind.SUBSET, Status.FAIL, total, mine, TOGETHER)
    if len(set(named)) < len(named):
        return said(Kind.SUBSET, Status.UNCERTAIN, total, parts, OVERLAP)
    if len(axes_named) > 1:
        return said(Kind.SUBSET, Status.PASS, total, parts, OVERLAP)
    has_attribute = any(axes.is_attribute(slot.lead + slot.tail) for slot in parts)
    if None in places and (axes_named or has_attribute):
        return said(Kind.SUBSET, Status.UNCERTAIN, total, parts, OVERLAP)
    status = Status.FAIL if axes_named or _are_alike(parts) else Status.UNCERTAIN
    return said(Kind.SUBSET, status, total, parts, TOGETHER if status is Status.FAIL else OVERLAP)


def _are_alike(parts: list[Slot]) -> bool:
    """Whether the writing makes one list of parts on no known axis: a bracket, 、, or an ending all names share."""
    if all(slot.group.anchor is not None or slot.separators in {"、", ""} for slot in parts[1:]):
        return True
    endings = {slot.lead.strip()[-ENDING:] for slot in parts}
    return len(endings) == 1 and len(endings.pop()) == ENDING


def _largest_of_each_place(parts: list[Slot], places: list[_Place | None], axis: str) -> list[Slot]:
    """The largest figure of each place on an axis: 企业 and 高新技术企业 are the same place twice."""
    best: dict[_Place, Slot] = {}
    for slot, place in zip(parts, places, strict=True):
        if place is None or place[0] != axis:
            continue
        if place not in best or best[place].figure.high < slot.figure.high:
            best[place] = slot
    return list(best.values())
