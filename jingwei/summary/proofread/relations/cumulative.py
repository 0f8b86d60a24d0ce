"""Running totals: what stood before, what this year added, and what it comes to.

Genre: “至2012年底累计完成2.64亿元,今年完成1.86亿元,至年末累计完成4.50亿元”; “今年新建47处,累计达到359处”; “三年累计6.44亿元”. What was taken
away in between (注销, 迁出, 核减) makes the equation unsure.
"""

import re
from collections.abc import Iterator

from jingwei.kernel.text import Text
from jingwei.summary.proofread.arithmetic import number, span
from jingwei.summary.proofread.lexicon import units
from jingwei.summary.proofread.relations import near
from jingwei.summary.proofread.relations.lists import is_quantity
from jingwei.summary.proofread.roles import Role, Roles
from jingwei.summary.proofread.shapes import Kind, Relation, Status
from jingwei.summary.proofread.structure import Outline, Slot
from jingwei.summary.proofread.subjects import subject_of

HOLDS = Text("上年数加本年数等于累计数", "previous and this year make the running total")
FAILS = Text(
    "上年数加本年数为 {found}，文中累计 {printed}",
    "previous and this year make {found}; the text says {printed}",
)
LEFT = Text("其间有减少，无从核对", "some were taken away in between; nothing to check")
LESS = Text("累计数小于本年数", "the running total is less than this year alone")
MORE = Text("累计数不小于本年数", "the running total is not less than this year's")

_RUNNING = re.compile(
    r"累计|总数|总量|总计|总额|总数量|存量|达到?|增至|共有|已有|拥有|现有|至今|目前|至此|合计|已达|总规模|保有量"
)
_STRONG = re.compile(r"累计|总数|总量|至今|至此|增至|存量|保有量|总规模")
_EARLIER = re.compile(
    r"(?:上年|去年|前年|上年度)(?:末|底|年末|年底)|(?:19|20)\d\d年(?:末|底)?(?:前|以前|末|底)|年初|原有|此前|期初|原来|在(?:上年|去年)"
)
_ADDED = re.compile(
    r"今年|本年|当年|全年|年内|新增|新建|新认定|新引进|新培育|新获|新入|又|再|新|增加|本期|上半年|(?:19|20)\d\d年(?!底|末|初|以来|前)"
)
_TAKEN = re.compile(
    r"(?<![无没未]一)(?<![无没未有])(?:注销|迁出|核减|剔除|退出|取消|撤并|撤销|摘牌|到期|失效|淘汰|有效|扣除|调出|合并)"
)


def relations(outline: Outline, roles: Roles) -> Iterator[Relation]:
    """A relation for every running total that stands beside what it is made of."""
    for slot in outline.slots.values():
        if not is_quantity(slot, roles) or not _RUNNING.search(slot.lead) or slot.group.sentence.is_plan:
            continue
        found = _three(slot, roles, outline) or _two(slot, roles)
        if found is not None:
            yield found


def _three(slot: Slot, roles: Roles, outline: Outline) -> Relation | None:
    """previous + this year = running total"""
    if _EARLIER.search(slot.lead) and not re.search(r"至年[末底]|到年[末底]", slot.lead):
        return None
    previous = added = None
    for one in _candidates(slot, roles, outline):
        if previous is None and _stood_before(one, roles) and _same_thing(one, slot):
            previous = one
        elif added is None and _was_added(one, roles) and _same_thing(one, slot) and one is not previous:
            added = one
        if previous is not None and added is not None:
            break
        if _is_other_total(one, slot, roles) and one is not previous:
            break
    if previous is None or added is None or _year_of(previous) == _year_of(slot) is not None:
        return None
    if slot.index < max(previous.index, added.index) and previous.index < slot.index:
        return None
    whole = previous.figure.true + added.figure.true
    found = number(
        previous.figure.high + added.figure.high, slot.unit if slot.unit in {"元", "平方米"} else ""
    )
    shown = f"{previous.figure.text} + {added.figure.text} = {found} ; {slot.figure.text}"
    words = outline.text[previous.figure.start : slot.figure.end]
    if whole.meets(slot.figure.true):
        return _said(Status.PASS, slot, added, previous, shown, HOLDS)
    if _TAKEN.search(words) or _others_between(slot, previous, added):
        return _said(Status.NOT_ASSESSABLE, slot, added, previous, shown, LEFT)
    text = FAILS.format(found=span(whole, slot.unit), printed=slot.figure.text)
    return _said(Status.FAIL, slot, added, previous, shown, text)


