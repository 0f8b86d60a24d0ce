"""The grammar of figures in a text: what is read, and where exactly it stops being one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.summary.rules.hedges import HEDGES
from jingwei.summary.rules.placeholders import UNITS, Broken, Placeholder, Words, parse, place_of


def test_a_text_without_figures_is_words():
    parsed = parse("科技工作\n再上台阶")
    assert parsed.pieces == (Words("科技工作\n再上台阶", 0),)
    assert not parsed.faults


def test_everything_a_placeholder_can_say():
    options = "万元 | 多 | say=2100.5 | places=2 | turn=增/减"
    text = f"到账{{{{ subsidies.received@level=national|provincial:growth | {options} }}}}。"
    (figure,) = parse(text).placeholders
    assert figure.reference == "subsidies.received@level=national|provincial:growth"
    assert (figure.unit, figure.hedge, figure.say) == ("万元", HEDGES["多"], Decimal("2100.5"))
    assert (figure.places, figure.turn) == (2, ("增", "减"))
    assert text[figure.start : figure.end].startswith("{{ subsidies")
    assert text[figure.end :] == "。"


@pytest.mark.parametrize("counter", ["项", "家", "人", "project/projects", "R&D centre", "-", "enterprise"])
def test_counters(counter):
    if "&" in counter:
        assert parse(f"{{{{ a.b | {counter} }}}}").faults
    else:
        assert parse(f"{{{{ a.b | {counter} }}}}").placeholders[0].counter == counter


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("新增{{ projects }}项", "projects"),
        ("新增{{ projects.listed 项 }}", "项"),
        ("新增{{ projects.listed | 12 }}", "12"),
        ("新增{{ projects.listed | 项 | 家 }}", "家"),
        ("新增{{ projects.listed | places=9 }}", "places=9"),
        ("新增{{ projects.listed | 多 | say=2,100 }}", "say=2,100"),
        ("新增{{ projects.listed | 多 | say=0 }}", "say=0"),
        ("新增{{ projects.listed:growth | turn=增长 }}", "turn=增长"),
        ("新增{{ projects.listed | colour=red }}", "colour=red"),
        ("新增{{ projects.listed | say=5 }}", "{{ projects.listed | say=5 }}"),
        ("新增{{ projects.listed | 多 }}", "{{ projects.listed | 多 }}"),
        ("新增{{ projects.listed | 项", "{{ projects.listed | 项"),
        ("一\n新增{{ projects.listed@ }}", "projects.listed@"),
    ],
)
def test_a_fault_names_its_place_in_both_languages(text, at):
    (fault,) = parse(text).faults
    assert text[fault.start : fault.end] == at
    assert fault.text.zh != fault.text.en
    assert "{" not in fault.text.zh.replace("{{", "")


def test_a_broken_placeholder_does_not_swallow_the_next():
    parsed = parse("甲{{ a.b | 项，乙{{ c.d | 项 }}\n丙{{ e.f")
    assert [figure.reference for figure in parsed.placeholders] == ["c.d"]
    assert len(parsed.faults) == 2


def test_escaped_braces_are_words():
    parsed = parse("写作\\{{ a.b }}")
    assert parsed.pieces == (Words("写作{{ a.b }}", 0),)


def test_place_of_counts_from_one():
    assert place_of("甲乙\n丙丁", 4) == (2, 2)
    assert place_of("甲乙", 0) == (1, 1)


words = st.text(st.characters(exclude_characters="{}\\|", exclude_categories=["Cs"]), max_size=20)
names = st.from_regex(r"[a-z][a-z0-9_]{0,6}\.[a-z][a-z0-9_]{0,6}", fullmatch=True)
options = st.one_of(
    st.sampled_from(sorted(UNITS)),
    st.sampled_from(["项", "家", "project/projects"]),
    st.integers(0, 6).map(lambda digit: f"places={digit}"),
)


@given(st.lists(st.tuples(words, names, st.lists(options, max_size=3)), max_size=4), words)
def test_what_is_composed_of_the_grammar_is_read_back(parts, tail):
    text = (
        "".join(f"{before}{{{{ {' | '.join([name, *chosen])} }}}}" for before, name, chosen in parts) + tail
    )
    parsed = parse(text)
    kinds = [
        [("places" if "=" in one else "unit" if one in UNITS else "counter") for one in chosen]
        for _, _, chosen in parts
    ]
    sound = [name for (_, name, _), kind in zip(parts, kinds, strict=True) if len(set(kind)) == len(kind)]
    assert [figure.reference for figure in parsed.placeholders] == sound
    assert len(parsed.faults) == len(parts) - len(sound)


@given(st.text(alphabet="{}|\\ab.=项多\n ", max_size=60))
def test_any_text_is_read_without_losing_a_character(text):
    parsed = parse(text)
    assert len([piece for piece in parsed.pieces if isinstance(piece, Broken)]) == len(parsed.faults)
    rebuilt = "".join(
        text[piece.start : piece.end] if isinstance(piece, Placeholder) else piece.text
        for piece in parsed.pieces
    )
    assert rebuilt == text.replace("\\{{", "{{") or "\\{{" in text
    for fault in parsed.faults:
        assert 0 <= fault.start < fault.end <= len(text)
