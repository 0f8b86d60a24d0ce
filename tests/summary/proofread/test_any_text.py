"""Whatever is given is read: nothing crashes, places are right, fingerprints last, full-width twins agree."""

import random
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jingwei.summary.proofread import Reading, Status, proofread
from tests.summary.proofread.labels import samples

# What the genre is made of: pieces that mean something together, in any order.
WORDS = """
0 1 2 7 19 26 97 148 2013 1.5 3.08 4.3 50 100 2,100 １４８ １．５ 一 三 十 两 百 零 二十
项 件 家 人 名 个 只 次 场 亿元 万元 元 亿 万 千 多 余 % ％ ‰ 个百分点 百分点 倍 番 平方米 亩 年 天 月
（ ） ( ) “ ” 《 》 【 】 、 ， , 。 ； ; ： : . - — ～ 第 届 其中 分别 同比 增长 下降 增加 减少
比上年 较去年 上年 今年 累计 共计 合计 总数 占 完成 目标 计划 由 从 到 达 增加到 翻一番 近 约 超 以上 不足 左右
至少 一是 ① （一） 1、 2013年 2012年底 上半年 截至 科技项目 国家级 省级 市级 发明专利 授权专利 企业 投资 产值
比重 等 其他 其余 和 与 每 平均
"""
PIECES = [*WORDS.split(), "\n", "\u3000"]
# Whole figures and what binds them: here relations are met more often.
BOUND = """
1项 1项 26项 148项 三项 5家 2亿元 80万元 3% 50% 1.2个百分点 2倍 其中 ( ) 、 , 。 : 共计 合计 等
增长 下降 比上年的 由 增加到 占 完成目标的 累计 今年 2012年底 平均每家 专利 企业 分别 一是 其余
"""
FIGURES = BOUND.split()
GENRE = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
    st.lists(st.sampled_from(FIGURES), max_size=40).map("".join),
)
ANYTHING = st.one_of(GENRE, st.text(max_size=200))
WHOLE = [sample.text for sample in samples("whole-a", "whole-b")]
PARAGRAPHS = [sample.text for sample in samples("paragraphs")]
NEUTRAL = "各位同事齐心协力，工作扎实。"
HALF = "0123456789.,%():;"
TWIN = str.maketrans({sign: chr(ord(sign) + 0xFEE0) for sign in HALF})
BACK = {value: chr(key) for key, value in TWIN.items()}


def must_be_sound(reading: Reading) -> None:
    """Places, order and indexes, as every reader of a `Reading` relies on them."""
    text, count = reading.text, len(reading.figures)
    for figure in reading.figures:
        assert text[figure.start : figure.end] == figure.text != ""
        assert figure.low <= figure.high
        assert figure.true.high is None or figure.true.low <= figure.true.high
    assert all(one.end <= other.start for one, other in pairwise(reading.figures))
    for relation in reading.relations:
        assert relation.figures
        assert all(0 <= index < count for index in relation.figures)
        assert relation.explanation.zh
        assert relation.explanation.en
    assert Counter(map(id, reading.relations)) == Counter(
        id(finding.relation) for finding in reading.findings
    )
    for finding in reading.findings:
        assert text[finding.start : finding.end] == finding.quote != ""
        touched = [reading.figures[index] for index in finding.relation.figures]
        assert any(finding.start <= one.start and one.end <= finding.end for one in touched)
    fingerprints = [finding.fingerprint for finding in reading.findings]
    assert len(set(fingerprints)) == len(fingerprints)


def verdicts(reading: Reading) -> dict[str, Status]:
    return {finding.fingerprint: finding.status for finding in reading.findings}


@settings(max_examples=400, deadline=None)
@given(ANYTHING)
def test_any_text_is_read_soundly(text: str) -> None:
    must_be_sound(proofread(text))


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("pieces", [PIECES, FIGURES], ids=["pieces", "figures"])
def test_long_and_short_nonsense_is_read_soundly(pieces: list[str], seed: int) -> None:
    chance = random.Random(seed)
    for length in (*[25] * 30, 200, 2000):
        must_be_sound(proofread("".join(chance.choices(pieces, k=length))))


# Texts that once brought the reader down.
ONCE = ["148项(增长148项,26项26项"]


@pytest.mark.parametrize("text", ONCE)
def test_what_once_failed_is_read_soundly(text: str) -> None:
    must_be_sound(proofread(text))


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(PARAGRAPHS), st.data())
def test_a_text_with_a_piece_put_in_or_cut_out_is_read_soundly(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = min(len(text), start + data.draw(st.integers(0, 12)))
    must_be_sound(proofread(text[:start] + data.draw(GENRE) + text[end:]))


@pytest.mark.parametrize("text", [*WHOLE, *PARAGRAPHS])
def test_the_corpus_is_read_soundly(text: str) -> None:
    must_be_sound(proofread(text))


@settings(max_examples=200, deadline=None)
@given(GENRE)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert proofread(text) == proofread(text)


@settings(max_examples=200, deadline=None)
@given(GENRE)
def test_paragraphs_before_and_after_leave_findings_and_fingerprints_alone(text: str) -> None:
    assert verdicts(proofread(f"{NEUTRAL}\n{text}\n{NEUTRAL}")) == verdicts(proofread(text))


@pytest.mark.parametrize("text", [*WHOLE, *PARAGRAPHS])
def test_a_paragraph_with_figures_before_and_after_leaves_fingerprints_alone(text: str) -> None:
    alone = verdicts(proofread(text))
    within = verdicts(proofread(f"食堂全年供餐32460份。\n{text}\n食堂另供早点7815份。"))
    assert alone.items() <= within.items()


@settings(max_examples=300, deadline=None)
@given(GENRE)
def test_full_width_and_half_width_twins_say_the_same(text: str) -> None:
    half = "".join(BACK.get(sign, sign) for sign in text)
    one, other = proofread(half), proofread(half.translate(TWIN))
    assert [(f.start, f.end, f.low, f.high, f.unit, f.hedge) for f in one.figures] == [
        (f.start, f.end, f.low, f.high, f.unit, f.hedge) for f in other.figures
    ]
    assert [(r.kind, r.status, r.figures) for r in one.relations] == [
        (r.kind, r.status, r.figures) for r in other.relations
    ]


@pytest.mark.parametrize("text", WHOLE)
def test_full_width_twins_of_whole_texts_say_the_same(text: str) -> None:
    one, other = proofread(text), proofread(text.translate(TWIN))
    assert [(f.low, f.high, f.unit) for f in one.figures] == [(f.low, f.high, f.unit) for f in other.figures]
    assert [(r.kind, r.status, r.figures) for r in one.relations] == [
        (r.kind, r.status, r.figures) for r in other.relations
    ]
