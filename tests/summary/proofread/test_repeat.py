"""The same fact said twice, and facts that only sound alike."""

import pytest

from jingwei.summary.proofread import Kind, Status
from tests.summary.proofread.seen import FAIL, PASS, verdicts


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (PASS, "2013年全区举办科普讲座186场。\n一是加强科普。全年举办科普讲座186场。"),
        (FAIL, "2013年全区举办科普讲座186场。\n一是加强科普。全年举办科普讲座168场。"),
        (FAIL, "全区授权发明专利97件。\n知识产权工作稳步推进，发明专利授权79件。"),
        (PASS, "全区举办科普讲座近200场。\n全年举办科普讲座186场。"),
        (FAIL, "2013年全区建成农业分中心五个。这6个分中心服务企业。"),
    ],
)
def test_one_fact_has_one_value(status: Status, text: str) -> None:
    assert verdicts(text, Kind.REPEAT) == [status]


@pytest.mark.parametrize(
    "text",
    [
        "上半年举办科普讲座86场。\n全年举办科普讲座168场。",
        "2012年举办科普讲座86场。\n2013年举办科普讲座168场。",
        "全年举办科普讲座186场。\n力争举办科普讲座200场。",
        "全年新增科普讲师16人。\n累计拥有科普讲师168人。",
        "全年举办科普讲座186场。\n东港镇投入6万元，举办科普讲座16场。",
        "全年举办科普讲座186场。\n其中科普讲座16场面向学生。",
        "项目186个。\n项目16个。",
        "这一年建成农业分中心五个。这5个分中心服务企业。",
    ],
    ids=[
        "half a year",
        "another year",
        "a plan",
        "added and stock",
        "a town",
        "a part",
        "too little",
        "back",
    ],
)
def test_facts_that_sound_alike_are_kept_apart(text: str) -> None:
    assert verdicts(text, Kind.REPEAT) == []
