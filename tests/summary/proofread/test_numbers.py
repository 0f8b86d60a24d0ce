"""Figures: how numbers are written in this genre, what they leave possible, and which digits are none."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.summary.proofread import Hedge
from jingwei.summary.proofread.lexicon import not_figures, units
from jingwei.summary.proofread.lexicon.not_figures import NotFigure, spans
from jingwei.summary.proofread.lexicon.not_units import begins_a_word
from jingwei.summary.proofread.normal import normal
from jingwei.summary.proofread.numerals import whole_number
from tests.summary.proofread.seen import figures, printed


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        *(
            ("三", 3),
            ("十", 10),
            ("十二", 12),
            ("二十", 20),
            ("一百零五", 105),
            ("两千三百", 2300),
            ("一百二十", 120),
        ),
        *(("百千", None), ("三四", None), ("零三", 3)),
    ],
)
def test_chinese_numerals(numeral: str, value: int | None) -> None:
    assert whole_number(numeral) == value


@pytest.mark.parametrize(
    ("text", "shown", "low", "high", "unit"),
    [
        ("项目26项", "26项", 26, 26, "项"),
        ("项目２６项", "２６项", 26, 26, "项"),
        ("建成三个中心", "三个", 3, 3, "个"),
        ("培训一百零五人", "一百零五人", 105, 105, "人"),
        ("投入2,100万元", "2,100万元", 21_000_000, 21_000_000, "元"),
        ("投入2100多万元", "2100多万元", 21_000_000, 21_000_000, "元"),
        ("投入1.5亿余元", "1.5亿余元", 150_000_000, 150_000_000, "元"),
        ("投入3亿5000万元", "3亿5000万元", 350_000_000, 350_000_000, "元"),
        ("累计投入7.8亿", "7.8亿", 780_000_000, 780_000_000, "元"),
        ("补助资金3.5万", "3.5万", 35_000, 35_000, "元"),
        ("发放图书2万册", "2万册", 20_000, 20_000, "册"),
        ("园区20万平方米", "20万平方米", 200_000, 200_000, "平方米"),
        ("园区2平方公里", "2平方公里", 2_000_000, 2_000_000, "平方米"),
        ("服务企业30—40家", "30—40家", 30, 40, "家"),
        ("补助30—40万元", "30—40万元", 300_000, 400_000, "元"),
        ("服务企业30家至40家", "30家至40家", 30, 40, "家"),
        ("补助30万—40万元", "30万—40万元", 300_000, 400_000, "元"),
        ("增长4.3%", "4.3%", Fraction("4.3"), Fraction("4.3"), "%"),
        ("提高1.2个百分点", "1.2个百分点", Fraction("1.2"), Fraction("1.2"), "百分点"),
        ("三成企业", "三成", 30, 30, "%"),
        ("三大园区", "三", 3, 3, "园区"),
        ("技术合同成交额(亿元)  14", "14", 1_400_000_000, 1_400_000_000, "元"),
    ],
)
def test_a_number_with_its_scale_and_unit(
    text: str, shown: str, low: Fraction, high: Fraction, unit: str
) -> None:
    (found,) = figures(text)
    assert (found.text, found.low, found.high, found.unit) == (shown, low, high, unit)


def test_a_list_prints_its_unit_once() -> None:
    assert printed("三类项目分别为12、15和20项。")[-3:] == ["12", "15", "20项"]


def test_a_movement_is_no_range() -> None:
    assert printed("由12家到15家。") == ["12家", "15家"]


@pytest.mark.parametrize(
    ("text", "hedge", "low", "high"),
    [
        ("近200家", Hedge.NEARLY, 100, 200),
        ("不足200家", Hedge.UNDER, 100, 200),
        ("约200家", Hedge.ABOUT, 150, 250),
        ("约1234家", Hedge.ABOUT, Fraction("1172.3"), Fraction("1295.7")),
        ("200家左右", Hedge.ABOUT, 150, 250),
        ("超200家", Hedge.OVER, 200, 300),
        ("200多家", Hedge.OVER, 200, 300),
        ("突破200家", Hedge.OVER, 200, 300),
        ("25家以上", Hedge.AT_LEAST, 25, None),
        ("至少25家", Hedge.AT_LEAST, 25, None),
        ("200家", None, 200, 200),
        ("1.5亿元", None, 145_000_000, 155_000_000),
        ("13.8%", None, Fraction("13.75"), Fraction("13.85")),
        ("走过25家", None, 25, 25),
        ("已过25家", Hedge.OVER, 25, 26),
        ("25名以上学历", None, 25, 25),
        ("25家多元化企业", None, 25, 25),
    ],
)
def test_hedges_and_rounding_leave_values_possible(
    text: str, hedge: Hedge | None, low: Fraction, high: Fraction | None
) -> None:
    (found,) = figures(f"服务{text}。")
    assert found.hedge is hedge
    assert (found.true.low, found.true.high) == (low, high)


@pytest.mark.parametrize("one", not_figures.PATTERNS, ids=lambda one: one.name)
def test_digits_that_are_no_figures(one: NotFigure) -> None:
    assert one.name in {name for _, _, name in spans(normal(one.example))}


@pytest.mark.parametrize(
    "text",
    [
        *("一家一户上门", "三位一体", "一系列活动", "八项规定", "十年磨一剑", "半导体产业", "两手抓"),
        *(
            "“最后一公里”",
            "“四换三名”工程",
            "330人才计划",
            "80年代",
            "1000家电商品",
            "编号123456789012345678901号",
        ),
        *("科发〔2013〕15号文件", "5月12日", "第三届", "二等奖", "GB9704标准", "电话0512-5200123"),
    ],
)
def test_words_with_numerals_that_count_nothing(text: str) -> None:
    assert printed(f"开展{text}。") == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [("培训班连续三年", "三年"), ("表彰10名工作者", "10名"), ("“一家、三个”", "三个"), ("12日均", None)],
)
def test_what_counts_beside_what_does_not(text: str, shown: str | None) -> None:
    assert (shown in printed(text)) if shown else printed(text) == []


@pytest.mark.parametrize("unit", ["人", "年", "家", "个", "成", "名", "面", "批"])
def test_a_unit_is_none_at_the_head_of_another_word(unit: str) -> None:
    words = {
        "人": "人才",
        "年": "年代",
        "家": "家电",
        "个": "个体",
        "成": "成果",
        "名": "名牌",
        "面": "面积",
        "批": "批准",
    }
    assert begins_a_word(unit, words[unit], 0)
    assert not begins_a_word(unit, f"{unit}，", 0)


@given(st.integers(1, 10**12))
def test_any_whole_number_is_read(value: int) -> None:
    (found,) = figures(f"共有{value:,}项。")
    assert found.low == value


@given(st.sampled_from(sorted(units.FAMILY)))
def test_every_unit_may_be_added_to_itself(unit: str) -> None:
    assert units.may_add(unit, unit)
    assert not units.cannot_be_one(unit, unit)


@given(st.text())
def test_normal_keeps_every_place(text: str) -> None:
    assert len(normal(text)) == len(text)
    assert re.search("[０-９Ａ-Ｚａ-ｚ（）]", normal(text)) is None
