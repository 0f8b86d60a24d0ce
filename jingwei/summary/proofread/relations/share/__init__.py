"""占比 shares: a part, its whole, and the per cent said of it.

Source: “累计完成2.7亿元,占总投资80%”. Genre: “企业授权287件,占授权总量的69.7%”; “占全部265家的56.2%”;
“分别占40%、35%和25%”.
"""

from collections.abc import Iterator

from jingwei.summary.proofread.lexicon.units import Family
from jingwei.summary.proofread.relations import near
from jingwei.summary.proofread.relations.share.judging import judged
from jingwei.summary.proofread.relations.share.together import ending_with_the_rest, of_a_run
from jingwei.summary.proofread.roles import Role, Roles
from jingwei.summary.proofread.shapes import Relation
from jingwei.summary.proofread.structure import Outline


def relations(outline: Outline, roles: Roles) -> Iterator[Relation]:
    """A relation for every share, and for every list of shares."""
    for slot in outline.slots.values():
        if roles[slot.index].role is not Role.SHARE or slot.family is not Family.RATE:
            continue
        run = near.run_of(slot, roles)
        yield from of_a_run(slot, run)
        yield from ending_with_the_rest(slot, roles)
        yield judged(slot, run, roles, outline)
