"""Words that open, close and bound a list of parts."""

import re

from jingwei.summary.proofread.lexicon.words import AND, any_of, either

PART = re.compile("其中|当中|内含|内有|里面")
REST = any_of("其余 其他 其它 余下 剩余")
SPEAKS_OF_REST = re.compile(REST)
OPENS_WITH_REST = re.compile("^" + REST)
# 等3家 closes a name and leaves the list open; 等级, 等待 do not
OPEN_TAIL = re.compile("^[^,;:、。]{0,12}等(?!级|待|于)|^等")
# 发展企业库中,…; 其中 and 集中 are other words
_INSIDE = "(?<![其集心当])中"
AMONG = re.compile(f"^,?[^,;:、]{{0,14}}{_INSIDE}(?:,|已|有|的|,?其)")
AMONG_A_WHOLE = re.compile(f"^[^,;:、]{{0,14}}{_INSIDE}(?:,|已|有|的)")
# the words before 中: 发展企业库
NAMED_AMONG = re.compile(f"^(?:在)?([^,;:、。]{{2,12}}?){_INSIDE}(?:,|、|$)")
AMONG_THEM = re.compile("中[^,;:、]*$")
OPENS_WITH_AMONG = re.compile("^(.{2,10}?)中")
# 按技术领域分,
DIVIDED_BY = re.compile("(?:按|从|以|就)[^,;:。]{1,14}?(?:划?分(?:类|布)?|看|来看|统计)[,:]")
SPLIT_INTO = re.compile("(?:分为|分成|划分为)[^,;:]*$")
# 分别为, 由…组成: the list is read with the value that follows it
RESPECTIVELY = re.compile("分别(?:为|是|有)[^,;:]*$|由[^,;:。]*组成[:,]")
COLON = re.compile(":[^,;:]{0,20}$")
OPENS_WITH_COLON = re.compile(
    "^[^,;。]{0,14}[,]?" + any_of("其中 分别为 分别是 包括 即 具体为 具体是 分布为") + "?:"
)
INCLUDES = re.compile("^" + any_of("包括 包含 含 主要 如 涉及 有"))
# 共15家, 以上合计15家: a total behind its list
TOTAL_AFTER = re.compile(
    either(
        "^"
        + any_of("以上 上述 两项 三项 三者 两者 四项 四镇 各项 前后")
        + "?"
        + any_of("共计 合计 总计 总共 一共 共有 共 合共 总数 总量 总额 计")
        + "(?:为|达到?|有|计|是)?(?![同建享性识])[^,;:、]{0,14}$",
        "^[^,;:、]{2,12}(?:一共|总共|合计|共计)(?:是|为|达到?|有)?$",
    )
)
YEARS_TOGETHER = ("累计", "共", "合计", "总")  # 三年累计6.44亿元
COUNTS_PERSONS = re.compile(any_of("人 专家 博士 教授 院士 团队 员"))
JOINS_OR_NOTHING = re.compile(f"^(?:[、,/]|{AND})?$")
JOINS = re.compile(f"、和|[、,/]|{AND}")
NAMES_ARE_JOINED = re.compile(f"、|{AND}")
