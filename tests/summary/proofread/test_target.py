"""Targets: reached against aimed at."""

import pytest

from jingwei.summary.proofread import Kind, Status
from tests.summary.proofread.seen import FAIL, NOT_ASSESSABLE, PASS, UNCERTAIN, relations, verdicts


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (PASS, "技术合同成交额1.32亿元，完成年度目标1.2亿元的110%。"),
        (FAIL, "技术合同成交额1.32亿元，完成年度目标1.2亿元的120%。"),
        (PASS, "全年完成专利申请312件，年度目标260件，超额52件。"),
        (FAIL, "全年完成专利申请312件，年度目标260件，超额62件。"),
        (PASS, "专利申请312件，年度任务260件，超额20%完成任务。"),
        (FAIL, "专利申请312件，年度任务260件，超额30%完成任务。"),
        (FAIL, "全年引进项目45个，超额完成年度任务50个。"),
        (NOT_ASSESSABLE, "全年引进项目55个，完成年度任务的110%。"),
        (UNCERTAIN, "全年申请专利312件，授权专利200件，完成年度目标260件的120%。"),
    ],
)
def test_reached_and_aimed_at_fit_what_is_said(status: Status, text: str) -> None:
    assert verdicts(text, Kind.TARGET) == [status]


def test_a_surplus_that_is_true_needs_no_word() -> None:
    assert relations("全年引进项目55个，超额完成年度任务50个。", Kind.TARGET) == []


def test_a_target_is_set_and_not_rounded() -> None:
    assert verdicts("成交额1.32亿元，完成年度目标1亿元的128%。", Kind.TARGET) == [FAIL]
