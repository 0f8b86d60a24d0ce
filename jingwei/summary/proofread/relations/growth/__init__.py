"""增长 growth: a value, the one before it, and the rate or difference between them.

Source: “发明专利97件,实用新型专利1054件,同比分别增长4.3%和53.9%”.
Genre: “由12家增加到15家”; “比上年增加460万元,增长19.2%”. Where no previous value is printed, the one implied must still
be a whole number when it is a count: 97 ÷ 1.043 = 93.
"""

from collections.abc import Iterator

from jingwei.summary.proofread.relations.growth.differences import judged_difference
from jingwei.summary.proofread.relations.growth.judging import judged
from jingwei.summary.proofread.relations.growth.movements import movement_of
from jingwei.summary.proofread.roles import Role, Roles
from jingwei.summary.proofread.shapes import Relation
from jingwei.summary.proofread.structure import Outline


def relations(outline: Outline, roles: Roles) -> Iterator[Relation]:
    """A relation for every rate of growth and every difference from a printed previous value."""
    for slot in outline.slots.values():
        role = roles[slot.index].role
        if role in {Role.GROWTH, Role.MULTIPLE}:
            yield judged(movement_of(slot, roles, outline))
        elif role is Role.INCREMENT:
            yield from judged_difference(slot, roles)
