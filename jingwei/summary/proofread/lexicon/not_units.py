"""A unit is none where it begins another word: 330人才, 80年代, 1000家电."""

import re

from jingwei.summary.proofread.lexicon.words import any_of

# What must not follow each unit.
_FOLLOWED_BY = {
    "人": "才 计划 民 工 均 力 工程 类 社 大 防",
    "年": "代 级 鉴 轻 龄",
    "家": "纺 电 庭 长 园 居 族 具",
    "院": "士 地 校企",
    "校": "企 地 友",
    "名": "牌 优特 单 品 校 医 师",
    "区": "域 级 块 位",
    "县": "级 域 委 区",
    "市": "级 场 委 区 值",
    "省": "级 委",
    "国": "家 际 内 产 道",
    "村": "级 委",
    "分": "别 钟 之 类 公司 院 中心 局 会",
    "点": "击 多 到",
    "度": "假",
    "间": "接 隔",
    "面": "积 料 向",
    "成": "果 立 员 套 功 长 为 交 本 效 绩",
    "路": "演 径",
    "块": "状",
    "期": "间 末 权 货 初",
    "场": "馆 地 所 景 外",
    "户": "外 籍",
    "所": "有 在 属 以",
    "处": "于 理 室 级 置",
    "站": "式 点",
    "个": "人 体 性 别",
    "条": "件 例",
    "类": "别 型 似",
    "周": "年 边 密 到",
    "天": "然 津 使",
    "员": "工",
    "包": "括 含",
    "元": "旦 素 件 器",
    "部": "件 分 门 级 委 署 长",
    "批": "(?:准|复|次)(?!次)",
    "道": "路",
    "组": "织 建 成",
    "层": "次 面",
}
# Units that may be a unit only inside a longer one (人日, 星级, km), never alone after a number.
_NEVER_ALONE = {"级", "日", "g"}
_PATTERNS = {unit: re.compile(unit + any_of(words)) for unit, words in _FOLLOWED_BY.items()}
_PATTERNS |= {unit: re.compile(unit) for unit in _NEVER_ALONE}
_PATTERNS["t"] = re.compile(r"t(?!\b)")


def begins_a_word(unit: str, text: str, place: int) -> bool:
    """Whether `unit`, which stands at `place`, is the beginning of another word."""
    pattern = _PATTERNS.get(unit)
    if pattern is not None and pattern.match(text, place):
        return True
    behind = text[place + len(unit) : place + len(unit) + 1]
    return unit.isascii() and unit.isalpha() and behind.isascii() and behind.isalnum()
