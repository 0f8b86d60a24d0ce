"""All kinds of relations, one after the other; where two say the same of the same figures, the first is kept."""

from collections.abc import Callable, Iterator

from jingwei.summary.proofread.relations import (
    average,
    breakdown,
    cumulative,
    growth,
    repeat,
    share,
    target,
)
from jingwei.summary.proofread.roles import Roles
from jingwei.summary.proofread.shapes import Relation
from jingwei.summary.proofread.structure import Outline

Finder = Callable[[Outline, Roles], Iterator[Relation]]
FINDERS: tuple[Finder, ...] = (
    breakdown.relations,
    growth.relations,
    share.relations,
    average.relations,
    target.relations,
    cumulative.relations,
    repeat.relations,
)


def relations_of(outline: Outline, roles: Roles) -> tuple[Relation, ...]:
    """Every relation of a text, in the order of the text."""
    found: dict[tuple[object, ...], Relation] = {}
    for finder in FINDERS:
        for relation in finder(outline, roles):
            found.setdefault((relation.kind, relation.total, relation.parts, relation.rate), relation)
    return tuple(sorted(found.values(), key=lambda one: (one.figures[:1], one.figures)))