def _others_between(slot: Slot, previous: Slot, added: Slot) -> bool:
    """Whether another count in the same unit stands among the three: it may have come or gone as well."""
    among = slot.group.slots
    return any(
        one.unit == slot.unit
        and previous.index < one.index < slot.index
        and one is not added
        and not one.is_rate
        for one in among
    )


def _is_other_total(one: Slot, slot: Slot, roles: Roles) -> bool:
    """Another running total in the same unit: what stands before it belongs to it."""
    return (
        is_quantity(one, roles)
        and one.unit == slot.unit
        and bool(_STRONG.search(one.lead))
        and not _stood_before(one, roles)
    )


def _year_of(slot: Slot) -> str | None:
    named = re.findall(r"((?:19|20)\d\d)年", _timed(slot))
    return named[-1] if named else None


def _candidates(slot: Slot, roles: Roles, outline: Outline) -> Iterator[Slot]:
    for one in near.before(slot):
        yield one
        yield from (inner for group in one.group.inner if group.anchor is one for inner in group.slots)
    after = slot.after()
    if after is not None and roles[after.index].role is Role.PREVIOUS:
        yield after
    earlier = outline.earlier(slot.group.sentence)
    if earlier is not None:
        yield from earlier.main.slots[: -near.REACH - 1 : -1]


def _stood_before(one: Slot, roles: Roles) -> bool:
    role = roles[one.index].role
    if one.is_rate or role not in {Role.QUANTITY, Role.PREVIOUS}:
        return False
    words = _timed(one)
    return bool(_EARLIER.search(words)) and not re.search(r"以来", words) and not _THIS_END.search(words)


_THIS_END = re.compile(r"至年末|至年底|到年末|到年底|今年末|今年底")
_TIME_CLAUSE = re.compile(r"^[^,;:、]*(?:年|末|底|月|前|初)$")


def _timed(one: Slot) -> str:
    """The words before a figure with the time phrase that opens its clause: “2010年末,全县累计建成”."""
    clauses = re.split(r"[,;:、]", one.between)
    opening = clauses[-2].strip() if len(clauses) > 1 else ""
    return opening + "," + clauses[-1] if _TIME_CLAUSE.match(opening) else one.lead


def _was_added(one: Slot, roles: Roles) -> bool:
    role = roles[one.index].role
    if one.is_rate or role not in {Role.QUANTITY, Role.INCREMENT}:
        return False
    return bool(_ADDED.search(_timed(one))) and not _STRONG.search(one.lead) and not _EARLIER.search(one.lead)


def _same_thing(one: Slot, other: Slot) -> bool:
    """Whether both count the same: units that fit, and no words that name another thing."""
    if not (one.unit == other.unit or units.may_add(one.unit, other.unit)):
        return False
    mine, others = _bare(one), _bare(other)
    if not mine or not others:
        return True
    return (
        mine in others or others in mine or _shared(mine, others) >= max(1, min(len(mine), len(others)) // 2)
    )


_FILLER = re.compile(
    r"截至|截止|至|到|全区|全县|全市|我区|我县|我市|底|末|年|上|去|今|本|当|月|\d+|累计|总数|总量|达到|达|完成|建成|拥有|共有|已有|现有|已|共|新增|新建|新认定|新引进|新培育|新|的|为|在|前|初|从|由|"
    r"目前|期末|又|再|增加|实现|总额|总|数量|数|近|约|超|突破|增至|认定|备案|培育|登记|签订|引进|发放|建设|开工以来|以来|投资|资金|家数|面积|规模|人数|户数|项目数|个数"
)


def _bare(slot: Slot) -> str:
    return _FILLER.sub("", subject_of(slot).split("以来")[-1])


def _shared(one: str, other: str) -> int:
    return sum(one[place : place + 2] in other for place in range(len(one) - 1))


def _two(slot: Slot, roles: Roles) -> Relation | None:
    """This year alone cannot be more than all years together."""
    if not _STRONG.search(slot.lead):
        return None
    before = next(near.quantities_before(slot, roles), None)
    if (
        before is None
        or before.unit != slot.unit
        or not _was_added(before, roles)
        or not _same_thing(before, slot)
    ):
        return None
    if _bare(slot) and not _bare(before):
        return None
    shown = f"{before.figure.text} ≤ {slot.figure.text}"
    if before.figure.true.exceeds(slot.figure.true):
        return _said(Status.FAIL, slot, before, None, shown.replace("≤", ">"), LESS)
    return _said(Status.PASS, slot, before, None, shown, MORE)


def _said(status: Status, slot: Slot, added: Slot, previous: Slot | None, shown: str, text: Text) -> Relation:
    before = previous.index if previous else None
    return Relation(
        Kind.CUMULATIVE,
        status,
        slot.index,
        (added.index,),
        previous=before,
        arithmetic=shown,
        explanation=text,
    )
