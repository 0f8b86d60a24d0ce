"""Words of targets: what was aimed at, what was reached of it, and by how much it was exceeded."""

import re

from jingwei.summary.proofread.lexicon.words import any_of, either

AIMS = any_of("目标 任务 计划 指标")
_WHOSE = any_of("年度 全年 年初 既定")

ENDS_IN_AIM = re.compile(AIMS + "(?:数|值)?$")
# 年度目标任务为|50家
NAMES_AIM = re.compile(
    any_of(
        """
        年度 全年 年初 既定 预定 下达 考核 市 省 区 县 上级 计划 原定 半年 规划 责任制 责任书 责任 当年 进度 序时 年
        确定 定 的
        """
    )
    + "?"
    + any_of("目标任务 任务目标 目标数 目标值 任务数 计划数 指标数 目标 任务 指标")
    + any_of("数 值 书 量")
    + "?"
    + any_of("是 为 的 确定为 定为 :")
    + "*(?!共|有|中)[^,;:、的共]{0,10}$"
)
NAMES_PLANNED = re.compile(
    any_of("年度 全年 年初 既定 市下达 原")
    + "计划(?:数)?"
    + any_of("投资 完成 引进 新增")
    + "?"
    + any_of("是 为 的 :")
    + "*$"
)
# 攻关任务3项 are projects
IS_WORK = re.compile(any_of("攻关 研发 科研 重点 专项") + "任务")
# 完成50家|的年度目标任务: the aim stands behind its number
AIM_BEHIND = re.compile(
    "^[^,;:、%]{0,10}?的?"
    + either(_WHOSE, any_of("考核 市定 省定"))
    + "?"
    + any_of("目标任务 目标 任务 考核指标")
    + "(?!的?(?:项目|企业|书))"
)
WORK_BEHIND = re.compile("^[^,;:、%]{0,10}?" + any_of("攻关 研发 重点 专项 科研 技术"))
IS_HELD_AGAINST_AIM = re.compile(any_of("完成 超 达 下达 确定 为 是 兑现"))

# 完成年度目标的|110%
OF_THE_AIM = re.compile(
    any_of("目标 任务 计划 指标 进度 预算 任务数 目标值 计划数")
    + "[^,;:、]{0,6}?"
    + any_of("的 数的 值的")
    + "(?:近|约|超过?)?$"
)
# 目标完成率为|110%
IS_RATE_OF_COMPLETION = re.compile(
    any_of("完成率 目标完成 任务完成 计划完成 完成进度 完成比例 兑现率") + "[^,;:、]{0,4}$"
)
# 110%|完成年度任务
COMPLETES_BEHIND = re.compile(
    "^(?:完成|超额完成)(?:了)?" + any_of("年度 全年 市 省 区 县 年初") + "?[^,;:]{0,8}" + AIMS
)
# 超额完成|20%
IS_EXCEEDED_BY = re.compile(
    "超(?:额|出|过)?(?:完成)?" + either(AIMS, _WHOSE, "数") + "*" + any_of("了 达 约 近") + "*$"
)
NEAR_THE_NUMBER = 12  # characters in which 超 stands before a surplus
SPEAKS_OF_SURPLUS = re.compile(either("超额", AIMS, "完成"))
EXCEEDS = re.compile(
    "超"
    + either(any_of("额 出 过 目标 计划 任务 年度 全年 既定"), "[^,;完]{0,8}(?:目标|任务|计划)")
    + "(?!完成[^,;]*的)[^,;]*$"
)
# 超额|62件, 超过目标|62件
IS_SURPLUS = re.compile(f"超额(?:完成)?(?:了)?$|超(?:过|出)?[^,;:、完]{{0,8}}{AIMS}(?:数|值)?$")
# 比目标50家多出|12家
IS_MORE_BY = re.compile("^[^,;:、]{0,4}(?:多出?|超出?|超过)(?:了)?$")
CLAIMED_BEHIND = re.compile("^,(?:已|均|全部|提前)*超额")
CLAIMS_SURPLUS = re.compile("超额|超过|提前超")
