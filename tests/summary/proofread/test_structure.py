"""The skeleton: sentences, brackets within brackets, and the words around each figure."""

import pytest

from tests.summary.proofread.seen import outline, slots


def test_figures_stand_in_the_bracket_they_are_in() -> None:
    anchor, *inner, last = slots("省级26项（重大专项8项、软科学1项），试制103项。")
    assert [slot.figure.text for slot in anchor.group.slots] == ["26项", "103项"]
    assert {slot.group for slot in inner} == {anchor.group.inner[0]}
    assert inner[0].group.anchor is anchor
    assert last.before() is anchor
    assert anchor.after() is last


def test_brackets_stand_in_brackets() -> None:
    outer, middle, inner = slots("项目57项（国家级9项（重点研发4项））。")
    assert middle.group.anchor is outer
    assert inner.group.anchor is middle


def test_a_bracket_behind_words_has_no_anchor_but_its_opening() -> None:
    first, second = slots("项目57项，年度任务（50项）。")
    assert second.group.anchor is None
    assert second.group.opening == "年度任务"
    assert first.group.inner == [second.group]


def test_a_bracket_that_is_never_closed_ends_with_its_sentence() -> None:
    first, second, third = slots("项目57项（国家级9项。省级48项。")
    assert second.group.anchor is first
    assert third.group is third.group.sentence.main


def test_a_bracket_that_was_never_opened_is_passed_over() -> None:
    first, second = slots("项目57项），国家级9项。")
    assert first.group is second.group


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("申报1项。立项2项！", 2),
        ("申报1项\n立项2项", 2),
        ("增长4.3%，比上年高。", 1),
        ("申报1项.立项2项", 2),
        ("网址www.x.cn共1项", 1),
    ],
)
def test_sentences_end_where_they_do(text: str, count: int) -> None:
    assert len(outline(text).sentences) == count


def test_paragraphs_are_counted_and_bound_what_is_earlier() -> None:
    found = outline("申报1项。立项2项。\n验收3项。")
    assert [sentence.paragraph for sentence in found.sentences] == [0, 0, 1]
    first, second, third = found.sentences
    assert found.earlier(first) is None
    assert found.earlier(second) is first
    assert found.earlier(third) is None
    assert found.earlier(third, across=True) is second


def test_lead_tail_and_signs_of_a_slot() -> None:
    first, second = slots("全年，新列入项目148项目标，其中:国家级19项。")
    assert (first.lead, first.tail) == ("新列入项目", "目标")
    assert (second.lead, second.separators) == ("国家级", ",:")
    assert second.between == "目标,其中:国家级"


def test_of_a_very_long_stretch_beginning_and_end_are_kept() -> None:
    _, second = slots(f"项目1项甲{'字' * 600}乙2项。")
    assert (second.between[0], second.between[-1]) == ("甲", "乙")
    assert len(second.between) == 401
    assert len(slots(f"项目1项甲{'字' * 398}乙2项。")[1].between) == 400
