"""What a figure counts, in a few words: the noun phrase before the number, or behind the unit where none stands before.

“新增省创新型示范企业1家” → 省创新型示范企业; “全县106家科技型企业与…” → 科技型企业. Verbs, time words and hedges are
taken off.
"""

from jingwei.summary.proofread.lexicon import names
from jingwei.summary.proofread.structure import Slot

LONGEST_SUBJECT = 24
_SHORTEST = 2


def subject_of(slot: Slot) -> str:
    """The words for what the slot counts; may be empty."""
    lead = slot.lead.strip().strip('“”"')
    core = names.OFF_END.sub("", names.OFF_FRONT.sub("", lead)).strip()
    if len(core) >= _SHORTEST:
        return core[-LONGEST_SUBJECT:]
    noun = names.NOUN_BEHIND.match(slot.tail.strip())
    if noun and not slot.is_rate:
        return core + noun["noun"]
    return core or names.OFF_END.sub("", lead)
