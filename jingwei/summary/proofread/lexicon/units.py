"""Units and measure words, and which of them may count the same things.

A unit belongs to a family; figures of one family can be added. 个 counts nearly everything and so joins most families.
Scale words stand before a unit: 万, 亿, and 千万, 百万, 十万 as clerks write them.
"""

import re
from enum import StrEnum
from fractions import Fraction

from jingwei.summary.proofread.lexicon.words import each_of, longest_of


class Family(StrEnum):
    """What a unit counts."""

    MONEY = "money"
    AREA = "area"
    PERSON = "person"
    VISIT = "visit"  # 人次, 家次: occasions of persons
    ORGANISATION = "organisation"
    THING = "thing"  # projects, patents, products, documents
    EVENT = "event"
    BUILDING = "building"
    ANY = "any"  # 个
    RATE = "rate"
    POINTS = "points"
    TIMES = "times"
    DOUBLINGS = "doublings"
    TIME = "time"
    OTHER = "other"


_MONEY = {"元人民币": 1, "元": 1, "块": 1, "美元": 1, "港元": 1, "欧元": 1, "日元": 1, "英镑": 1}
_AREA = {
    "平方米": 1,
    "平方公里": 1_000_000,
    "平方千米": 1_000_000,
    "公顷": 10_000,
    "平米": 1,
    "㎡": 1,
    "m²": 1,
    "m2": 1,
}
_LISTS: dict[Family, str] = {
    Family.PERSON: "人 名 位 员",
    Family.VISIT: "人次 家次 户次 台次 人天 人日",
    Family.ORGANISATION: "家 户 所 院 校 间",
    Family.THING: "项 件 只 种 类 款 篇 部 本 册 份 条 幅 张 套 台 组 支 枚 款次 项次 件次 例 起 宗 单 封 块 面 门 "
    "件套 台套 台(套) 辆 株 头 尾 羽 颗 粒 根 瓶 箱 包 点 批 期 档 则 笔 道 层 路 片 节 盏 艘 架 把 顶 双 副 盘 匹 "
    "个项目 个品种",
    Family.EVENT: "场次 场 次 期次 班次 班 届 轮 回 期 批次 批 趟",
    Family.BUILDING: "幢 栋 座 间 处 孔 口 眼",
    Family.ANY: "个",
    Family.TIME: "年 个月 天 周 小时 分钟 个小时 个工作日 工作日 个季度 日",
    Family.OTHER: "亩 吨 公斤 千克 克 公里 千米 米 厘米 毫米 立方米 千瓦 千瓦时 千瓦小时 度 兆瓦 吨标准煤 吨标煤 "
    "斤 升 摄氏度 ℃ 条次 户人 美金 分 级 兆 km kg MW kW kWh GW t mm cm GB TB PB Mbps m³ mg 股 公里以上 "
    "个百分比 村 镇 乡 县 市 省 州 国 区 街道 社区 港 站 园区 字 页 字节 人份 床 桶 担 车 船 标箱 TEU 公顷次",
}
FAMILY: dict[str, Family] = {
    **dict.fromkeys(_MONEY, Family.MONEY),
    **dict.fromkeys(_AREA, Family.AREA),
    "%": Family.RATE,
    "‰": Family.RATE,
    "个百分点": Family.POINTS,
    "百分点": Family.POINTS,
    "个点": Family.POINTS,
    "倍": Family.TIMES,
    "番": Family.DOUBLINGS,
    "成": Family.RATE,
}
for _family, _words in _LISTS.items():
    for _word in _words.split():
        FAMILY.setdefault(_word, _family)

FACTOR: dict[str, Fraction] = {unit: Fraction(factor) for unit, factor in (_MONEY | _AREA).items()}
BASE = {
    "元人民币": "元",
    "块": "元",
    **dict.fromkeys(_AREA, "平方米"),
    "个百分点": "百分点",
    "个点": "百分点",
}
SCALES: dict[str, int] = {
    "万亿": 10**12,
    "千亿": 10**11,
    "百亿": 10**10,
    "千万": 10**7,
    "百万": 10**6,
    "十万": 10**5,
    "亿": 10**8,
    "万": 10**4,
    "千": 10**3,
}
# Measure words that may follow a numeral written in Chinese; others there are mostly parts of words (一流, 三级, 一村).
AFTER_CHINESE = each_of(
    """
    个百分点 百分点 个月 个工作日 个小时 个 项 家 件 只 名 位 人次 人 场次 场 次 期 届 所 户 篇 部 套 台 座 幢 栋 处
    条 张 幅 本 册 份 种 类 款 支 组 倍 番 成 亩 年 天 周 万元 亿元 元 批次 轮 间 门 班 对 片 平方米 平方公里 公里 吨
    """
)
IS_SCALE = re.compile(longest_of(SCALES))
IS_UNIT = re.compile(longest_of(FAMILY))
IS_UNIT_AFTER_CHINESE = re.compile(longest_of(AFTER_CHINESE))
# Units in which things are counted one by one, and units of rates.
COUNTS = {
    Family.PERSON,
    Family.ORGANISATION,
    Family.THING,
    Family.EVENT,
    Family.BUILDING,
    Family.ANY,
    Family.VISIT,
}
RATES = {Family.RATE, Family.POINTS, Family.TIMES, Family.DOUBLINGS}
_LOOSE = {Family.THING, Family.EVENT, Family.BUILDING, Family.ANY}


def family_of(unit: str) -> Family:
    """The family of a unit; OTHER for one we do not know."""
    return FAMILY.get(unit, Family.OTHER)


def may_add(one: str, other: str) -> bool:
    """Whether figures in these units can be parts of one whole."""
    if one == other:
        return True
    first, second = family_of(one), family_of(other)
    if first is second:
        return first not in {Family.OTHER, Family.TIME} and not (
            first is Family.MONEY and BASE.get(one, one) != BASE.get(other, other)
        )
    if {first, second} <= _LOOSE:
        return True
    return Family.ANY in {first, second} and {first, second} <= COUNTS


def cannot_be_one(one: str, other: str) -> bool:
    """Whether no clerk could count parts in `one` and their whole in `other`: persons of projects, firms of persons."""
    hard = {Family.PERSON, Family.ORGANISATION, Family.THING, Family.EVENT, Family.BUILDING}
    first, second = family_of(one), family_of(other)
    return {first, second} <= hard and not may_add(one, other)
