"""分项与总数 breakdowns: a total and its parts: sum (a closed list), subset (an open one), unit (parts in another).

Source: “148项,其中:国家级19项(…),省级26项(省重大成果转化项目1项、…),省新产品试制计划103项”;
“新引进项目126只(其中,市330人才项目6人…)”. Where a list begins is told by 其中, a bracket, a colon, 分为, 按…分; where
its total stands, by the nearest figure before it in a unit that fits. A list is closed when the writing says so or the
axis of its parts is complete.
"""

from collections.abc import Iterator

from jingwei.summary.proofread.relations.breakdown import axis, brackets, markers, rests, totals
from jingwei.summary.proofread.relations.breakdown.judging import judged
from jingwei.summary.proofread.relations.breakdown.shapes import Breakdown
from jingwei.summary.proofread.roles import Roles
from jingwei.summary.proofread.shapes import Relation
from jingwei.summary.proofread.structure import Group, Outline


def relations(outline: Outline, roles: Roles) -> Iterator[Relation]:
    """A relation for every list with a total it may belong to."""
    for sentence in outline.sentences:
        for group in sentence.groups:
            for breakdown in _in_group(group, roles, outline):
                relation = judged(breakdown)
                if relation is not None:
                    yield relation


def _in_group(group: Group, roles: Roles, outline: Outline) -> Iterator[Breakdown]:
    yield from brackets.behind_a_figure(group, roles)
    yield from brackets.in_persons(group, roles)
    yield from brackets.of_the_same_number(group, roles)
    yield from markers.after_markers(group, roles, outline)
    yield from totals.before_their_total(group, roles)
    yield from axis.side_by_side(group, roles)
    yield from rests.ending_with_the_rest(group, roles, outline)
