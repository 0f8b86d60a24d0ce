"""Totals and their parts: what adds up, what lies within, what cannot."""

import pytest

from jingwei.summary.proofread import Kind, Status
from tests.summary.proofread.seen import FAIL, PASS, UNCERTAIN, fails, parts, relations, total, verdicts


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (PASS, "全年申报科技项目148项，其中国家级19项、省级26项、市级103项。"),
        (PASS, "全年申报科技项目148项（国家级19项、省级26项、市级103项）。"),
        (FAIL, "全年申报科技项目148项（国家级19项、省级26项、市级104项）。"),
        (PASS, "东港镇引进项目3个、西山镇5个、南桥镇7个，共计15个。"),
        (FAIL, "东港镇引进项目3个、西山镇5个、南桥镇6个，共计15个。"),
        (PASS, "高新技术企业40家，按技术领域分：电子12家、机械20家、化工8家。"),
        (FAIL, "高新技术企业40家，按技术领域分：电子12家、机械20家、化工9家。"),
        (PASS, "全区有农技人员79名，其中农艺45名、畜牧19名，其余15名。"),
        (FAIL, "专利授权100件，其中发明专利30件、实用新型50件、外观设计21件。"),
        (PASS, "研发投入2.7亿元，其中企业自筹2.1亿元、财政拨款0.6亿元。"),
    ],
)
def test_a_closed_list_makes_its_total(status: Status, text: str) -> None:
    assert verdicts(text, Kind.SUM) == [status]


def test_a_list_that_ends_with_the_rest_is_closed() -> None:
    assert FAIL in verdicts("全区有农技人员79名，其中农艺45名、畜牧19名，其余14名。", Kind.SUM)


@pytest.mark.parametrize(
    "text",
    [
        "全年申报科技项目148项，其中国家级19项、省级26项。",
        "高新技术企业40家（电子12家、机械20家等）。",
        "高新技术企业40家（含电子12家、机械20家）。",
        "专利授权100件，其中发明60件，其余为个人申请。",
        "新建基地8个，其中省级平台3家。",
        "全年举办培训班35期，培训农民2100人次，其中妇女900人次。",
    ],
)
def test_an_open_list_lies_within_its_total(text: str) -> None:
    assert verdicts(text, Kind.SUM, Kind.SUBSET) == [PASS]
    assert verdicts(text, Kind.SUBSET) == [PASS]


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (FAIL, "全年申报科技项目48项，其中国家级19项、省级62项。"),
        (FAIL, "专利授权100件，其中发明60件、实用新型50件。"),
        (PASS, "专利授权100件，其中发明60件、企业专利50件。"),
        (UNCERTAIN, "全年培训农民1200人次，其中女性700人次、党员600人次。"),
    ],
    ids=["one part larger", "one axis", "two axes overlap", "attributes overlap"],
)
def test_parts_larger_than_their_whole(status: Status, text: str) -> None:
    assert verdicts(text, Kind.SUBSET) == [status]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ([PASS], "入驻企业64家（开发区23家、滨江镇15家），其余26家在城区。"),
        ([FAIL], "入驻企业64家（开发区23家、滨江镇15家），其余25家在城区。"),
    ],
)
def test_a_bracket_that_ends_early(expected: list[Status], text: str) -> None:
    assert verdicts(text, Kind.SUM) == expected


@pytest.mark.parametrize(("city", "status"), [(48, PASS), (49, FAIL)])
def test_a_bracket_within_a_bracket_belongs_to_its_own_total(city: int, status: Status) -> None:
    text = f"获批项目57项（国家级9项（重点研发4项、自然科学基金5项）、省级{city}项）。"
    outer, inner = relations(text, Kind.SUM)
    assert (total(text, outer), parts(text, outer), outer.status) == ("57项", ["9项", f"{city}项"], status)
    assert (total(text, inner), parts(text, inner), inner.status) == ("9项", ["4项", "5项"], PASS)


def test_among_them_within_a_bracket_speaks_of_the_nearest_total() -> None:
    text = "获批项目57项（国家级9项，其中重点研发4项、自然科学基金6项；省级48项）。"
    (found,) = (one for one in relations(text) if one.status is FAIL)
    assert (total(text, found), parts(text, found)) == ("9项", ["4项", "6项"])


def test_a_second_among_them_begins_a_list_of_its_own() -> None:
    text = "获批项目57项，其中国家级9项，其中重点研发4项、自然科学基金5项。"
    assert [(total(text, one), parts(text, one)) for one in relations(text, Kind.SUM)] == [
        ("9项", ["4项", "5项"])
    ]
    assert fails(text) == []


def test_states_of_a_project_are_no_parts_that_add_up() -> None:
    assert fails("申报项目46项，立项19项，结题24项，验收22项。") == []
    assert fails("申报项目46项，其中通过初审40项、立项19项。") == []


def test_columns_of_a_list_have_totals_of_their_own() -> None:
    text = "新引进项目38个、总投资84.7亿元，其中机械类21个、46.5亿元，化工类17个、38.2亿元。"
    assert [(total(text, one), one.status) for one in relations(text, Kind.SUM)] == [
        ("38个", PASS),
        ("84.7亿元", PASS),
    ]


def test_parts_side_by_side_need_no_marker() -> None:
    text = "总建筑面积36万平方米，已建成14.5万平方米，在建18.7万平方米，待建{}万平方米。"
    assert verdicts(text.format("2.8"), Kind.SUM) == [PASS]
    assert verdicts(text.format("5.8"), Kind.SUM) == [FAIL]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("研发投入近3亿元，其中企业自筹2.1亿元、财政拨款0.6亿元。", PASS),
        ("研发投入10亿元，其中企业自筹7亿元、财政拨款2亿元、银行贷款1.04亿元。", PASS),
        ("研发投入10.0亿元（企业自筹7.0亿元、财政拨款2.0亿元、银行贷款1.5亿元）。", FAIL),
    ],
    ids=["a hedged total", "a gap of rounding", "more than rounding"],
)
def test_what_was_rounded_or_hedged_may_differ(text: str, status: Status) -> None:
    assert verdicts(text, Kind.SUM) == [status]


def test_a_figure_in_ten_thousands_for_hundred_millions_is_a_slip() -> None:
    text = "研发投入2.7亿元（企业自筹2.1万元、财政拨款0.6亿元）。"
    (found,) = relations(text, Kind.UNIT)
    assert found.status is FAIL
    assert "2.1万元" in found.explanation.zh


def test_reasons_say_what_opened_the_list_and_which_total_was_taken() -> None:
    (found,) = relations("全年申报科技项目148项，其中国家级19项、省级26项。", Kind.SUBSET)
    assert [reason.zh for reason in found.reasons] == [
        "“其中”引出分项",
        "以“148项”为总数：最近而单位相合",
    ]
