"""What each figure does in its sentence: a quantity, or a rate of growth, share, target; this year's, last year's, the aim.

Roles come from the words of the slot alone, so every decision can be told in one line.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from jingwei.summary.proofread.lexicon import cues
from jingwei.summary.proofread.lexicon.units import Family
from jingwei.summary.proofread.structure import Outline, Sentence, Slot


class Role(StrEnum):
    """What a figure does."""

    QUANTITY = "quantity"
    PREVIOUS = "previous"  # 上年的93件, 由12家
    INCREMENT = "increment"  # 比上年增加15项
    GOAL = "goal"  # 年度目标50项
    EXCESS = "excess"  # 超额62件
    GROWTH = "growth"  # 增长4.3%
    MULTIPLE = "multiple"  # 是上年的2倍
    SHARE = "share"  # 占80%
    COMPLETION = "completion"  # 完成目标的120%
    EXCESS_RATE = "excess rate"  # 超额20%
    RATIO = "ratio"  # 合格率98%
    AVERAGE = "average"  # 户均1650万元
    CELL = "cell"  # of a table typed as lines of text


@dataclass(frozen=True)
class Part:
    """A role, and whether the movement is downward."""

    role: Role
    falls: bool = False


Roles = dict[int, Part]

_CONJUNCTION = re.compile(r"^(?:[、,/]|和|与|及|以及)?$")
_COMPARED = re.compile(r"(?:比|较)[^,;:]{0,16}$")
_PREVIOUS_END = re.compile(
    rf"(?:{cues.PRIOR}|(?:19|20)\d\d年)(?:全年|同期|同口径|末|底)?(?:的|为|是|有|仅|只有|完成|实现|基数|约|仅有|数)*[^,;:、]{{0,10}}$"
)
_NAMED_LAST = re.compile(
    rf"(?:{cues.PRIOR}|上年末|去年底|(?:19|20)\d\d年(?:末|底)?)(?:全年|同期|末|底)?(?:分别|的|为|是|有|仅|只有|基数|约)*$"
)


def roles_of(outline: Outline) -> Roles:
    """The role of every slot, by the index of its figure."""
    roles: Roles = {}
    for sentence in outline.sentences:
        for group in sentence.groups:
            for slot in group.slots:
                roles[slot.index] = _role(slot, roles, outline)
    return roles


def _role(slot: Slot, roles: Roles, outline: Outline) -> Part:
    if slot.between.endswith(" ") and slot.figure.text[-1].isdigit():
        return Part(Role.CELL)
    if slot.is_rate:
        return _rate(slot, roles)
    return _quantity(slot, roles, outline)


def _context(slot: Slot) -> str:
    """The words that govern a rate: its clause, and the clause before where its own has none."""
    return slot.lead


def _rate(slot: Slot, roles: Roles) -> Part:
    before = slot.before()
    if before is not None and before.is_rate and _CONJUNCTION.match(slot.between.strip()):
        return roles[before.index]
    lead = slot.lead
    if slot.family is Family.DOUBLINGS:
        return Part(Role.GROWTH)
    multiple = cues.MULTIPLE.search(lead)
    if multiple and slot.family in {Family.TIMES, Family.RATE}:
        return Part(Role.MULTIPLE)
    if slot.tail.startswith("于") and slot.family is Family.TIMES:
        return Part(Role.RATIO)
    if _is_completion(slot, roles):
        return Part(Role.EXCESS_RATE if _exceeds(slot) else Role.COMPLETION)
    grows = cues.GROWTH_END.search(lead)
    if grows and not re.search(r"(?:提高|增长|上升|下降|降低|提升|增加|减少)(?:到了?|至|为)$", lead):
        return Part(Role.GROWTH, bool(cues.FALLS.search(grows["word"])))
    if lead.strip() in {"分别", "分别为", "均", "各"} and before is not None:
        inherited = re.search(r"增长|提高|下降|减少|增幅", slot.between)
        if inherited:
            return Part(Role.GROWTH, bool(cues.FALLS.search(inherited[0])))
    if cues.SHARE.search(lead) or (
        before is not None and lead in {"的", "总数的", "总量的"} and _shares(before)
    ):
        return Part(Role.SHARE)
    if slot.family is Family.POINTS:
        return Part(Role.GROWTH, bool(cues.FALLS.search(lead)))
    return Part(Role.RATIO)


def _shares(before: Slot) -> bool:
    return bool(cues.SHARE.search(before.lead))


def _exceeds(slot: Slot) -> bool:
    return bool(
        re.search(
            r"超(?:额|出|过|目标|计划|任务|年度|全年|既定|[^,;完]{0,8}(?:目标|任务|计划))(?!完成[^,;]*的)[^,;]*$",
            slot.lead,
        )
    )


def _is_completion(slot: Slot, roles: Roles) -> bool:
    if slot.family is not Family.RATE:
        return False
    before, lead = slot.before(), slot.lead
    if (
        before is not None
        and lead in {"的", ""}
        and "的" in slot.between
        and roles[before.index].role is Role.GOAL
    ):
        return True
    if re.search(
        r"(?:目标|任务|计划|指标|进度|预算|任务数|目标值|计划数)[^,;:、]{0,6}?(?:的|数的|值的)(?:近|约|超过?)?$",
        lead,
    ):
        return True
    if re.search(r"(?:完成率|目标完成|任务完成|计划完成|完成进度|完成比例|兑现率)[^,;:、]{0,4}$", lead):
        return True
    if (
        re.search(r"超额?(?:完成)?(?:年度|全年|目标|任务|计划|指标|年初|既定)*(?:了|达|约|近)*$", lead)
        and "超" in lead[-12:]
        and _AIMED.search(lead + slot.tail)
    ):
        return True
    return bool(
        re.match(
            r"^(?:完成|超额完成)(?:了)?(?:年度|全年|市|省|区|县|年初)?[^,;:]{0,8}(?:目标|任务|计划|指标)",
            slot.tail,
        )
    )


_AIMED = re.compile(r"超额|目标|任务|计划|指标|完成")


def _quantity(slot: Slot, roles: Roles, outline: Outline) -> Part:
    lead, before = slot.lead, slot.before()
    if before is None and slot.group.opening and not slot.between.strip() and slot.group.anchor is None:
        return _by_opening(slot.group.opening)
    if (
        before is not None
        and _CONJUNCTION.match(slot.between.strip())
        and slot.between.strip() not in {"", ","}
    ):
        if roles[before.index].role in {Role.PREVIOUS, Role.GOAL} and before.family is slot.family:
            return roles[before.index]
    if _AVERAGE.search(lead):
        return Part(Role.AVERAGE)
    if _is_excess(slot) or (
        before is not None and roles[before.index].role is Role.GOAL and _MORE.match(slot.between)
    ):
        return Part(Role.EXCESS)
    if _is_previous(slot):
        return Part(Role.PREVIOUS)
    grows = cues.GROWTH_END.search(lead)
    if grows and _is_increment(slot, grows["word"]):
        return Part(Role.INCREMENT, bool(cues.FALLS.search(grows["word"])))
    if _is_goal(slot, roles):
        return Part(Role.GOAL)
    return Part(Role.QUANTITY)


def _by_opening(opening: str) -> Part:
    """年度任务(12亿元), 上年(143件): a bracket that gives the value of the words before it."""
    if re.search(r"(?:目标|任务|计划|指标)(?:数|值)?$", opening):
        return Part(Role.GOAL)
    if _NAMED_LAST.search(opening):
        return Part(Role.PREVIOUS)
    return Part(Role.QUANTITY)


_AVERAGE = re.compile(r"(?:平均|户均|人均|亩均|单价|每[家户人项个笔亩名件场次平]|均)[^,;:、]{0,8}$")
_MORE = re.compile(r"^[^,;:、]{0,4}(?:多出?|超出?|超过)(?:了)?$")


def _is_excess(slot: Slot) -> bool:
    return bool(
        re.search(
            r"超额(?:完成)?(?:了)?$|超(?:过|出)?[^,;:、完]{0,8}(?:目标|任务|计划|指标)(?:数|值)?$", slot.lead
        )
    )


def _is_previous(slot: Slot) -> bool:
    lead = slot.lead
    if cues.TO.search(slot.between):
        return False
    if _NAMED_LAST.search(lead):
        return True
    if cues.FROM.search(lead) and slot.after() is not None:
        following = slot.after()
        return following is not None and bool(cues.TO.search(following.between))
    if re.search(
        r"(?:比|较)(?:上年|去年|上年同期|去年同期|同期|(?:19|20)\d\d年)(?:同期|全年|末|底)?的?$", lead
    ):
        return True
    if re.search(rf"在(?:{cues.PRIOR}|(?:19|20)\d\d年)[^,;:]{{0,10}}$", lead) and slot.tail.startswith(
        ("的基础", "基础")
    ):
        return True
    return bool(
        re.match(r"^(?:\s|而|而且|其)*(?:上年|去年|前年|上年同期|去年同期|(?:上|去)年末|(?:上|去)年底)", lead)
        and not re.search(r"(?:比|较)", lead)
        and not cues.GROWTH_END.search(lead)
    )


def _is_increment(slot: Slot, word: str) -> bool:
    compared = _COMPARED.search(slot.lead) or re.search(r"同比|环比", slot.between)
    if word in {"多", "少", "高", "低", "快", "增", "减"}:
        return bool(compared)
    if word in {"净增"}:
        return True
    return bool(compared) or re.fullmatch(rf"(?:同比|环比)?{word}(?:了)?", slot.lead.strip()) is not None


def _is_goal(slot: Slot, roles: Roles) -> bool:
    lead, tail = slot.lead, slot.tail
    if re.search(
        r"(?:年度|全年|年初|既定|预定|下达|考核|市|省|区|县|上级|计划|原定|半年|规划|责任制|责任书|责任|当年|进度|序时|年|确定|定|的)?"
        r"(?:目标任务|任务目标|目标数|目标值|任务数|计划数|指标数|目标|任务|指标)(?:数|值|书|量)?(?:是|为|的|确定为|定为|:)*(?!共|有|中)[^,;:、的共]{0,10}$",
        lead,
    ) and not re.search(r"(?:攻关|研发|科研|重点|专项)任务", lead):
        return True
    if re.search(
        r"(?:年度|全年|年初|既定|市下达|原)计划(?:数)?(?:投资|完成|引进|新增)?(?:是|为|的|:)*$", lead
    ):
        return True
    return bool(
        re.match(
            r"^[^,;:、%]{0,10}?的?(?:年度|全年|年初|既定|考核|市定|省定)?(?:目标任务|目标|任务|考核指标)(?!的?(?:项目|企业|书))",
            tail,
        )
        and not re.match(r"^[^,;:、%]{0,10}?(?:攻关|研发|重点|专项|科研|技术)", tail)
        and re.search(r"完成|超|达|下达|确定|为|是|兑现", lead + slot.between)
    )


def mark_moods(outline: Outline) -> None:
    """Mark which sentences speak of plans, and of which year; the year of the text is the one most often meant."""
    years = [int(year) for year in re.findall(r"(?<!\d)((?:19|20)\d\d)年", outline.text[:200])]
    outline.year = years[0] if years else None
    planning_from: int | None = None
    for sentence in outline.sentences:
        head = re.match(r"^\s*(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.,]\s*)?[^,;:]{0,16}", sentence.text)
        if head and cues.PLAN_HEAD.search(head[0]) and len(sentence.text) < 40:
            planning_from = sentence.number
        elif planning_from is not None and re.match(
            r"^\s*(?:[一二三四五六七八九十]{1,3}[、,.]|[(][一二三四五六七八九十]{1,2}[)])", sentence.text
        ):
            planning_from = None
        sentence.is_plan = planning_from is not None or _plans(sentence, outline.year)
        named = [int(year) for year in re.findall(r"(?<!\d)((?:19|20)\d\d)年", sentence.text)]
        sentence.year = named[0] if named else outline.year


def _plans(sentence: Sentence, year: int | None) -> bool:
    if cues.PLAN.search(sentence.text):
        return True
    return year is not None and f"{year + 1}年" in sentence.text
