"""Figures filled into a text: how they read, and that words never become markup."""

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.kernel.canonical import canonical
from jingwei.kernel.text import Text
from jingwei.summary.rules.placeholders import parse
from jingwei.summary.rules.spans import FaultSpan, FigureSpan, fill
from jingwei.summary.rules.values import Missing, Sort, Value
from jingwei.summary.rules.writing import as_json, as_markdown, as_plain

TIE, SPACE = "\u2060", "\u00a0"
PROJECTS, ITEMS = Text("立项", "Listed"), Text("项", "projects")


def value(exact, sort=Sort.COUNT, reference="a.b", previous=None, growth=None):
    unit = {Sort.COUNT: ITEMS, Sort.MONEY: Text("元", "yuan"), Sort.PERCENT: Text("%", "%")}[sort]
    return Value(reference, sort, Fraction(exact), PROJECTS, unit, previous, growth)


def read(text, found, language="zh-hans"):
    return as_plain(fill(parse(text), {found.reference: found}, language))


@pytest.mark.parametrize(
    ("text", "found", "language", "read_as"),
    [
        ("共{{ a.b | 项 }}。", value(149), "zh-hans", f"共149{TIE}项。"),
        ("共{{ a.b }}。", value(7928), "zh-hans", f"共7,928{TIE}项。"),
        ("{{ a.b | - }} in all", value(7928), "en", "7,928 in all"),
        ("{{ a.b | award/awards }}", value(1), "en", f"1{SPACE}award"),
        ("{{ a.b | award/awards }}", value(0), "en", f"0{SPACE}awards"),
        ("{{ a.b | 亿元 }}", value(84548_000000_00, Sort.MONEY), "zh-hans", f"845.48{TIE}亿元"),
        ("{{ a.b | 万元 | places=2 }}", value(3297_0000_00, Sort.MONEY), "zh-hans", f"3,297.00{TIE}万元"),
        ("{{ a.b }}", value(3297_0000_00, Sort.MONEY), "zh-hans", f"3,297{TIE}万元"),
        (
            "{{ a.b | billion yuan | places=3 }}",
            value(84548_000000_00, Sort.MONEY),
            "en",
            f"84.548{SPACE}billion yuan",
        ),
        ("{{ a.b | 万元 | say=2100 | 多 }}", value(2134_0000_00, Sort.MONEY), "zh-hans", f"2,100多{TIE}万元"),
        (
            "{{ a.b | million yuan | say=21 | over }}",
            value(2134_0000_00, Sort.MONEY),
            "en",
            f"over{SPACE}21{SPACE}million yuan",
        ),
        ("{{ a.b | say=20 | 近 }}", value(19), "zh-hans", f"近20{TIE}项"),
        ("{{ a.b | say=25 | 以上 }}", value(25), "zh-hans", f"25{TIE}项以上"),
        ("{{ a.b }}", value(Fraction(138, 10), Sort.PERCENT), "zh-hans", "13.8%"),
        ("{{ a.b | turn=增长/下降 }}", value(Fraction(138, 10), Sort.PERCENT), "zh-hans", "增长13.8%"),
        ("{{ a.b | turn=增长/下降 }}", value(Fraction(-304, 100), Sort.PERCENT), "zh-hans", "下降3.0%"),
        ("{{ a.b | turn=up/down }}", value(Fraction(1, 100), Sort.PERCENT), "en", "unchanged"),
    ],
)
def test_how_a_figure_reads(text, found, language, read_as):
    assert read(text, found, language) == read_as


@pytest.mark.parametrize(
    ("said", "hedge", "exact", "keeps"),
    [
        ("2100", "多", 2134, True),
        ("2100", "多", 2100, False),
        ("2100", "多", 2200, False),
        ("2100", "多", 1999, False),
        ("20", "近", 19, True),
        ("20", "近", 20, False),
        ("20", "近", 10, False),
        ("25", "以上", 25, True),
        ("25", "以上", 24, False),
        ("100", "约", 96, True),
        ("100", "约", 94, False),
        ("1.5", "超", 2, False),
    ],
)
def test_a_hedge_is_checked_against_the_value(said, hedge, exact, keeps):
    ((span,),) = fill(parse(f"{{{{ a.b | say={said} | {hedge} }}}}"), {"a.b": value(exact)}, "zh")
    assert isinstance(span, FigureSpan)
    assert span.keeps_hedge is keeps
    assert span.is_odd is not keeps


def test_what_does_not_fit_is_a_fault_where_it_stands():
    values = {
        "a.b": value(5),
        "m.y": value(500, Sort.MONEY, "m.y"),
        "x.y": Missing("x.y", Text("没有", "none")),
    }
    (paragraph,) = fill(parse("{{ a.b | 万元 }}{{ m.y | 项 }}{{ x.y }}{{ z.z }}{{ ! }}"), values, "zh")
    assert [type(span) for span in paragraph] == [FaultSpan] * 5
    assert [span.reference for span in paragraph] == ["a.b", "m.y", "x.y", "z.z", ""]


def test_a_line_is_a_paragraph():
    assert as_plain(fill(parse("甲{{ a.b }}\n\n  \n乙\n"), {"a.b": value(1)}, "zh")) == f"甲1{TIE}项\n乙"


def test_the_hover_says_last_year_and_change():
    found = value(97, previous=Fraction(93), growth=Fraction(43, 10))
    ((chinese,),) = fill(parse("{{ a.b }}"), {"a.b": found}, "zh-hans")
    ((english,),) = fill(parse("{{ a.b }}"), {"a.b": found}, "en")
    assert (chinese.tip, english.tip) == (f"上年93{TIE}项，+4.3%", f"last year 93{SPACE}projects, +4.3%")


words = st.text(
    st.characters(exclude_characters="{}\\\r", exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1
)


@given(words, words)
def test_words_stay_words(before, after):
    paragraphs = fill(parse(f"{before}{{{{ a.b }}}}{after}"), {"a.b": value(3)}, "zh")
    assert as_plain(paragraphs) == f"{before}3{TIE}项{after}"
    markdown = as_markdown(before, "/figures/a.b/")
    for sign in "<>*_[]`":
        assert markdown.count(sign) - markdown.count(f"\\{sign}") == {"<": 1, ">": 1, "[": 1, "]": 1}.get(
            sign, 0
        )


@given(words)
def test_json_is_canonical_and_whole(text):
    found = as_json(fill(parse(f"{text}{{{{ a.b }}}}"), {"a.b": value(Fraction(1, 3))}, "zh"))
    assert json.loads(canonical(found)) == found
    assert found[0][-1]["value"] == "1/3"
    assert "".join(span["text"] for span in found[0]).startswith(text)
