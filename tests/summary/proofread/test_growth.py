"""Growth: rates, multiples, doublings, points and differences against the values they speak of."""

import pytest

from jingwei.summary.proofread import Kind, Status
from tests.summary.proofread.seen import (
    FAIL,
    NOT_ASSESSABLE,
    PASS,
    UNCERTAIN,
    fails,
    figures,
    relations,
    verdicts,
)


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (PASS, "高新技术企业由12家增加到15家，增长25%。"),
        (FAIL, "高新技术企业由12家增加到15家，增长35%。"),
        (PASS, "全年检查企业80家，比上年的100家下降20%。"),
        (FAIL, "全年检查企业80家，比上年的100家下降30%。"),
        (PASS, "技术合同成交额2862万元，比上年增加460万元，增长19.2%。"),
        (FAIL, "技术合同成交额2862万元，比上年增加460万元，增长29.2%。"),
        (PASS, "专利申请110件，上年95件，增加15件。"),
        (FAIL, "专利申请110件，上年95件，增加25件。"),
        (NOT_ASSESSABLE, "技术合同成交额1.86亿元，同比增长20%。"),
        (NOT_ASSESSABLE, "按可比口径计算，产值由10亿元增加到12亿元，可比增长15%。"),
    ],
)
def test_a_rate_or_difference_fits_its_values(status: Status, text: str) -> None:
    assert verdicts(text, Kind.GROWTH) == [status]


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (PASS, "专利申请量由100件增加到300件，增长2倍。"),
        (UNCERTAIN, "专利申请量由100件增加到300件，增长3倍。"),
        (PASS, "专利申请300件，上年100件，是上年的3倍。"),
        (FAIL, "专利申请300件，上年100件，是上年的2倍。"),
        (PASS, "专利申请由100件增加到210件，翻一番。"),
        (FAIL, "专利申请由100件增加到500件，翻一番。"),
        (PASS, "专利申请由100件增加到410件，翻两番。"),
    ],
)
def test_multiples_and_doublings(status: Status, text: str) -> None:
    assert verdicts(text, Kind.GROWTH) == [status]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ([PASS, PASS], "发明专利97件、实用新型1054件，同比分别增长4.3%和53.9%。"),
        ([PASS, FAIL], "发明专利97件、实用新型1054件，同比分别增长4.3%和53.8%。"),
        ([PASS] * 3, "发明专利97件、实用新型1054件、外观设计60件，同比分别增长4.3%、53.9%和20%。"),
        ([FAIL, PASS, PASS], "发明专利97件、实用新型1054件、外观设计60件，同比分别增长4.5%、53.9%和20%。"),
    ],
)
def test_respectively_gives_each_value_its_rate(expected: list[Status], text: str) -> None:
    assert verdicts(text, Kind.GROWTH) == expected


def test_respectively_with_names_looks_for_the_values_that_bear_them() -> None:
    text = "发明专利97件。实用新型1054件。实用新型、发明专利同比分别增长53.9%和4.3%。"
    assert verdicts(text, Kind.GROWTH) == [PASS, PASS]


def test_respectively_with_too_few_values_cannot_be_checked() -> None:
    text = "发明专利97件，同比分别增长4.3%和53.9%。"
    assert verdicts(text, Kind.GROWTH) == [NOT_ASSESSABLE, NOT_ASSESSABLE]


@pytest.mark.parametrize(("rate", "status"), [("4.3%", PASS), ("4.5%", FAIL), ("约4.5%", NOT_ASSESSABLE)])
def test_the_count_implied_before_is_a_whole_number(rate: str, status: Status) -> None:
    (found,) = relations(f"发明专利97件，同比增长{rate}。", Kind.GROWTH)
    assert found.status is status
    assert ("→ 93" in found.arithmetic) == (status is PASS)


def test_large_counts_imply_some_whole_number_always() -> None:
    assert verdicts("专利申请79281件，同比增长4.3%。", Kind.GROWTH) == [NOT_ASSESSABLE]


@pytest.mark.parametrize(
    ("kind", "status", "text"),
    [
        (Kind.GROWTH, PASS, "研发投入强度由20.4%提高到21.6%，提高1.2个百分点。"),
        (Kind.GROWTH, FAIL, "研发投入强度由20.4%提高到21.6%，提高1.5个百分点。"),
        (Kind.UNIT, FAIL, "研发投入强度由20.4%提高到21.6%，提高1.2%。"),
        (Kind.UNIT, FAIL, "产值由10亿元增加到12亿元，增长20个百分点。"),
        (Kind.GROWTH, PASS, "合格率由98%下降到96%，下降2个百分点。"),
    ],
)
def test_points_against_per_cent(kind: Kind, status: Status, text: str) -> None:
    assert [(one.kind, one.status) for one in relations(text, Kind.GROWTH, Kind.UNIT)] == [(kind, status)]


def test_a_rate_of_another_subject_is_left_alone() -> None:
    assert fails("专利申请97件，营业收入增长4.5%。") == []


def test_reasons_name_the_values_that_were_taken() -> None:
    text = "高新技术企业由12家增加到15家，增长25%。"
    (found,) = relations(text, Kind.GROWTH)
    assert [reason.zh for reason in found.reasons] == ["以“15家”为本期数", "以“12家”为上期数"]
    assert figures(text)[found.previous or 0].text == "12家"
