"""Texts of two years against one another: only the same thing is compared, and only where nothing else explains it."""

import pytest

from jingwei.summary.proofread import Kind, Status, proofread
from jingwei.summary.rules.across import Across, across, year_of

BEFORE = (
    "2012年科技工作总结\n全区获授权专利1947件,其中:发明专利93件。科技园全年完成建设投资1.2亿元,累计完成1.2亿元。"
    "实现技术交易额200万元。新增市级研发中心20家。省级奖励中一等奖1项。"
)


def against(later: str, earlier: str = BEFORE) -> list[Across]:
    texts = [("new.txt", proofread(f"2013年科技工作总结\n{later}")), ("old.txt", proofread(earlier))]
    return list(across(texts))


AGREE = [
    ("获授权专利2132件,其中:发明专利97件,同比增长4.3%。", Kind.GROWTH),
    ("科技园全年完成建设投资1.5亿元,累计完成2.7亿元。", Kind.CUMULATIVE),
    ("实现技术交易额300万元,比上年的200万元增长50%。", Kind.REPEAT),
    ("新增市级研发中心26家,比上年增长30%。", Kind.GROWTH),
    ("新增市级研发中心18家,比上年下降10%。", Kind.GROWTH),
]
DISAGREE = [
    ("获授权专利2132件,其中:发明专利97件,同比增长6.6%。", Kind.GROWTH),
    ("科技园全年完成建设投资1.5亿元,累计完成3.2亿元。", Kind.CUMULATIVE),
    ("实现技术交易额300万元,比上年的250万元增长20%。", Kind.REPEAT),
    ("新增市级研发中心18家,比上年下降40%。", Kind.GROWTH),
]
SILENT = [
    "获授权专利2132件,其中:实用新型专利97件,同比增长6.6%。",  # another thing
    "申请专利2132件,其中:发明专利97件,同比增长6.6%。",  # part of another whole
    "新增市级研发中心26家,按同口径比较增长60%。",
    "新增市级研发中心26人,比上年增长60%。",  # another unit
    "一等奖3项,比上年增长50%。",
]


@pytest.mark.parametrize(("later", "kind"), AGREE)
def test_what_agrees_passes(later: str, kind: Kind) -> None:
    (found,) = against(later)
    assert (found.finding.status, found.finding.kind) == (Status.PASS, kind), (
        found.finding.relation.arithmetic
    )


@pytest.mark.parametrize(("later", "kind"), DISAGREE)
def test_what_disagrees_in_the_same_words_fails_and_names_both_files(later: str, kind: Kind) -> None:
    (found,) = against(later)
    assert (found.finding.status, found.finding.kind) == (Status.FAIL, kind), (
        found.finding.relation.arithmetic
    )
    assert (found.name, found.earlier.name) == ("new.txt", "old.txt")
    assert "old.txt" in found.finding.relation.explanation.zh
    assert BEFORE[found.earlier.start : found.earlier.end] == found.earlier.quote


@pytest.mark.parametrize("later", SILENT)
def test_of_what_may_be_another_thing_nothing_is_said(later: str) -> None:
    assert against(later) == []


def test_similar_words_are_doubted_and_not_condemned() -> None:
    (found,) = against("新增绍兴市级研发中心26家,比上年增长62.5%。")
    assert found.finding.status is Status.UNCERTAIN


def test_a_value_said_twice_in_two_ways_is_left_alone() -> None:
    twice = BEFORE + "\n全年新增市级研发中心7家。"
    assert against("新增市级研发中心26家,比上年增长62.5%。", twice) == []


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("２０１３年工作总结", 2013),
        ("科技局年度工作总结\n一、2013年科技工作总结", 2013),
        ("2013年上半年工作总结", None),
        ("2013年1-9月工作总结", None),
        ("2013年第三季度总结", None),
        ("2013年前三季度总结", None),
        ("工作总结", None),
    ],
)
def test_the_year_of_a_text(text: str, year: int | None) -> None:
    assert year_of(text) == year


def test_years_that_do_not_follow_say_nothing_of_each_other() -> None:
    texts = [("a", proofread(BEFORE)), ("b", proofread("2014年总结\n新增市级研发中心26家,比上年增长62.5%。"))]
    assert across(texts) == ()
