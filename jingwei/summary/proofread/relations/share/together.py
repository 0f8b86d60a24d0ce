"""Shares of one whole together: never more than a hundred per cent, and just a hundred where the rest is named."""

from collections.abc import Iterator

from jingwei.kernel.text import Text
from jingwei.summary.proofread.arithmetic import span
from jingwei.summary.proofread.intervals import Interval, total_of
from jingwei.summary.proofread.lexicon import shares
from jingwei.summary.proofread.lexicon.units import Family
from jingwei.summary.proofread.relations import near
from jingwei.summary.proofread.roles import Role, Roles
from jingwei.summary.proofread.shapes import Kind, Relation, Status
from jingwei.summary.proofread.structure import Slot

HOLDS = Text("占比与两数相符", "the share fits both figures")
LACKS = Text("各项占比以“其他”收尾，合计应为 100%", "the shares end with the rest and should make 100 %")
TOO_MUCH = Text("各项占比合计超过 100%", "the shares together are more than 100 %")
HUNDRED = Interval.exact(100)
FEWEST = 3  # 甲占60%,其他占40%: with fewer the rest may be of something else


def of_a_run(slot: Slot, run: list[Slot]) -> Iterator[Relation]:
    """分别占60%、35%和25%: told of the first of a run that makes more than a hundred."""
    if len(run) < 2 or slot is not run[0] or not _sum(run).exceeds(HUNDRED):
        return
    yield _said(Status.FAIL, run, "> 100%", TOO_MUCH)


def ending_with_the_rest(slot: Slot, roles: Roles) -> Iterator[Relation]:
    """企业自筹占71.6%;财政资金占14.8%;其他占13.6%: what ends with the rest makes a hundred."""
    if not slot.place or not shares.OPENS_WITH_REST.match(slot.lead):
        return
    found = _shares_up_to(slot, roles)
    is_cut = found[0].place == 0 and slot.group.sentence.main is not slot.group
    if len(found) < FEWEST or is_cut:
        return
    total = _sum(found)
    status, text = (Status.PASS, HOLDS) if total.meets(HUNDRED) else (Status.FAIL, LACKS)
    yield _said(status, found, f"= {span(total, '%')}", text)


def _shares_up_to(slot: Slot, roles: Roles) -> list[Slot]:
    """The shares of a group up to `slot`, back to the first other rate."""
    found = [slot]
    for one in near.reach_of(slot)[1:]:
        if roles[one.index].role is Role.SHARE and one.family is Family.RATE:
            found.insert(0, one)
        elif one.is_rate:
            break
    return found


def _sum(slots: list[Slot]) -> Interval:
    return total_of([one.figure.true for one in slots])


def _said(status: Status, slots: list[Slot], result: str, text: Text) -> Relation:
    shown = f"{' + '.join(one.figure.text for one in slots)} {result}"
    parts = tuple(one.index for one in slots)
    return Relation(Kind.SHARE, status, None, parts, arithmetic=shown, explanation=text)
