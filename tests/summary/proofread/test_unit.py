"""Units against one another: persons of projects, averages off by a power of ten."""

import pytest

from jingwei.summary.proofread import Kind, Status
from tests.summary.proofread.seen import FAIL, PASS, UNCERTAIN, verdicts


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (FAIL, "新引进人才项目126只，其中领军项目6人、创新项目120人。"),
        (FAIL, "全年引进项目20个，其中博士5人。"),
        (PASS, "8家骨干企业研发投入合计1.32亿元，户均1650万元。"),
        (FAIL, "8家骨干企业研发投入合计1.32亿元，户均165万元。"),
        (UNCERTAIN, "8家骨干企业研发投入合计1.32亿元，户均1800万元。"),
    ],
)
def test_units_fit(status: Status, text: str) -> None:
    assert verdicts(text, Kind.UNIT) == [status]


def test_the_general_unit_may_count_persons_where_the_words_say_so() -> None:
    assert verdicts("引进高层次人才20个，其中博士5人。", Kind.UNIT) == []
    assert verdicts("引进高层次人才20个，其中博士5人。", Kind.SUBSET) == [PASS]
