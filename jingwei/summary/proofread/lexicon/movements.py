"""Words of growth and decline, and of what a value is compared with."""

import re

from jingwei.summary.proofread.lexicon.times import PRIOR, YEAR
from jingwei.summary.proofread.lexicon.words import any_of, either

_FALLING = "下降 减少 降低 下滑 回落 缩减 压缩 负增长 降幅 减幅"
_RISING = "增长 增加 提高 提升 上升 上涨 递增 增幅 增速 涨幅 扩大 增多 净增"
BRIEF = {
    "多",
    "少",
    "高",
    "低",
    "快",
    "增",
    "减",
}  # say growth only where something is compared: 比上年多15项
NET = "净增"

# 同比增长约|4.3%: the word of growth directly before the number
GROWTH_END = re.compile(
    f"(?P<word>{any_of(_RISING)}|{any_of(_FALLING)}|[增降减多少高低快长])"
    r"(?:了|达到?|达|为|幅度?为?|率?为?|率达到?|率|约|近|超过?|逾|仅|不足|接近|将近|\s)*$"
)
FALLS = re.compile(either(any_of(_FALLING), "[降减少低]"))
# 增长到, 提高至: what follows is a value and no difference
ENDS_IN_TO = re.compile(any_of("提高 增长 上升 下降 降低 提升 增加 减少") + any_of("到了? 至 为") + "$")
# 由12家增加到15家, 达到 left out: it may open a value of its own
TO = re.compile(
    any_of(
        """
        增长 增加 提高 提升 上升 上涨 扩大 发展 下降 减少 降低 下滑 回落 缩减 压缩 跃升 攀升 升 降 增 减 壮大 扩展
        扩容 拓展
        """
    )
    + any_of("到了? 至 为")
    + "(?:了)?"
    + either(any_of("今年 本年 现在 目前 当前 年末 年底 今年底"), YEAR)
    + "?(?:底|末)?(?:的)?"
)
FROM = re.compile("(?:由|从|自)(?=[^,;:]*$)")
FROM_ON = re.compile("(?:由|从)[^,;:]*$")
OPENS_WITH_FROM = re.compile("(?:由|从)[^,;:]*$")
# 是上年的|2倍
MULTIPLE = re.compile(
    any_of("是 为 达到? 相当于 等于")
    + "(?:了)?"
    + either(PRIOR, YEAR)
    + any_of("全年 同期 末 底 总量 总数")
    + "?的(?:近|约|超过?)?$"
)
COMPARED = re.compile("(?:比|较)[^,;:]{0,16}$")
COMPARED_AT_ALL = re.compile("比|较")
YEAR_ON_YEAR = re.compile("同比|环比")
ENDS_YEAR_ON_YEAR = re.compile("同比$")
# …增长4.3%,发明专利分别为3%和4%: a rate that stands behind 分别 goes on with the movement before it
CARRIED_ON = re.compile("增长|提高|下降|减少|增幅")
# ,比上年增加15项: a difference which speaks of the value just before it
OPENS_A_DIFFERENCE = re.compile("^,?(?:而|同)?" + any_of("比 较 增 净增 减 多 少 提高 下降 上升"))
# 增长15.1%,总量达到2.1亿元: the value follows its rate
VALUE_FOLLOWS = re.compile("^,?(?:总量|总额|总数)?" + any_of("达到? 增至 升至 至 为 突破 超"))
# 按可比口径增长8%: cannot be checked against the two values
ON_ANOTHER_SCOPE = re.compile(
    any_of("同口径 可比 剔除 扣除 名义 年均 平均 环比 复合 不变价 实际增长 同比口径")
)
# names how a thing is measured and not the thing: 增幅, 总量
ONLY_A_MEASURE = re.compile(
    any_of("增长 增幅 增速 总量 数量 总额 规模 金额 幅度 增长率 率 总 量 额 数 产值 投资 收入") + "*"
)
# the words of comparison in the clause of a rate: 营业收入[比上年同期]增长
COMPARISON = re.compile(
    either(
        r"同比|环比|分别|比上年|较上年|比去年|较去年|比\S*同期|较\S*同期|比20\d\d年|较20\d\d年",
        any_of(
            "其中 年 均 又 上年 去年 同期 比 较 , 累计 实际 约 近 超 了 净 的 实现 呈 已 大幅 再 共 上 末 底 初 全"
        ),
        r"\s",
    )
    + "+"
)
BRIEF_COMPARISON = re.compile(any_of("同比 比上年 较上年 比去年 较去年 分别"))
# 发明、实用新型|同比分别增长: where the names of a list of rates end
NAMES_END = re.compile(any_of("同比 分别 比上年 较上年 上年 去年 增长 下降"))
MANY_OVER = ("多", "以上", "有余")  # 翻一番多
# 总数达…: beside such a word a difference speaks of this very value
SAYS_THE_TOTAL = re.compile("总数|达|拥有|累计")
