"""Axes along which these texts divide a total, and which words tell a place on them.

Parts on one axis exclude each other, so together they cannot exceed the whole; parts on two axes (patents by kind and
by applicant, people by degree and by rank) overlap and may. An axis that is *complete* when certain places are all
named leaves nothing over. Attributes (规上, 女性) overlap with anything.
"""

import re
from dataclasses import dataclass

from jingwei.summary.proofread.lexicon.words import any_of, either


@dataclass(frozen=True)
class Axis:
    """One way to divide: its name, its places as patterns, and sets of places which together leave nothing over."""

    name: str
    places: tuple[tuple[str, str], ...]
    complete: tuple[frozenset[str], ...] = ()


AXES: tuple[Axis, ...] = (
    Axis(
        "kind of patent",
        (("utility", r"实用新型"), ("design", r"外观"), ("invention", r"发明"), ("pct", r"PCT|国际专利")),
        (frozenset({"utility", "design", "invention"}),),
    ),
    Axis(
        "applicant",
        (
            (
                "enterprise",
                r"企业(?:申请|授权|专利|承担|获|牵头)|^(?:为|是|工矿|工业|规上)?企业$|企业类|职务|^其?中?企业",
            ),
            ("university", r"高校|大专院校|高等院校"),
            ("institute", r"科研院所|科研机构|院所"),
            ("person", r"个人|非职务|自然人"),
        ),
    ),
    Axis(
        "level",
        (
            ("national", r"国家(?!重点扶持|知识产权)|部级|国家级"),
            ("provincial", r"^省|省级|省部级|自治区级|(?<!全)省(?!以上)"),
            ("city", r"市级|^市|地市|州级|(?<!全)市(?!场|以上)"),
            ("county", r"[区县]级|^[区县]|旗级"),
        ),
    ),
    Axis(
        "class of prize",
        (
            ("special", r"特等"),
            ("first", r"一等"),
            ("second", r"二等"),
            ("third", r"三等"),
            ("good", r"优秀奖|鼓励奖|优胜"),
        ),
    ),
    Axis("class", (("a", r"甲级|一类|A类|一档"), ("b", r"乙级|二类|B类|二档"), ("c", r"丙级|三类|C类|三档"))),
    Axis(
        "degree",
        (("doctor", r"博士"), ("master", r"硕士"), ("bachelor", r"本科|学士"), ("college", r"大专|专科")),
    ),
    Axis("rank", (("high", r"高级职称|副高|正高|高级工程师|教授|高级"), ("middle", r"中级职称|中级"))),
    Axis("sex", (("women", r"女性|女$"), ("men", r"男性|男$")), (frozenset({"women", "men"}),)),
    Axis("age", (("young", r"\d+岁以下|青年"), ("old", r"\d+岁以上"))),
    Axis(
        "part of the year",
        (
            ("first half", r"上半年"),
            ("second half", r"下半年"),
            ("q1", r"一季度"),
            ("q2", r"二季度"),
            ("q3", r"三季度"),
            ("q4", r"四季度"),
        ),
        (frozenset({"first half", "second half"}), frozenset({"q1", "q2", "q3", "q4"})),
    ),
    Axis(
        "stage of building",
        (("built", r"建成|竣工|完工"), ("building", r"在建"), ("unbuilt", r"待建|未建|未开工|未动工|拟建")),
        (frozenset({"built", "building", "unbuilt"}),),
    ),
    Axis(
        "origin",
        (("home", r"国内|本地|境内|区内|县内|市内"), ("abroad", r"国外|海外|境外|外地|区外|县外|市外")),
    ),
    Axis(
        "source",
        (
            ("finance", r"财政|政府"),
            ("own", r"自筹|企业投入|企业自有"),
            ("bank", r"银行|贷款"),
            ("society", r"社会资本|社会"),
        ),
    ),
)
# A property that parts of any axis may have: it overlaps with all of them.
_ATTRIBUTE = re.compile(
    either(
        "^(?:其中)?"
        + any_of(
            """
            规上 规模以上 上市 高新技术企业 科技型 民营 外资 妇女 少数民族 贫困 脱贫 残疾 老年 农民 女性 党员 首次
            首批 本地 留学 海归 有研发 新增 新认定 小微 骨干 领军 带头 常驻 跨 连续 当年 产学研 校企 有效 已 具有 拥有
            开展 参加 获奖 重点企业 重点项目
            """
        ),
        any_of("使用 投用 入驻 授权率 维持 转化 实现 完成 结题 验收 立项 签约 落地 投产 量产 毕业"),
    )
)


def places_on(words: str) -> dict[str, str]:
    """Every axis on which words name a place, with the place."""
    return {
        axis.name: place
        for axis in AXES
        for place, pattern in reversed(axis.places)
        if re.search(pattern, words)
    }


def axes_of(subjects: list[str]) -> list[tuple[str, str] | None]:
    """Axis and place of each subject: on the axis that covers most of them where it names a place there."""
    found = [places_on(subject) for subject in subjects]
    if (
        sum(map(bool, found)) == 1 and len(found) > 2
    ):  # one name that happens to sound like a place is no axis
        return [None] * len(found)
    order = [axis.name for axis in AXES]
    names = sorted(
        {name for places in found for name in places},
        key=lambda name: (-sum(name in one for one in found), order.index(name)),
    )
    return [next(((name, places[name]) for name in names if name in places), None) for places in found]


def is_complete(axis_name: str, places: set[str]) -> bool:
    """Whether these places of an axis leave nothing over."""
    axis = next(axis for axis in AXES if axis.name == axis_name)
    return any(needed <= places for needed in axis.complete)


def is_attribute(subject: str) -> bool:
    """Whether a subject names a property that may go with any other."""
    return bool(_ATTRIBUTE.search(subject))
