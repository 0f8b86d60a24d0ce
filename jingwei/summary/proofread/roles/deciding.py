"""Gives every figure of a text its role, from the first to the last: a list takes the role of its first figure."""

from jingwei.summary.proofread.roles.quantities import role_of_quantity
from jingwei.summary.proofread.roles.rates import role_of_rate
from jingwei.summary.proofread.roles.shapes import Part, Role, Roles
from jingwei.summary.proofread.structure import Outline, Slot


def roles_of(outline: Outline) -> Roles:
    """The role of every slot, by the index of its figure."""
    roles: Roles = {}
    for sentence in outline.sentences:
        for group in sentence.groups:
            for slot in group.slots:
                roles[slot.index] = _role(slot, roles)
    return roles


def _role(slot: Slot, roles: Roles) -> Part:
    if slot.between.endswith(" ") and slot.figure.text[-1].isdigit():
        return Part(Role.CELL)
    return role_of_rate(slot, roles) if slot.is_rate else role_of_quantity(slot, roles)
