"""Words of time: years, the year before, this year, parts of a year, and when a stock was counted."""

import re

from jingwei.summary.proofread.lexicon.words import any_of, either

YEAR = r"(?:19|20)\d\d年"
_NAMED_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")

LAST_YEAR = any_of("上年 去年")
SAME_TIME_LAST_YEAR = any_of("上年同期 去年同期")
PRIOR = any_of(
    "上年 去年 前年 上一年 上年度 上年同期 去年同期 同期 上半年末 年初 期初 原来 原有 原",
)

# 上年的93件, 2012年末为47处: nothing but the time before the number
IS_NAMED_PRIOR = re.compile(
    either(PRIOR, "上年末", "去年底", YEAR + any_of("末 底") + "?")
    + any_of("全年 同期 末 底")
    + "?"
    + any_of("分别 的 为 是 有 仅 只有 基数 约")
    + "*$"
)
# 比上年的93件, 较去年同期93件
IS_COMPARED_WITH = re.compile(
    any_of("比 较")
    + either(LAST_YEAR, SAME_TIME_LAST_YEAR, "同期", YEAR)
    + any_of("同期 全年 末 底")
    + "?的?$"
)
# 在上年93件的基础上
STANDS_ON = re.compile("在" + either(PRIOR, YEAR) + r"[^,;:]{0,10}$")
# ,而上年同期为93件
OPENS_WITH_PRIOR = re.compile(
    r"^(?:\s|而|而且|其)*" + either(any_of("上年 去年 前年"), SAME_TIME_LAST_YEAR, "[上去]年[末底]")
)
# 97件,上年同期93件: the previous value follows the rate
FOLLOWS_AS_PRIOR = re.compile("^[,(]?" + either(LAST_YEAR, SAME_TIME_LAST_YEAR))
# 9.8%, 比上年的8.6%提高…
ENDS_IN_A_YEAR_BEFORE = re.compile(any_of("比 较") + "?" + any_of(r"上年 去年 20\d\d年") + "[^,;]*$")

# 上半年, 一至三季度, 1-10月份
PERIOD = re.compile(
    r"上半年|下半年|前?[一二三四1-4](?:[-—至到~、][一二三四1-4])?季度"
    r"|\d{1,2}(?: ?[-—至到~]{1,2} ?\d{1,2})?月份?"
)
OF_ANOTHER_PERIOD = re.compile(r"上半年|下半年|季度|\d月|其中")
WITHIN_THE_YEAR = re.compile("同期|环比|期间|活动周|当月|每")

# 至2012年底累计2.64亿元: a stock counted before this year
COUNTED_EARLIER = re.compile(
    either(
        any_of("上年 去年 前年 上年度") + any_of("末 底 年末 年底"),
        YEAR + "(?:末|底)?" + any_of("前 以前 末 底"),
        any_of("年初 原有 此前 之前 往年 历年 以前年度 期初 原来"),
        "在" + LAST_YEAR,
    )
)
AT_THE_END_OF_THIS_YEAR = re.compile(any_of("至年末 至年底 到年末 到年底 今年末 今年底"))
BY_THE_END_OF_THE_YEAR = re.compile("至年[末底]|到年[末底]")
# 今年新建47处
ADDED_THIS_YEAR = re.compile(
    either(
        any_of("今年 本年 当年 全年 年内 新增 新建 新认定 新引进 新培育 新获 新入 又 再 新 增加 本期 上半年"),
        YEAR + "(?!底|末|初|以来|前)",
    )
)
IS_A_TIME = re.compile("^[^,;:、]*(?:年|末|底|月|前|初)$")


def years_in(words: str) -> list[int]:
    """The years that `words` name, in order: 2013 of “2013年全区…”."""
    return [int(year) for year in _NAMED_YEAR.findall(words)]
