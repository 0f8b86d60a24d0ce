"""The wholes a share may be of: by the words after 占, in “X中,” at the head of the list, or just those before it."""

from jingwei.summary.proofread.lexicon import lists, shares, units
from jingwei.summary.proofread.lexicon.units import Family
from jingwei.summary.proofread.relations import near
from jingwei.summary.proofread.relations.wording import words_shared
from jingwei.summary.proofread.roles import Role, Roles
from jingwei.summary.proofread.structure import Outline, Slot

FAR = 12  # sentences back to which a whole that is named may stand
NEAR = 2  # sentences back to which one that is not named may stand, or one named only in part
LONG_NAME = 4  # characters of a name that is known again in another paragraph
BEHIND = 8  # characters behind a figure that still say what it counts


def name_of_whole(part: Slot, share: Slot, roles: Roles) -> str:
    """What the text calls the whole: after 占, in “X中,” at the head of the list, or with the share before."""
    words = _name_after_share(share)
    if not shares.NAMES_NO_WHOLE.match(words):
        return words
    list_of_part = near.reach_of(part)
    among = (lists.NAMED_AMONG.match(one.between.strip()) for one in list_of_part)
    named = next((found[1] for found in among if found), None)
    if named is not None:
        return named
    if any(lists.PART.search(one.between) for one in list_of_part):
        return words
    before = [one for one in near.reach_of(share)[1:] if roles[one.index].role is Role.SHARE]
    names = (_name_after_share(one) for one in before)
    return next((one for one in names if not shares.NAMES_NO_WHOLE.match(one)), words)


def _name_after_share(slot: Slot) -> str:
    """授权总量 of “占全区授权总量的比重为”."""
    if "占" not in slot.lead:
        return ""
    words = shares.BEFORE_WHOLE.sub("", shares.HOLDS_SHARE.split(slot.lead)[-1])
    return shares.BEHIND_WHOLE.sub("", words)


def wholes_for(part: Slot, name: str, roles: Roles, outline: Outline) -> list[Slot]:
    """Figures that could be the whole, the most likely first; of those named, the best named."""
    is_named = not shares.NAMES_NO_WHOLE.match(name)
    earlier = near.earlier_quantities(part, roles, outline, FAR if is_named else NEAR, across=is_named)
    found = [
        one
        for one in (*near.quantities_before(part, roles), *earlier)
        if units.may_add(one.unit, part.unit)
        and not part.figure.true.exceeds(one.figure.true)
        and (not _has_share_itself(one, roles) or (is_named and _is_called(name, one.lead + one.tail)))
    ]
    if not is_named:
        return found
    named = [one for one in found if words_shared(name, counted(one)) and _is_near(one, part, name)]
    return sorted(named, key=lambda one: -words_shared(name, counted(one)))


def is_named_in_full(name: str, whole: Slot) -> bool:
    """Whether all of the name stands beside the figure."""
    return _is_called(name, counted(whole))


def counted(slot: Slot) -> str:
    """The words that say what a slot counts."""
    return slot.lead + slot.tail[:BEHIND]


def _is_called(name: str, words: str) -> bool:
    return words_shared(name, words) == len(name) - 1


def _has_share_itself(slot: Slot, roles: Roles) -> bool:
    """A figure with a share of its own is a part beside, no whole: 电子39.2亿元,占12%;木业31.7亿元,占17%."""
    after = slot.after()
    return after is not None and roles[after.index].role is Role.SHARE and after.family is Family.RATE


def _is_near(whole: Slot, part: Slot, name: str) -> bool:
    """Within the paragraph any word in common will do; further off the whole must be named in full."""
    theirs, mine = whole.group.sentence, part.group.sentence
    is_close = theirs.paragraph == mine.paragraph and mine.number - theirs.number <= NEAR
    return is_close or (len(name) >= LONG_NAME and shares.ADORNMENT.sub("", whole.lead) == name)


def is_sure(part: Slot, whole: Slot, name: str) -> bool:
    """Whether the writing leaves no other whole: named in full, or the total of the 其中 the part stands in."""
    if part.group.sentence is not whole.group.sentence:
        return _is_sure_of_earlier(part, whole, name)
    if part.group.anchor is whole or part.lead.endswith("的") or _is_marked(part):
        return True
    if shares.NAMES_NO_WHOLE.match(name):
        name = part.lead + part.tail
    return words_shared(name, counted(whole)) >= 1


def _is_marked(part: Slot) -> bool:
    """Whether 其中 or “X中” stands before the part in its list."""
    return any(
        lists.PART.search(one.between) or lists.AMONG_A_WHOLE.match(one.between)
        for one in near.reach_of(part)
    )


def _is_sure_of_earlier(part: Slot, whole: Slot, name: str) -> bool:
    among = lists.NAMED_AMONG.match(part.between.strip())
    if among and words_shared(name, whole.lead + whole.tail) >= 2:
        return True
    if shares.NAMES_NO_WHOLE.match(name):
        return False
    return words_shared(name, counted(whole)) >= max(1, len(name) - 2)
