"""The words and the arithmetic in which a breakdown is told."""

from fractions import Fraction

from jingwei.kernel.text import Text
from jingwei.summary.proofread.arithmetic import number
from jingwei.summary.proofread.relations.breakdown.shapes import Breakdown, Marker
from jingwei.summary.proofread.shapes import Kind, Relation, Status
from jingwei.summary.proofread.structure import Slot

WHY = {
    Marker.PART: Text("“其中”引出分项", "其中 opens the list of parts"),
    Marker.DIVIDED: Text("“按……分”引出分项", "按…分 opens the list of parts"),
    Marker.AMONG: Text("“……中”引出分项", "…中 opens the list of parts"),
    Marker.SPLIT: Text("“分为”引出分项", "分为 opens the list of parts"),
    Marker.COLON: Text("冒号引出分项", "a colon opens the list of parts"),
    Marker.BRACKET: Text("括号紧跟总数", "the bracket stands right behind the total"),
    Marker.AXIS: Text("各项并列，口径相同", "the parts lie side by side on one axis"),
    Marker.REST: Text("“其余”收尾，分项已列全", "the list ends with the rest and so is complete"),
    Marker.TOTAL: Text("列举之后以“共”“合计”等总结", "the list is followed by its total"),
    Marker.YEARS: Text("历年列举之后以“累计”总结", "the years are listed before their total"),
    Marker.UNIT: Text("“其中”之后换了单位", "the unit changes behind 其中"),
}
NEAREST = Text(
    "以“{total}”为总数：最近而单位相合", "“{total}” is taken for the whole: the nearest whose unit fits"
)
FURTHER = Text(
    "以更前的“{total}”为总数：分项与最近的不合",
    "“{total}” further before is taken for the whole: the parts do not fit the nearest",
)
_CHOSEN = {Marker.PART, Marker.DIVIDED, Marker.AMONG, Marker.SPLIT, Marker.COLON, Marker.REST}
_SPOKEN_UNITS = {"元", "平方米"}  # shown with 万 and 亿; counts are shown bare


def why(breakdown: Breakdown, relation: Relation) -> tuple[Text, ...]:
    """What makes the figures parts and whole: the marker, and why this figure is the total."""
    if breakdown.marker not in _CHOSEN:  # the total stands right beside the list
        return (WHY[breakdown.marker],)
    nearest = breakdown.totals[0]
    total = next((one for one in breakdown.totals if one.index == relation.total), nearest)
    taken = (NEAREST if total is nearest else FURTHER).format(total=total.figure.text)
    return WHY[breakdown.marker], taken


def said(
    kind: Kind, status: Status, total: Slot, parts: list[Slot], text: Text, *, closed: bool = False
) -> Relation:
    """A relation of parts with their total, its arithmetic shown."""
    return Relation(
        kind,
        status,
        total.index,
        tuple(slot.index for slot in parts),
        closed=closed,
        arithmetic=_shown(total, parts),
        explanation=text,
    )


def _shown(total: Slot, parts: list[Slot]) -> str:
    """1 + 8 + 2 = 11 ; 12项: the sum, and the total as printed where it differs."""
    added = sum((slot.figure.high for slot in parts), start=Fraction(0))
    terms = " + ".join(_number(slot.figure.high, slot, total) for slot in parts)
    whole = total.figure.high
    if len(parts) == 1:
        return f"{terms} {'≤' if added <= whole else '>'} {_number(whole, total, total)}"
    made = f"{terms} = {_number(added, total, total)}"
    return made if whole == added else f"{made} ; {total.figure.text}"


def _number(value: Fraction, slot: Slot, total: Slot) -> str:
    return number(value, slot.unit if total.unit in _SPOKEN_UNITS else "")
