"""Words beside a number which bound it, by the place they stand in; and words that make a bare number money."""

import re

from jingwei.summary.proofread.lexicon.words import any_of, each_of, longest_of
from jingwei.summary.proofread.shapes import Hedge

BEFORE = {
    "不低于": Hedge.AT_LEAST,
    "不少于": Hedge.AT_LEAST,
    "至少": Hedge.AT_LEAST,
    "接近": Hedge.NEARLY,
    "将近": Hedge.NEARLY,
    "不足": Hedge.UNDER,
    "不到": Hedge.UNDER,
    "大约": Hedge.ABOUT,
    "约为": Hedge.ABOUT,
    "左右": Hedge.ABOUT,
    "超过": Hedge.OVER,
    "突破": Hedge.OVER,
    "多达": None,
    "近": Hedge.NEARLY,
    "约": Hedge.ABOUT,
    "超": Hedge.OVER,
    "逾": Hedge.OVER,
    "过": Hedge.OVER,
}
INSIDE = {"多": Hedge.OVER, "余": Hedge.OVER, "来": Hedge.ABOUT, "几": Hedge.OVER}
AFTER = {
    "以上": Hedge.AT_LEAST,
    "左右": Hedge.ABOUT,
    "上下": Hedge.ABOUT,
    "以内": Hedge.UNDER,
    "多": Hedge.OVER,
    "余": Hedge.OVER,
    "(约)": Hedge.ABOUT,
}
FARTHEST_BEFORE = 4  # characters in which a hedge stands before its number
STANDS_BEFORE = re.compile(longest_of(BEFORE) + r"\s*$")
STANDS_INSIDE = re.compile(longest_of(INSIDE))
STANDS_AFTER = re.compile(longest_of(AFTER))
BELONGS_TO_THE_NUMBER = "来"  # 十来万: never behind the scale
HAS_PASSED = re.compile("(?:已|超|总数|均)过$")
# 3人以上学历: no bound
IS_NO_BOUND = ("以上学", "以上职称", "以上人才", "以上文化")
ENDS_PHRASE = re.compile(r"[,。;、)\n]|$")  # 10家多, and no more: 10家多元化企业

MONEY_WORDS = re.compile(
    any_of(
        """
        资金 投资 投入 产值 收入 销售 利润 利税 税收 税金 经费 金额 补助 贷款 融资 成交额 交易额 总额 额 费 奖励
        增加值 效益 资助 预算 支出 拨款 注资 基金 扶持 补贴 授信 营收 出口 总产出 加计扣除 到位 资产 市值 担保 货款
        让利 减免
        """
    )
)
_SET_NOUNS = each_of(
    "园区 赛事 平台 产业 工程 基地 板块 领域 体系 行动 活动 集群 项目 产业集群 片区 中心 系统 品牌 协会 专项 主导产业"
)
# 三|大园区
SET_OF = re.compile("大" + longest_of(_SET_NOUNS))
