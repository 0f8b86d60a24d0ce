"""The roles a figure may have."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a figure does."""

    QUANTITY = "quantity"
    PREVIOUS = "previous"  # 上年的93件, 由12家
    INCREMENT = "increment"  # 比上年增加15项
    GOAL = "goal"  # 年度目标50项
    EXCESS = "excess"  # 超额62件
    GROWTH = "growth"  # 增长4.3%
    MULTIPLE = "multiple"  # 是上年的2倍
    SHARE = "share"  # 占80%
    COMPLETION = "completion"  # 完成目标的120%
    EXCESS_RATE = "excess rate"  # 超额20%
    RATIO = "ratio"  # 合格率98%
    AVERAGE = "average"  # 户均1650万元
    CELL = "cell"  # of a table typed as lines of text


@dataclass(frozen=True)
class Part:
    """A role, and whether the movement is downward."""

    role: Role
    falls: bool = False


Roles = dict[int, Part]
