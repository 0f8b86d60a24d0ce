"""分别: a run of rates with as many values: “发明97件,实用新型1054件,同比分别增长4.3%和53.9%”."""

import re

from jingwei.summary.proofread.lexicon import lists, movements
from jingwei.summary.proofread.relations import near
from jingwei.summary.proofread.relations.near import is_quantity
from jingwei.summary.proofread.roles import Role, Roles
from jingwei.summary.proofread.structure import Outline, Slot

BACK_TO = 2  # sentences in which a value named with its rate is looked for
_NAME = 2  # characters of a name at least
_CLAUSE = re.compile("[,;:]")
_NUMBERING = re.compile(r"^\s*(?:[①-⑩]|[(]?\d+[).、])\s*")


def values_of_run(
    run: list[Slot], rate: Slot, roles: Roles, outline: Outline
) -> tuple[Slot | None, Slot | None]:
    """The value of one rate of a run, by name or else by place among the last as many; and the same of last year."""
    place, count = run.index(rate), len(run)
    before = list(near.before(run[0]))
    previous = [one for one in before if roles[one.index].role is Role.PREVIOUS][:count][::-1]
    then = previous[place] if len(previous) == count else None
    for opening in (run[0], *previous[:1]):
        named = _named_values(opening, count, roles, outline)
        if named is not None:
            return named[place], then
    values = [one for one in before if is_quantity(one, roles)][:count][::-1]
    if len(values) < count:
        return None, None
    in_bracket = _previous_in_bracket(values[-1], roles)
    if then is None and len(in_bracket) == count:
        then = in_bracket[place]
    return values[place], then


def _previous_in_bracket(last: Slot, roles: Roles) -> list[Slot]:
    """97件、1054件(上年为93件、685件): the previous values in the bracket behind the last."""
    inner = (slot for group in last.group.inner if group.anchor is last for slot in group.slots)
    return [slot for slot in inner if roles[slot.index].role is Role.PREVIOUS]


def _named_values(opening: Slot, count: int, roles: Roles, outline: Outline) -> list[Slot | None] | None:
    """“发明、实用新型同比分别增长a和b”: the values whose words carry these names; None where none are named."""
    phrase = _NUMBERING.sub("", _CLAUSE.split(opening.between)[-1])
    phrase = movements.COMPARISON.sub("", movements.NAMES_END.split(phrase)[0])
    names = [name.strip() for name in lists.NAMES_ARE_JOINED.split(phrase)]
    if len(names) != count or any(len(name) < _NAME for name in names):
        return None
    near_by = [
        *near.quantities_before(opening, roles),
        *near.earlier_quantities(opening, roles, outline, BACK_TO, across=True),
    ]
    return [next((one for one in near_by if name in one.lead + one.tail), None) for name in names]
