"""Running totals: previous and this year make the whole."""

import pytest

from jingwei.summary.proofread import Kind, Status
from tests.summary.proofread.seen import FAIL, NOT_ASSESSABLE, PASS, fails, verdicts


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (PASS, "至2012年底累计完成2.64亿元，今年完成1.86亿元，至年末累计完成4.5亿元。"),
        (FAIL, "至2012年底累计完成2.64亿元，今年完成1.86亿元，至年末累计完成4.8亿元。"),
        (PASS, "2012年底共有孵化企业47家，今年新增12家，累计达到59家。"),
        (FAIL, "2012年底共有孵化企业47家，今年新增12家，累计达到61家。"),
        (NOT_ASSESSABLE, "2012年底共有孵化企业47家，今年新增12家、迁出3家，累计达到56家。"),
        (PASS, "今年新建站点47处，累计达到359处。"),
        (FAIL, "今年新建站点47处，累计达到35处。"),
        (PASS, "2011年投入1.2亿元，2012年投入1.5亿元，2013年投入1.9亿元，三年累计4.6亿元。"),
        (FAIL, "2011年投入1.2亿元，2012年投入1.5亿元，2013年投入1.9亿元，三年累计4.9亿元。"),
    ],
)
def test_previous_and_this_year_make_the_running_total(status: Status, text: str) -> None:
    assert verdicts(text, Kind.CUMULATIVE) == [status]


def test_another_thing_or_a_plan_is_no_part_of_a_running_total() -> None:
    assert fails("今年新建车间47处，累计培训农民35处。") == []
    assert fails("力争明年新建站点47处，累计达到35处。") == []
