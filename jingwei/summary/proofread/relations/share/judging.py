"""Judges a share: the part over its whole against the per cent said of it."""

from dataclasses import replace
from itertools import islice

from jingwei.kernel.text import Text
from jingwei.summary.proofread.arithmetic import span
from jingwei.summary.proofread.lexicon import shares, units
from jingwei.summary.proofread.relations import near
from jingwei.summary.proofread.relations.share.parts import part_of, whole_inside
from jingwei.summary.proofread.relations.share.together import HOLDS
from jingwei.summary.proofread.relations.share.wholes import (
    counted,
    is_named_in_full,
    is_sure,
    name_of_whole,
    wholes_for,
)
from jingwei.summary.proofread.relations.wording import words_shared
from jingwei.summary.proofread.roles import Roles
from jingwei.summary.proofread.shapes import Kind, Relation, Status
from jingwei.summary.proofread.structure import Outline, Slot

FAILS = Text("按两数推得 {found}，文中为 {printed}", "the two figures give {found}; the text says {printed}")
ALL = 100  # per cent
BEYOND = Text("占比不可能超过 100%", "a share of more than 100 % is impossible")
OTHER = Text("按较近的总数不符，按较前的总数相符", "does not fit the nearer whole, fits one before it")
NO_WHOLE = Text("文中没有可比的总数，无从核对", "no whole to compare with is printed")
OTHER_PART = Text("按较近的分项不符，按较前的分项相符", "does not fit the nearer part, fits one before it")
WHY = Text(
    "以“{whole}”为总数、“{part}”为其中一部分", "“{whole}” is taken for the whole, “{part}” for the part"
)
MOST_WHOLES = 4  # figures that are tried as the whole


def judged(slot: Slot, run: list[Slot], roles: Roles, outline: Outline) -> Relation:
    """The relation of the share `slot`, which stands in `run`, with its part and its whole."""
    if slot.figure.true.low > ALL:
        return Relation(
            Kind.SHARE,
            Status.FAIL,
            rate=slot.index,
            arithmetic=f"{slot.figure.text} > 100%",
            explanation=BEYOND,
        )
    inside = whole_inside(slot)
    part = part_of(slot, run, inside, roles)
    if part is None:
        return _not_assessable(slot, None)
    if inside is not None:
        return _of_whole_inside(part, inside, slot, roles)
    name = name_of_whole(part, run[0], roles)
    wholes = wholes_for(part, name, roles, outline)
    if not wholes:
        return _not_assessable(slot, part)
    nearest, *others = wholes[:MOST_WHOLES]
    first = _compare(part, nearest, slot, sure=is_sure(part, nearest, name))
    if first.status is Status.PASS:
        return first
    return _under_another(part, slot, name, nearest, others) or first


def _of_whole_inside(part: Slot, inside: Slot, slot: Slot, roles: Roles) -> Relation:
    """8项(其中二等奖3项),占全市60项的13.3%: where the nearest part does not fit, one before it may be meant."""
    first = _compare(part, inside, slot, sure=True)
    if first.status is not Status.FAIL:
        return first
    before = islice(near.quantities_before(part, roles), MOST_WHOLES)
    others = (
        _compare(one, inside, slot, sure=False) for one in before if units.may_add(one.unit, inside.unit)
    )
    found = next((one for one in others if one.status is Status.PASS), None)
    return first if found is None else replace(found, status=Status.UNCERTAIN, explanation=OTHER_PART)


def _under_another(part: Slot, slot: Slot, name: str, nearest: Slot, others: list[Slot]) -> Relation | None:
    """The first other whole the share fits: surely so where it is better named than the nearest."""
    in_full = bool(name) and is_named_in_full(name, nearest)
    for other in others:
        if in_full and words_shared(name, counted(other)) < words_shared(name, counted(nearest)):
            continue
        found = _compare(part, other, slot, sure=False)
        if found.status is Status.PASS:
            is_better = words_shared(name, counted(other)) > words_shared(name, counted(nearest))
            return found if is_better else replace(found, status=Status.UNCERTAIN, explanation=OTHER)
    return None


def _compare(part: Slot, whole: Slot, slot: Slot, *, sure: bool) -> Relation:
    quotient = part.figure.true.over(whole.figure.true)
    if quotient is None:
        return _not_assessable(slot, part, whole)
    found = span(quotient.scaled(100), "%")
    shown = f"{part.figure.text} ÷ {whole.figure.text} = {found} ; {slot.figure.text}"
    if quotient.scaled(100).meets(slot.figure.true):
        return _said(Status.PASS, whole, part, slot, shown, HOLDS)
    is_certain = sure and not shares.TOGETHER_WITH.match(part.lead.strip())
    text = FAILS.format(found=found, printed=slot.figure.text)
    return _said(Status.FAIL if is_certain else Status.UNCERTAIN, whole, part, slot, shown, text)


def _not_assessable(slot: Slot, part: Slot | None, whole: Slot | None = None) -> Relation:
    return Relation(
        Kind.SHARE,
        Status.NOT_ASSESSABLE,
        whole.index if whole else None,
        (part.index,) if part else (),
        rate=slot.index,
        explanation=NO_WHOLE,
    )


def _said(status: Status, whole: Slot, part: Slot, slot: Slot, shown: str, text: Text) -> Relation:
    return Relation(
        Kind.SHARE,
        status,
        whole.index,
        (part.index,),
        rate=slot.index,
        arithmetic=shown,
        explanation=text,
        reasons=(WHY.format(whole=whole.figure.text, part=part.figure.text),),
    )
