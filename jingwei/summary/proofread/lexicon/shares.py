"""Words of shares: that a per cent is one, and what it is a share of."""

import re

from jingwei.summary.proofread.lexicon.places import HERE, OURS
from jingwei.summary.proofread.lexicon.words import any_of, either

IS_SHARE = re.compile("占(?!地(?!区)|用|领|据|有率)|占比|比重|比例|份额")
OF_THE_SAME = {"的", "总数的", "总量的"}  # 占总数的40%、的35%
OPENS_WITH_REST = re.compile(r"^\s*(?:其余|其他|其它|余下)")
# 占全部265家|的|56.2%
OF_THIS_WHOLE = re.compile("^(?:企业|项目|专利|总数|总量)?的(?:比重|比例|份额)?(?:为|达)?(?:近|约|超)?$")
# 占|授权总量: words that name no whole
NAMES_NO_WHOLE = re.compile(
    "^"
    + either(
        any_of(
            "的 总 全 部 数 量 额 申请 授权 比 例 重 比重 比例 其 达 到 为 约 近 全区 全县 全市 全年 同期 当年 占 比达 "
            "分别 各 所 总的 均 超 已 仅"
        ),
        r"\s",
    )
    + "*$"
)
BEFORE_PART = re.compile(
    "^" + any_of("其中 其 约 分别 已 均 , 各 也 共 总计 累计 又 并 这 两项 合计 且") + "+"
)
BEFORE_WHOLE = re.compile(
    "^" + either(any_of("全部 全区 全县 全市 全年 全社会"), OURS, any_of("同期 整个 其 总")) + "+"
)
BEHIND_WHOLE = re.compile("(?:的)?(?:比重|比例|份额)?" + any_of("为 达到? 约 近 超过? 的 比 是 分别") + "*$")
HOLDS_SHARE = re.compile("占(?:到|了)?")
OPENS_SHARE = re.compile("占|所占")
# 加上…: the part is joined with something that bears no number of its own here
TOGETHER_WITH = re.compile("^" + any_of("加上 连同 另加 合计 两项 三项"))
# what may stand around the name of a whole: [2013年全区实现]技术合同成交额
ADORNMENT = re.compile(
    either(r"(?:19|20)\d\d年", any_of("全年 今年 当年"), HERE, any_of("累计 总计 共 实现 完成 达到? 为 的"))
)
