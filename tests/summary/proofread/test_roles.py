"""What each figure does in its sentence."""

import pytest

from jingwei.summary.proofread.moods import mark_moods
from jingwei.summary.proofread.roles import Role, roles_of
from tests.summary.proofread.seen import outline


def roles(text: str) -> list[Role]:
    found = outline(text)
    return [part.role for _, part in sorted(roles_of(found).items())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新列入项目148项。", [Role.QUANTITY]),
        ("申请专利97件，上年93件。", [Role.QUANTITY, Role.PREVIOUS]),
        ("由12家增加到15家。", [Role.PREVIOUS, Role.QUANTITY]),
        ("上年分别为93件和685件。", [Role.PREVIOUS, Role.PREVIOUS]),
        ("在上年93件的基础上。", [Role.PREVIOUS]),
        ("申请专利97件（上年93件）。", [Role.QUANTITY, Role.PREVIOUS]),
        ("申请专利97件，比上年增加15件。", [Role.QUANTITY, Role.INCREMENT]),
        ("年度目标任务50项。", [Role.GOAL]),
        ("年度任务（50项）。", [Role.GOAL]),
        ("承担攻关任务3项。", [Role.QUANTITY]),
        ("完成312件，超额62件。", [Role.QUANTITY, Role.EXCESS]),
        ("同比增长4.3%。", [Role.GROWTH]),
        ("分别增长4.3%和53.9%。", [Role.GROWTH, Role.GROWTH]),
        ("提高1.2个百分点。", [Role.GROWTH]),
        ("翻一番。", [Role.GROWTH]),
        ("是上年的2倍。", [Role.MULTIPLE]),
        ("占总投资80%。", [Role.SHARE]),
        ("占总数的40%、的35%。", [Role.SHARE, Role.SHARE]),
        ("占地50亩。", [Role.QUANTITY]),
        ("完成年度目标的120%。", [Role.COMPLETION]),
        ("超额完成年度任务20%。", [Role.EXCESS_RATE]),
        ("合格率98%。", [Role.RATIO]),
        ("户均1650万元。", [Role.AVERAGE]),
    ],
)
def test_words_tell_what_a_figure_does(text: str, expected: list[Role]) -> None:
    assert roles(text) == expected


def test_a_movement_may_fall() -> None:
    found = outline("同比下降4.3%，比上年减少15件。")
    assert [part.falls for part in roles_of(found).values()] == [True, True]


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("2013年工作总结。\n引进项目5个。", [False]),
        ("力争引进项目5个。", [True]),
        ("引进项目5个，力争明年引进8个。", [False, True]),
        ("争取上级资金5万元。", [False]),
        ("2013年总结。2014年引进项目5个。", [True]),
        ("明年工作思路\n引进项目5个。\n二、今年工作\n引进项目6个。", [True, False]),
    ],
)
def test_plans_are_told_from_results(text: str, planned: list[bool]) -> None:
    found = outline(text)
    mark_moods(found)
    assert [slot.is_planned for slot in found.slots.values()] == planned


def test_a_sentence_speaks_of_the_year_it_names_or_of_that_of_the_text() -> None:
    found = outline("2013年总结。申请97件。2012年申请93件。")
    mark_moods(found)
    assert [sentence.year for sentence in found.sentences] == [2013, 2013, 2012]
