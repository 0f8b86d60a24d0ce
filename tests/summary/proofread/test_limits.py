"""How far the reader looks and how much it takes: every such number, on both sides of where it ends."""

import pytest

from jingwei.summary.proofread import Kind, Status, proofread
from jingwei.summary.proofread.moods import mark_moods
from jingwei.summary.proofread.relations import near
from tests.summary.proofread.seen import (
    FAIL,
    NOT_ASSESSABLE,
    PASS,
    UNCERTAIN,
    figures,
    outline,
    printed,
    relations,
    slots,
    verdicts,
)

IDLE = "工作扎实推进。"


@pytest.mark.parametrize(("sentences", "expected"), [(11, PASS), (12, NOT_ASSESSABLE)])
def test_a_whole_named_in_full_stands_twelve_sentences_back_at_most(sentences: int, expected: Status) -> None:
    text = f"全区技术合同成交额4亿元。{IDLE * sentences}企业登记2亿元，占全区技术合同成交额的50%。"
    assert verdicts(text, Kind.SHARE) == [expected]


@pytest.mark.parametrize(("sentences", "expected"), [(1, PASS), (2, NOT_ASSESSABLE)])
def test_a_whole_that_is_not_named_stands_two_sentences_back(sentences: int, expected: Status) -> None:
    text = f"全区授权专利400件。{IDLE * sentences}企业授权200件，占50%。"
    assert verdicts(text, Kind.SHARE) == [expected]


@pytest.mark.parametrize(("name", "expected"), [("合同金额", PASS), ("成交额", NOT_ASSESSABLE)])
def test_in_another_paragraph_only_a_name_of_four_characters_is_known(name: str, expected: Status) -> None:
    text = f"全区{name}4亿元。\n企业登记2亿元，占全区{name}的50%。"
    assert verdicts(text, Kind.SHARE) == [expected]


@pytest.mark.parametrize(("count", "expected"), [(3, UNCERTAIN), (4, FAIL)])
def test_four_wholes_are_tried(count: int, expected: Status) -> None:
    others = "".join(f"，有效专利{3000 + one}件" for one in range(count))
    text = f"有效专利400件{others}，其中有效专利200件，占50%。"
    assert verdicts(text, Kind.SHARE) == [expected]


@pytest.mark.parametrize(("fields", "expected"), [(3, Status.FAIL), (2, Status.PASS)])
def test_a_division_with_three_members_names_all(fields: int, expected: Status) -> None:
    names = "、".join(f"{name}5家" for name in ("电子", "机械", "化工")[:fields])
    assert verdicts(f"高新技术企业40家，按技术领域分，{names}。", Kind.SUM, Kind.SUBSET) == [expected]


@pytest.mark.parametrize(("parts", "kinds"), [(3, [Kind.UNIT]), (2, [])])
def test_a_slip_of_scale_in_an_open_list_is_told_from_three_parts(parts: int, kinds: list[Kind]) -> None:
    names = "、".join(("甲项目3.00万元", "乙项目2.00亿元", "丙项目1.00亿元")[:parts])
    text = f"研发投入{parts + 3}.00亿元，其中{names}。"
    assert [one.kind for one in relations(text) if one.status is FAIL] == kinds


@pytest.mark.parametrize(
    ("item", "is_seen"), [("11个、26亿元、4万平方米、70亩", True), ("11个、26亿元、4万平方米、30亩", False)]
)
def test_an_item_opens_four_columns(item: str, is_seen: bool) -> None:
    text = f"引进项目21个、投资46亿元、厂房8万平方米、用地30亩，其中机械类{item}。"
    assert (FAIL in verdicts(text, Kind.SUBSET)) == is_seen


def test_a_fifth_column_is_not_read() -> None:
    whole = "引进项目21个、投资46亿元、厂房8万平方米、用电5兆瓦、用地30亩"
    assert FAIL not in verdicts(f"{whole}，其中机械类11个、26亿元、4万平方米、2兆瓦、70亩。", Kind.SUBSET)


def test_the_reader_looks_back_over_thirty_two_figures() -> None:
    found = slots("项目" + "、".join(f"甲{one}项" for one in range(1, 51)))
    assert len(list(near.before(found[-1]))) == 32
    assert len(near.reach_of(found[-1])) == 32
    assert len(near.last_of(found)) == 32
    assert len(list(near.on_from(found[0]))) == 32


@pytest.mark.parametrize(("members", "expected"), [(32, PASS), (33, FAIL)])
def test_a_list_has_thirty_two_members(members: int, expected: Status) -> None:
    names = "、".join("甲项目1项" for _ in range(members))
    assert verdicts(f"申报项目{members}项（{names}）。", Kind.SUM) == [expected]


@pytest.mark.parametrize(("length", "expected"), [(16, FAIL), (17, UNCERTAIN)])
def test_behind_a_comma_a_long_name_may_begin_something_else(length: int, expected: Status) -> None:
    text = f"申报项目20项，其中甲类2项，{'乙' * length}30项。"
    assert verdicts(text, Kind.SUBSET) == [expected]


@pytest.mark.parametrize(("apart", "is_whole"), [(400, True), (401, False)])
def test_figures_four_hundred_characters_apart_are_not_quoted_together(apart: int, is_whole: bool) -> None:
    text = f"科普讲座186场。{'字' * (apart - 14)}。科普讲座168场。"
    (finding,) = (one for one in proofread(text).findings if one.kind is Kind.REPEAT)
    assert text.index("168场") + 4 - text.index("186场") == apart
    assert ("186场" in finding.quote) == is_whole


