"""Columns that the sheets of many registers have, under the headings ledgers use."""

from jingwei.documents.shapes import Column, ColumnKind
from jingwei.kernel.text import Text
from jingwei.registry.wording import town_spellings

USCC = Column(
    "uscc",
    Text("统一社会信用代码", "Unified social credit code"),
    ColumnKind.USCC,
    aliases=("信用代码", "社会信用代码", "统一代码", "单位代码", "企业代码"),
)
TOWN = Column(
    "town",
    Text("镇街", "Town or street"),
    ColumnKind.CHOICE,
    aliases=("镇（街道）", "所属镇街", "镇街道", "所在镇街", "乡镇", "属地"),
    choices=town_spellings,
)
