"""A text against the records of the demonstration year: sure matches only, each with the value of the house."""

from pathlib import Path

import pytest

from jingwei.documents.reading.prose import read_prose
from jingwei.summary.proofread import Finding, Kind, Status, proofread
from jingwei.summary.queries.measured import against_measures
from jingwei.summary.rules.recognising import core, nearly

pytestmark = pytest.mark.usefixtures("year")


def found(text: str, year: int = 2013) -> list[tuple[str, Status]]:
    reading = proofread(text)
    findings = against_measures(reading, year)
    assert all(one.kind is Kind.MEASURE for one in findings)
    return [(reading.figures[one.relation.figures[0]].text, one.status) for one in findings]


@pytest.fixture
def real(shared: Path) -> tuple[Finding, ...]:
    path = shared / "source" / "summary-2013.txt"
    if not path.is_file():
        pytest.skip(f"NO REAL TEXT: {path} is absent")
    return against_measures(proofread(read_prose(path.name, path.read_bytes())), 2013)


def test_of_the_real_text_two_figures_differ_and_say_why(real: tuple[Finding, ...]) -> None:
    wrong = [one for one in real if one.status is not Status.PASS]
    assert [one.relation.arithmetic for one in wrong] == ["148项 ≠ 149项", "26项 ≠ 27项"]
    assert all(one.status is Status.FAIL for one in wrong)
    assert "149" in wrong[0].relation.explanation.zh
    assert "1+8+2+6+2+5+2+1=27" in wrong[1].relation.explanation.zh
    assert "1+8+2+6+2+5+2+1=27" in wrong[1].relation.explanation.en


def test_most_figures_of_the_real_text_that_have_a_measure_are_recognised(real: tuple[Finding, ...]) -> None:
    references = {one.relation.reasons[0].en for one in real}
    assert len(real) >= 40
    assert {
        "projects.listed@family=national",
        "projects.listed@family=trial",
        "received.new_product_output",
        "received.new_product_output:growth",
        "received.new_product_output:share",
        "subsidies.received",
        "titles.enterprise_granted@type=provincial_st_enterprise",
        "titles.talents_to_date@type=city_330",
        "titles.awards@type=provincial_award,class=second",
        "titles.awards@type=city_award,class=second",
    } <= references


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2013年新增省科技型企业55家。", [("55家", Status.PASS)]),
        ("2013年新增省科技型企业54家。", [("54家", Status.FAIL)]),
        ("新增省科技型企业50多家。", [("50多家", Status.PASS)]),
        ("新增省科技型企业超60家。", [("60家", Status.FAIL)]),
        ("高新技术产业产值达到545亿元,同比增长4.1%。", [("545亿元", Status.PASS), ("4.1%", Status.PASS)]),
        (
            "高新技术产业产值达到544.99亿元,同比下降4.1%。",
            [("4.1%", Status.FAIL), ("544.99亿元", Status.PASS)],
        ),
        ("高新技术产业产值达到544.99亿元,同口径增长9.9%。", [("544.99亿元", Status.PASS)]),
        ("获省科学技术奖10项(其中一等奖2项)。", [("2项", Status.FAIL), ("10项", Status.PASS)]),
    ],
)
def test_figures_are_held_against_ours(text: str, expected: list[tuple[str, Status]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2012年新增省科技型企业54家。",  # another year
        "二、2014年工作思路\n新增省科技型企业60家。",  # a plan
        "力争新增省科技型企业60家。",
        "上半年新增省科技型企业30家。",
        "新增省科技型企业30人。",  # another unit
        "柯桥街道新增省科技型企业12家。",  # of a town
        "新增国家、省科技型企业70家。",  # of two kinds
        "新增省科技型企业30家,平水镇新增省科技型企业4家。全区共新增省科技型企业55家。",  # said with several values
        "获一等奖9项。",  # of nothing named
        "省科技型企业实现产值30亿元。",
    ],
)
def test_nothing_is_said_of_what_may_be_another_thing(text: str) -> None:
    assert found(text) == []


def test_of_a_year_without_records_nothing_is_said() -> None:
    assert found("1999年新增省科技型企业54家。新列入省级以上科技项目12项。", 1999) == []


def test_cores_and_near_words() -> None:
    assert core("2013年新列入省级以上科技项目") == core("省级以上科技项目")
    assert core("规模以上工业新产品产值（亿元）") == "规上工业新产品产值"
    assert nearly("省级以科技项目", "省级以上科技项目")
    assert nearly("省科技型企业", "省科技型企业")
    assert nearly("省级科技型企业", "市级科技型企业")
    assert not nearly("省科技企业", "省农业科技型企业")