@pytest.mark.parametrize("length", [10, 29, 30, 60])
def test_a_passage_begins_thirty_characters_before_its_first_figure(length: int) -> None:
    text = f"{'字' * length}30项（甲10项、乙20项）。"
    (finding,) = proofread(text).findings
    assert finding.start == max(0, length - 30)


def test_a_fingerprint_has_sixteen_digits_and_a_number_where_a_passage_stands_again() -> None:
    found = proofread("东港引进3个、西山5个，共计8个。\n东港引进3个、西山5个，共计8个。").findings
    first, second = sorted(one.fingerprint for one in found if one.kind is Kind.SUM)
    assert (len(first), second) == (16, f"{first}-2")


@pytest.mark.parametrize(("digits", "is_figure"), [(18, True), (19, False)])
def test_a_number_has_eighteen_digits(digits: int, is_figure: bool) -> None:
    assert bool(printed(f"共有{'7' * digits}项。")) == is_figure


@pytest.mark.parametrize(("length", "is_cell"), [(80, True), (81, False)])
def test_a_row_has_eighty_characters(length: int, is_cell: bool) -> None:
    text = f"成交额(亿元)  {'甲' * (length - 10)}  14"
    found = [figure for figure in figures(text) if figure.text == "14"]
    assert [figure.unit for figure in found] == (["元"] if is_cell else [""])


@pytest.mark.parametrize(("bare", "is_whole"), [(13, True), (14, False)])
def test_a_list_that_prints_its_unit_once_has_fourteen_members(bare: int, is_whole: bool) -> None:
    found = printed(f"分别为{'、'.join(['7'] * bare)}和8项。")
    assert (len(found) == bare + 1) == is_whole


@pytest.mark.parametrize(("length", "is_movement"), [(20, True), (21, False)])
def test_from_makes_a_range_a_movement_over_twenty_four_characters(length: int, is_movement: bool) -> None:
    assert (len(printed(f"从{'字' * length}12家到15家。")) == 2) == is_movement


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        (f"投入{'字' * 22}3.5万。", "元"),
        (f"投入{'字' * 23}3.5万。", ""),
        ("共3.5万甲乙丙丁资金。", "元"),
        ("共3.5万甲乙丙丁戊资金。", ""),
        ("付2万元甲乙丙丁戊己庚辛壬癸子3.5万。", "元"),
        ("付2万元甲乙丙丁戊己庚辛壬癸子丑3.5万。", ""),
        ("共1亿。", "元"),
    ],
)
def test_a_bare_number_is_money_near_a_word_of_money_or_an_amount(text: str, unit: str) -> None:
    assert figures(text)[-1].unit == unit


@pytest.mark.parametrize(("length", "is_noun"), [(12, True), (13, False)])
def test_a_noun_behind_a_unit_has_twelve_characters(length: int, is_noun: bool) -> None:
    noun = "".join(chr(0x7532 + place) for place in range(length))
    text = f"举办6场{noun}。\n举办8场{noun}。"
    assert (verdicts(text, Kind.REPEAT) == [FAIL]) == is_noun


@pytest.mark.parametrize(("words", "is_fact"), [("讲座课", True), ("讲座", False)])
def test_a_fact_is_known_by_three_characters(words: str, is_fact: bool) -> None:
    assert bool(verdicts(f"{words}186场。\n{words}168场。", Kind.REPEAT)) == is_fact


@pytest.mark.parametrize(("sentences", "is_seen"), [(1, True), (2, False)])
def test_these_point_back_two_sentences(sentences: int, is_seen: bool) -> None:
    text = f"建成农业分中心五个。{IDLE * sentences}这6个分中心服务企业。"
    assert (verdicts(text, Kind.REPEAT) == [FAIL]) == is_seen


@pytest.mark.parametrize(("wholes", "expected"), [(5, UNCERTAIN), (6, FAIL)])
def test_six_figures_may_be_the_whole_of_a_list(wholes: int, expected: Status) -> None:
    small = "".join(f"，办结{one}项" for one in range(1, wholes + 1))
    text = f"受理100项{small}，其中省级50项。"
    assert verdicts(text, Kind.SUBSET) == [expected]


@pytest.mark.parametrize(("others", "expected"), [(3, UNCERTAIN), (4, FAIL)])
def test_four_figures_may_have_been_reached(others: int, expected: Status) -> None:
    small = "".join(f"，授权{one}件" for one in range(1, others + 1))
    text = f"申请专利312件{small}，完成年度目标260件的120%。"
    assert verdicts(text, Kind.TARGET) == [expected]


@pytest.mark.parametrize(("length", "is_plan"), [(39, True), (40, False)])
def test_a_heading_is_shorter_than_forty_characters(length: int, is_plan: bool) -> None:
    found = outline(f"明年工作思路{'字' * (length - 6)}\n引进项目5个。")
    mark_moods(found)
    (slot,) = found.slots.values()
    assert slot.is_planned == is_plan


@pytest.mark.parametrize(("length", "year"), [(195, 2013), (196, None)])
def test_a_text_names_its_year_in_two_hundred_characters(length: int, year: int | None) -> None:
    found = outline(f"{'字' * length}2013年。")
    mark_moods(found)
    assert found.year == year


def test_a_subject_keeps_its_last_twenty_four_characters() -> None:
    (found,) = figures(f"{'甲' * 10}{'乙' * 24}5项。")
    assert found.subject == "乙" * 24


@pytest.mark.parametrize(("text", "count"), [("近 200家", 1), ("近    200家", 0)])
def test_a_hedge_stands_within_four_characters(text: str, count: int) -> None:
    assert sum(figure.hedge is not None for figure in figures(text)) == count


def test_a_topic_ends_after_sixty_four_characters() -> None:
    (found,) = outline("字" * 80).sentences
    assert len(found.topic) == 64
