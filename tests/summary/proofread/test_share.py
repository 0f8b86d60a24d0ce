"""Shares: a part, its whole, and the per cent said of it."""

import pytest

from jingwei.summary.proofread import Kind, Status
from tests.summary.proofread.seen import FAIL, NOT_ASSESSABLE, PASS, fails, verdicts


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (PASS, "研发投入3.4亿元，其中企业投入2.72亿元，占80%。"),
        (FAIL, "研发投入3.4亿元，其中企业投入2.72亿元，占70%。"),
        (PASS, "专利授权412件，企业授权287件，占授权总量的69.7%。"),
        (FAIL, "专利授权412件，企业授权287件，占授权总量的79.7%。"),
        (PASS, "规上企业149家有研发活动，占全部265家的56.2%。"),
        (FAIL, "规上企业149家有研发活动，占全部265家的66.2%。"),
        (NOT_ASSESSABLE, "发明专利28件，占28%。"),
        (NOT_ASSESSABLE, "电子产业39.2亿元，占全部产值的12%。"),
        (PASS, "全区授权专利412件。\n企业授权287件，占全区授权专利的69.7%。"),
        (FAIL, "全区授权专利412件。\n企业授权287件，占全区授权专利的79.7%。"),
    ],
)
def test_a_share_fits_part_and_whole(status: Status, text: str) -> None:
    assert verdicts(text, Kind.SHARE) == [status]


def test_a_part_beside_is_no_whole() -> None:
    assert fails("电子产业产值39.2亿元，占12%；木业产值31.7亿元，占17%。") == []


@pytest.mark.parametrize(
    ("is_wrong", "text"),
    [
        (True, "电子、机械、化工产值分别占全区的40%、35%和35%。"),
        (False, "电子、机械、化工产值分别占全区的40%、35%和25%。"),
        (False, "电子、机械、化工产值分别占全区的40%、35%和15%。"),
        (True, "企业自筹占71.6%，财政资金占14.8%，其他占23.6%。"),
        (True, "企业自筹占71.6%，财政资金占14.8%，其他占3.6%。"),
        (False, "企业自筹占71.6%，财政资金占14.8%，其他占13.6%。"),
        (False, "企业自筹占60%，其他占50%。"),
        (False, "企业自筹占71.6%，财政资金占14.8%，其他占13.7%。"),
    ],
)
def test_shares_together_are_no_more_than_a_hundred(is_wrong: bool, text: str) -> None:
    assert fails(text) == [Kind.SHARE] * is_wrong
