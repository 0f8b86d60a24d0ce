"""Words of running totals: what is counted since a beginning, and what may leave it again."""

import re

from jingwei.summary.proofread.lexicon.places import OURS, WHOLE_PLACE
from jingwei.summary.proofread.lexicon.words import any_of, either

MAY_RUN = re.compile(
    any_of(
        "累计 总数 总量 总计 总额 总数量 存量 达到? 增至 共有 已有 拥有 现有 至今 目前 至此 合计 已达 总规模 保有量"
    )
)
RUNS = re.compile(any_of("累计 总数 总量 至今 至此 增至 存量 保有量 总规模"))
SINCE = "以来"
# 注销、迁出: some left in between; 无一注销 says that none did
TAKEN = re.compile(
    "(?<![无没未]一)(?<![无没未有])"
    + any_of("注销 迁出 核减 剔除 退出 取消 撤并 撤销 摘牌 到期 失效 淘汰 有效 扣除 调出 合并")
)
# words which tell two counts of one thing apart only in time or manner
TIME_AND_MANNER = re.compile(
    either(
        "截至|截止|至|到",
        WHOLE_PLACE,
        OURS,
        any_of(r"底 末 年 上 去 今 本 当 月 \d+ 累计 总数 总量 达到 达 完成 建成 拥有 共有 已有 现有 已 共"),
        any_of("新增 新建 新认定 新引进 新培育 新 的 为 在 前 初 从 由 目前 期末 又 再 增加 实现"),
        any_of("总额 总 数量 数 近 约 超 突破 增至 认定 备案 培育 登记 签订 引进 发放 建设 开工以来 以来"),
        any_of("投资 资金 家数 面积 规模 人数 户数 项目数 个数"),
    )
)
