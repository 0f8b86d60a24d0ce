"""The same fact said twice: same subject, same unit, same time, two values.

Genre: an overview that says 186场 and a section that says 168场; “建成分中心五个…这6个分中心”. Wordings are compared without their
verbs, order and abbreviations (授权发明专利 = 发明专利授权量); anything that sets two facts apart (another town, half a year, plan
against result, part against whole) keeps them apart, because a false alarm costs more than a repeat overlooked.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from jingwei.kernel.text import Text
from jingwei.summary.proofread.lexicon import cues, units
from jingwei.summary.proofread.relations import near
from jingwei.summary.proofread.relations.lists import is_quantity
from jingwei.summary.proofread.roles import Role, Roles
from jingwei.summary.proofread.shapes import Kind, Relation, Status
from jingwei.summary.proofread.structure import Outline, Slot
from jingwei.summary.proofread.subjects import subject_of

SAME = Text("前后两处说的是同一个数", "both places say the same")
DIFFERS = Text(
    "同一事项前后两处数字不同：{first} 与 {second}", "the same fact is given as {first} and as {second}"
)
BACK = Text("“这{second}”所指的前文是 {first}", "“these {second}” refers back to {first}")

_FILLER = re.compile(
    r"截至\d{1,2}月[底末]|\d{1,2}月[底末]|(?:19|20)\d\d年|今年以来|今年|本年度?|当年|全年|年内|年度|年末|年底|至年末|至年底|截至目前|截至|目前|至今|到|全区|全县|全市|全旗|我区|我县|我市|全社会|各类|共计|合计|总计|总数|总量|"
    r"数量|总额|达到|实现|完成|开展|举办|组织|共|达|已|新|的|了|为|有|量|数|额|各级|级|实有|实际|一批|先后|成功|顺利|年|各|对|将|使|并|把|地|在|约|近|超|多|余|突破|累计|拥有|建有|建成|新建|获得?|取得|于|"
    r"中|上|下|内|均|也|还|其|该|与|和|及|以及|、|,|“|”|\s|\""
)
_SHORT = {
    "高新技术企业": "高企",
    "研究与试验发展": "R&D",
    "众创空间": "众创",
    "孵化器": "孵化",
    "规模以上": "规上",
}
_ATOMS = re.compile(
    r"发明专利|实用新型|外观设计|授权|申请|高企|科技型中小企业|新增|净增|有效|认定|备案|培育|登记|技术合同|成交|签订|引进|增加值|产值|规上|工业|省级|市级|国家级|区级|县级|平台|创新|科普|活动"
)
_PERIOD = re.compile(
    r"上半年|下半年|前?[一二三四1-4](?:[-—至到~、][一二三四1-4])?季度|\d{1,2}(?: ?[-—至到~]{1,2} ?\d{1,2})?月份?"
)
LONGEST_NOUN = 12
_NOUN = re.compile(
    r"(?:逐一|全部|均|都|已|共|先后|分别|与|对|把|将|签|获|通过|走村|开展|参加|深入|组成|作为).*$"
)
_PART_OF_YEAR = re.compile(r"同期|环比|期间|活动周|当月|每")
_OTHER_PLACE = re.compile(r"[镇乡街道园区村校院所司厂社场馆站企](?![级])")
_GENERIC = re.compile(
    r"^(?:企业|项目|资金|投资|金额|专利|人才|人员|收入|产值|活动|培训|平台|家|个|成果|合同|协议|面积|经费|补助|奖励|合同额|成交额|单位|专家|培训班|会议|贷款|农户|农民|村|学校|学生|其中.*|总投资|课程|技术)?$"
)


def relations(outline: Outline, roles: Roles) -> Iterator[Relation]:
    """A relation for every pair of places that say the same fact."""
    facts: dict[tuple[object, ...], list[Slot]] = defaultdict(list)
    for slot in outline.slots.values():
        key = _key(slot, roles, outline)
        if key is not None:
            facts[key].append(slot)
        back = _back(slot, roles, outline)
        if back is not None:
            yield back
    for places in facts.values():
        first = places[0]
        for other in places[1:]:
            if other.group.sentence is not first.group.sentence:
                yield _compare(first, other)


def _compare(first: Slot, other: Slot) -> Relation:
    shown = f"{first.figure.text} ; {other.figure.text}"
    if first.figure.true.meets(other.figure.true):
        return Relation(
            Kind.REPEAT, Status.PASS, None, (first.index, other.index), arithmetic=shown, explanation=SAME
        )
    text = DIFFERS.format(first=first.figure.text, second=other.figure.text)
    return Relation(
        Kind.REPEAT, Status.FAIL, None, (first.index, other.index), arithmetic=shown, explanation=text
    )


def _key(slot: Slot, roles: Roles, outline: Outline) -> tuple[object, ...] | None:
    """What makes a fact the same fact; None where the words are too few to tell."""
    sentence, role = slot.group.sentence, roles[slot.index].role
    if sentence.is_plan or slot.figure.is_range or slot.group.anchor is not None:
        return None
    words = slot.lead
    if role is Role.GROWTH and slot.family is units.Family.RATE:
        words = cues.GROWTH_END.sub("", words)
        words = re.sub(r"同比|比上年|较上年|比去年|较去年|分别", "", words)
        if len(_core(words)) < 3:
            return None
    elif (
        role is Role.RATIO
        and slot.family is units.Family.RATE
        and re.search(r"同比$", words)
        and "增" in slot.tail
    ):
        role, words = Role.GROWTH, words.replace("同比", "")
    elif role is not Role.QUANTITY or slot.is_rate:
        return None
    if cues.PART.search(slot.between) or _PART_OF_YEAR.search(words) or _in_a_list(slot):
        return None
    words = _PERIOD.sub("", words)
    tail = slot.tail.strip() if not slot.is_rate and len(_FILLER.sub("", words)) < 4 else ""
    if _NOUN.search(tail) or len(tail) > LONGEST_NOUN:
        tail = ""
    subject = words + tail
    core = _core(subject)
    if len(_FILLER.sub("", subject)) < 3 or _GENERIC.match(core) or _is_elsewhere(slot, outline):
        return None
    year = _year(slot, outline), _period(slot)
    return (
        tuple(sorted(_atoms(core))),
        slot.family,
        units.BASE.get(slot.unit, slot.unit) if slot.family in {units.Family.MONEY} else "",
        role,
        year,
        _sort(words),
    )


def _core(words: str) -> str:
    words = re.sub(r"^[一二三四五六七八九十]是|^[①-⑩\d、.()一二三四五六七八九十]+", "", words.strip())
    for long, short in _SHORT.items():
        words = words.replace(long, short)
    return _FILLER.sub("", words)


def _atoms(core: str) -> list[str]:
    found = _ATOMS.findall(core)
    rest = _ATOMS.sub("", core)
    return [one for one in [*found, rest] if one]


def _sort(words: str) -> str:
    """Additions and stocks are different facts."""
    if re.search(r"新增|净增|新认定|新引进|新建|新培育|当年|首次|新获", words):
        return "added"
    return "stock" if re.search(r"累计|总数|总量|拥有|现有|至今|有效", words) else ""


def _period(slot: Slot) -> str:
    """The part of a year a fact speaks of: 1-10月, 上半年; empty for the whole year."""
    sentence = slot.group.sentence
    found = _PERIOD.findall(slot.lead) or _PERIOD.findall(sentence.text[:24])
    return re.sub(r"[—至到~ ]{1,4}", "-", found[-1]).replace("月份", "月") if found else ""


def _year(slot: Slot, outline: Outline) -> int | None:
    named = re.findall(r"(?<!\d)((?:19|20)\d\d)年", slot.lead)
    return int(named[-1]) if named else slot.group.sentence.year


def _in_a_list(slot: Slot) -> bool:
    """Whether it is one of several parts: 国家级6项、省级19项."""
    return "、" in slot.separators and len(slot.lead) < 10


def _is_elsewhere(slot: Slot, outline: Outline) -> bool:
    """Whether the sentence speaks of one town, park or firm, so that like words are another fact."""
    topic = slot.group.sentence.topic
    return (
        bool(
            re.search(
                r"(?:镇|乡|街道|公司|学院|大学|中心|大厦|创业园|产业园|科技园|孵化园|孵化器|基地|开发区|集团)(?!级)[^,]{0,6}$",
                topic,
            )
        )
        and slot.place > 0
    )


def _back(slot: Slot, roles: Roles, outline: Outline) -> Relation | None:
    """这6个分中心: a number that points back to one said before."""
    if not re.search(
        r"(?:^|[,。])(?:这|上述|以上|该)$", slot.lead.strip() and ("," + slot.lead.strip()) or ""
    ) or not is_quantity(slot, roles):
        return None
    noun = re.match(r"^[^,;:、的]{2,6}", slot.tail)
    if noun is None:
        return None
    found = [
        one
        for one in [*near.quantities_before(slot, roles), *near.earlier_quantities(slot, roles, outline, 2)]
        if units.may_add(one.unit, slot.unit)
    ]
    if not found or any(one.figure.true.meets(slot.figure.true) for one in found):
        return None
    named = [one for one in found if _shared(noun[0], one.lead + one.tail)]
    if len(named) != 1:
        return None
    text = BACK.format(first=named[0].figure.text, second=slot.figure.text)
    shown = f"{named[0].figure.text} ; {slot.figure.text}"
    return Relation(
        Kind.REPEAT, Status.FAIL, None, (named[0].index, slot.index), arithmetic=shown, explanation=text
    )


def _shared(one: str, other: str) -> bool:
    return any(one[place : place + 2] in other for place in range(len(one) - 1))
