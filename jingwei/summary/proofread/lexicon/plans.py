"""Words of plans: what is aimed at next is no result to check."""

import re

from jingwei.summary.proofread.lexicon.words import any_of, either

PLANS = re.compile(
    either(
        any_of(
            "力争 争取(?!上级|到|资金|省|国|市|了|各|项目|立|扶|中央) 确保 明年 下一步 下一年 下步 来年 预计 拟"
        ),
        "计划" + any_of("新 引 申 完 建 组 实 在 到 于 培 安 今"),
        any_of("目标是 打算 计划争取"),
        any_of("要 将") + any_of("进一步 继续 着力 力求 再接 围绕 以 按照 紧紧 努力 全力"),
    )
)
NAMED_YEAR = re.compile(r"(?P<to>到)?(?P<year>(?:19|20)\d\d)年")
# 明年工作思路, 下一步工作: a heading under which all is plan
HEADS_A_PLAN = re.compile(
    either(
        "打算",
        any_of("工作 下一?步 明年 来年 今后 年")
        + "[^,;:]{0,4}"
        + any_of("思路 计划 安排 设想 展望 谋划 重点 举措"),
        "下一?步工作",
        "目标任务$",
    )
)
HEADING = re.compile(r"^\s*(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.,]\s*)?[^,;:]{0,16}")
LONGEST_HEADING = 40
# 四、, (二): the next section ends the plan
NUMBERED_SECTION = re.compile(r"^\s*(?:[一二三四五六七八九十]{1,3}[、,.]|[(][一二三四五六七八九十]{1,2}[)])")
