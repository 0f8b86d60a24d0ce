"""Words by which two statements are known to say the same fact, or to say two."""

import re

from jingwei.summary.proofread.lexicon.places import HERE
from jingwei.summary.proofread.lexicon.times import YEAR
from jingwei.summary.proofread.lexicon.words import any_of, either

# verbs, time words and small words, none of which makes another fact
FILLER = re.compile(
    either(
        rf"截至\d{{1,2}}月[底末]|\d{{1,2}}月[底末]|{YEAR}",
        any_of(
            "今年以来 今年 本年度? 当年 全年 年内 年度 年末 年底 至年末 至年底 截至目前 截至 目前 至今 到"
        ),
        HERE,
        any_of(
            "全社会 各类 共计 合计 总计 总数 总量 数量 总额 达到 实现 完成 开展 举办 组织 共 达 已 新 的 了 为 有"
        ),
        any_of(
            "量 数 额 各级 级 实有 实际 一批 先后 成功 顺利 年 各 对 将 使 并 把 地 在 约 近 超 多 余 突破"
        ),
        any_of("累计 拥有 建有 建成 新建 获得? 取得 于 中 上 下 内 均 也 还 其 该 与 和 及 以及"),
        r'、|,|“|”|\s|"',
    )
)
ABBREVIATIONS = {
    "高新技术企业": "高企",
    "研究与试验发展": "R&D",
    "众创空间": "众创",
    "孵化器": "孵化",
    "规模以上": "规上",
}
# words that may stand in any order: 授权发明专利, 发明专利授权
ATOMS = re.compile(
    any_of(
        """
        在孵 企业 发明专利 实用新型 外观设计 授权 申请 高企 科技型中小企业 新增 净增 有效 认定 备案 培育 登记 技术合同
        成交 签订 引进 增加值 产值 规上 工业 省级 市级 国家级 区级 县级 平台 创新 科普 活动
        """
    )
)
NUMBERING = re.compile(r"^[一二三四五六七八九十]是|^[①-⑩\d、.()一二三四五六七八九十]+")
# behind the unit a statement begins, and no noun: 6家|均通过验收
NO_NOUN = re.compile(
    any_of(
        "逐一 全部 均 都 已 共 先后 分别 与 对 把 将 签 获 通过 走村 开展 参加 深入 组成 作为",
    )
    + ".*$"
)
# 在孵的|206家|企业逐一建档: a noun that begins the words behind the unit
COUNTED = re.compile(
    any_of(
        """
        科技特派员 科技型企业 高新技术企业 企业 项目 专利 机构 平台 中心 基地 团队 专家 合同 成果 农户 培训班 学员
        """
    )
)
# too little to know a fact by
NAMES_NO_FACT = re.compile(
    "^"
    + any_of(
        """
        企业 项目 资金 投资 金额 专利 人才 人员 收入 产值 活动 培训 平台 家 个 成果 合同 协议 面积 经费 补助 奖励 合同额
        成交额 单位 专家 培训班 会议 贷款 农户 农民 村 学校 学生 其中.* 总投资 课程 技术
        """
    )
    + "?$"
)
ADDED = re.compile(any_of("新增 净增 新认定 新引进 新建 新培育 当年 首次 新获"))
STOCK = re.compile(any_of("累计 总数 总量 拥有 现有 至今 有效"))
# a sentence about one town, park or firm
ABOUT_ONE_PLACE = re.compile(
    any_of(
        "镇 乡 街道 公司 学院 大学 中心 大厦 创业园 产业园 科技园 孵化园 孵化器 基地 开发区 集团",
    )
    + "(?!级)[^,]{0,6}$"
)
# 这|6个分中心
POINTS_BACK = {"这", "上述", "以上", "该"}
