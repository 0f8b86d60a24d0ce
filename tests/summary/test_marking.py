"""A text cut up for reading: nothing is lost, brackets never cross, letters lead from figure to finding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.summary.proofread import Status, proofread
from jingwei.summary.rules.marking import (
    Ending,
    FigurePiece,
    Opening,
    WordsPiece,
    brackets,
    letters,
    marked,
    paragraph_of,
    paragraphs,
)
from jingwei.summary.rules.revisions import compare

LISTED = (
    "新列入科技项目148项，其中国家级19项（星火4项、火炬5项、创新基金7项、新产品3项），"
    "省级26项（重大1项、专项8项、青年2项、设计6项、农业2项、市场5项、特派员2项、软科学1项），试制计划103项。"
)
clauses = st.lists(
    st.sampled_from(
        [LISTED, "共申请专利7928件，其中发明336件", "增长13.8%", "（", "）", "，", "。", "\n", "12项", "其中"]
    ),
    max_size=12,
)


def drawn(text: str) -> str:
    """The text with its marks as one line a paragraph: {…} brackets, ⟦…⟧ figures with their letters."""
    reading = proofread(text)
    names = letters(reading.findings)
    lines = []
    for paragraph in marked(reading, reading.findings):
        line = ""
        for piece in paragraph.pieces:
            match piece:
                case WordsPiece():
                    line += piece.text
                case FigurePiece():
                    line += f"⟦{piece.text}⟧" + "".join(names[one.fingerprint] for one in piece.findings)
                case Opening():
                    line += "{"
                case Ending():
                    line += "}"
        lines.append(line)
    return "\n".join(lines)


def test_parts_stand_in_brackets_and_the_total_bears_the_letter() -> None:
    line = drawn("获奖10项（其中一等奖1项，二等奖6项），登记成果105项。")
    assert line == "获奖⟦10项⟧A{（其中一等奖⟦1项⟧，二等奖⟦6项⟧）}，登记成果⟦105项⟧。"


def test_a_bracket_stands_within_another() -> None:
    line = drawn(LISTED)
    assert line.index("{") < line.index("{（重大") < line.index("软科学⟦1项⟧）}")
    assert line.endswith("试制计划⟦103项⟧}。")


@given(clauses)
def test_nothing_is_lost_and_brackets_close_in_order(given_clauses: list[str]) -> None:
    text = "".join(given_clauses)
    reading = proofread(text)
    spans = paragraphs(text)
    for paragraph, (start, end) in zip(marked(reading, reading.findings), spans, strict=True):
        said = [piece for piece in paragraph.pieces if isinstance(piece, WordsPiece | FigurePiece)]
        assert "".join(piece.text for piece in said) == text[start:end]
        depth = 0
        for piece in paragraph.pieces:
            depth += isinstance(piece, Opening) - isinstance(piece, Ending)
            assert depth >= 0
        assert depth == 0
    found = brackets(reading, reading.findings, spans)
    crossing = [(a, b) for a in found for b in found if a.start < b.start < a.end < b.end]
    assert crossing == []


@given(clauses)
def test_every_finding_has_its_own_letter_in_the_order_of_the_text(given_clauses: list[str]) -> None:
    findings = proofread("\n".join(given_clauses)).findings
    names = letters(findings)
    assert len(set(names.values())) == len(findings)
    ordered = sorted(findings, key=lambda one: (one.start, one.end))
    assert [names[one.fingerprint] for one in ordered] == sorted(
        names.values(), key=lambda name: (len(name), name)
    )


def test_after_z_comes_aa() -> None:
    text = "。".join(f"获{place + 10}项奖（一等奖{place}项、二等奖10项）" for place in range(1, 31))
    names = list(letters(proofread(text).findings).values())
    assert {"Z", "AA", "AB"} <= set(names)


@pytest.mark.parametrize(("place", "number"), [(0, 1), (2, 1), (5, 2), (7, 2)])
def test_places_lie_in_paragraphs(place: int, number: int) -> None:
    assert paragraph_of(paragraphs("一二三\n\n五六七"), place) == number


def test_findings_of_two_versions_are_told_apart() -> None:
    wrong = "甲类10项（一等1项、二等2项）。"
    other = "乙类20项（一等1项、二等2项）。"
    before = [one for one in proofread(wrong + other).findings if one.status is Status.FAIL]
    assert len(before) == 2, "the parts in parentheses are complete and do not add up"
    after = proofread("甲类3项（一等1项、二等2项）。" + other + "丙类9项（一等1项、二等2项）。").findings
    change = compare(before, after)
    assert [one.quote[:2] for one in change.resolved] == ["甲类"]
    assert [one.quote[:2] for one in change.staying] == ["乙类"]
    assert [one.quote[:2] for one in change.new] == ["丙类"]
