"""Shares: a part, its whole, and the per cent said of it.

Source: “累计完成2.7亿元,占总投资80%”. Genre: “企业授权287件,占授权总量的69.7%”; “占全部265家的56.2%”; “分别占40%、35%和25%”.
"""

import re
from collections.abc import Iterator

from jingwei.kernel.text import Text
from jingwei.summary.proofread.arithmetic import span
from jingwei.summary.proofread.intervals import Interval, total_of
from jingwei.summary.proofread.lexicon import cues, units
from jingwei.summary.proofread.relations import near
from jingwei.summary.proofread.relations.lists import is_quantity
from jingwei.summary.proofread.roles import Role, Roles
from jingwei.summary.proofread.shapes import Kind, Relation, Status
from jingwei.summary.proofread.structure import Outline, Slot

HOLDS = Text("占比与两数相符", "the share fits both figures")
FAILS = Text("按两数推得 {found}，文中为 {printed}", "the two figures give {found}; the text says {printed}")
OTHER = Text("按较近的总数不符，按较前的总数相符", "does not fit the nearer whole, fits one before it")
NO_WHOLE = Text("文中没有可比的总数，无从核对", "no whole to compare with is printed")
LACKS = Text("各项占比以“其他”收尾，合计应为 100%", "the shares end with the rest and should make 100 %")
_AFTER_AMONG = re.compile(r"^[^,;:、]{0,14}(?<![其集心当])中(?:,|已|有|的)")
TOO_MUCH = Text("各项占比合计超过 100%", "the shares together are more than 100 %")
FAR = 12  # sentences
LONG_NAME = 4
_ADORNMENT = re.compile(r"(?:19|20)\d\d年|全年|今年|当年|全区|全县|全市|全旗|我区|我县|我市|累计|总计|共|实现|完成|达到?|为|的")
HUNDRED = Interval.exact(100)
_GENERIC = re.compile(
    r"^(?:的|总|全|部|数|量|额|申请|授权|比|例|重|比重|比例|其|达|到|为|约|近|全区|全县|全市|全年|同期|当年|占|比达|分别|各|所|总的|均|超|已|仅|\s)*$"
)


def relations(outline: Outline, roles: Roles) -> Iterator[Relation]:
    """A relation for every share, and for every list of shares."""
    for slot in outline.slots.values():
        if roles[slot.index].role is not Role.SHARE or slot.family is not units.Family.RATE:
            continue
        run = near.run_of(slot, roles)
        if len(run) > 1 and slot is run[0]:
            together = _list(run)
            if together is not None:
                yield together
        closing = _with_rest(slot, roles)
        if closing is not None:
            yield closing
        yield _judge(slot, run, roles, outline)


def _list(run: list[Slot]) -> Relation | None:
    total = total_of([one.figure.true for one in run])
    if not total.exceeds(HUNDRED):
        return None
    shown = " + ".join(one.figure.text for one in run) + " > 100%"
    return Relation(
        Kind.SHARE, Status.FAIL, None, tuple(one.index for one in run), arithmetic=shown, explanation=TOO_MUCH
    )


def _with_rest(slot: Slot, roles: Roles) -> Relation | None:
    """企业自筹占71.6%;财政资金占14.8%;其他占13.6%: what ends with the rest makes a hundred."""
    if not re.match(r"^\s*(?:其余|其他|其它|余下)", slot.lead) or not slot.place:
        return None
    shares = [slot]
    for place in range(slot.place - 1, max(-1, slot.place - near.REACH), -1):
        one = slot.group.slots[place]
        if roles[one.index].role is Role.SHARE and one.family is units.Family.RATE:
            shares.insert(0, one)
        elif one.is_rate:
            break
    if len(shares) < 3 or shares[0].place == 0 and shares[0].group.sentence.main is not slot.group:
        return None
    total = total_of([one.figure.true for one in shares])
    shown = " + ".join(one.figure.text for one in shares) + f" = {span(total, '%')}"
    status = Status.PASS if total.meets(HUNDRED) else Status.FAIL
    text = HOLDS if status is Status.PASS else LACKS
    return Relation(
        Kind.SHARE, status, None, tuple(one.index for one in shares), arithmetic=shown, explanation=text
    )


def _judge(slot: Slot, run: list[Slot], roles: Roles, outline: Outline) -> Relation:
    explicit = _explicit_whole(slot, roles)
    part = _part(slot, run, explicit, roles)
    if part is None:
        return _said(Status.NOT_ASSESSABLE, None, None, slot, "", NO_WHOLE)
    if explicit is not None:
        return _compare(part, explicit, slot, sure=True)
    words = _words_for(part, run[0], roles)
    wholes = _wholes(part, words, roles, outline)
    if not wholes:
        return _said(Status.NOT_ASSESSABLE, None, part, slot, "", NO_WHOLE)
    first = _compare(part, wholes[0], slot, sure=_is_sure(part, wholes[0], words))
    if first.status is Status.PASS:
        return first
    named_in_full = bool(words) and _overlap(words, _counted(wholes[0])) == len(words) - 1
    for other in wholes[1:4]:
        if named_in_full and _overlap(words, _counted(other)) < len(words) - 1:
            continue
        found = _compare(part, other, slot, sure=False)
        if found.status is Status.PASS:
            status = (
                Status.PASS
                if _overlap(words, _counted(other)) > _overlap(words, _counted(wholes[0]))
                else Status.UNCERTAIN
            )
            return (
                found if status is Status.PASS else _said(status, other, part, slot, found.arithmetic, OTHER)
            )
    return first


def _words_for(part: Slot, share: Slot, roles: Roles) -> str:
    """What the text calls the whole: after 占, in “X中,” at the head of the list, or of the share before in the list."""
    words = _whole_words(share)
    if not _GENERIC.match(words):
        return words
    for place in range(part.place, max(-1, part.place - near.REACH), -1):
        among = _AMONG_WORDS.match(part.group.slots[place].between.strip())
        if among:
            return among[1]
    if any(
        cues.PART.search(one.between)
        for one in part.group.slots[max(0, part.place - near.REACH) : part.place + 1]
    ):
        return words
    for place in range(share.place - 1, max(-1, share.place - near.REACH), -1):
        earlier = share.group.slots[place]
        if roles[earlier.index].role is Role.SHARE and not _GENERIC.match(_whole_words(earlier)):
            return _whole_words(earlier)
    return words


_AMONG_WORDS = re.compile(r"^(?:在)?([^,;:、。]{2,12}?)(?<![其集心当])中(?:,|、|$)")


def _explicit_whole(slot: Slot, roles: Roles) -> Slot | None:
    """占总投资3.4亿元的80%, 占全部265家的56.2%: the whole stands inside the phrase."""
    before = slot.before()
    if (
        before is None
        or before.is_rate
        or not re.match(
            r"^(?:企业|项目|专利|总数|总量)?的(?:比重|比例|份额)?(?:为|达)?(?:近|约|超)?$",
            slot.between.strip(),
        )
    ):
        return None
    return before if cues.SHARE.search(before.lead) else None


def _part(slot: Slot, run: list[Slot], explicit: Slot | None, roles: Roles) -> Slot | None:
    if len(run) > 1:
        found = []
        for one in near.quantities_before(run[0], roles):
            found.append(one)
            if len(found) == len(run):
                return found[::-1][run.index(slot)]
        return None
    start = explicit or slot
    own = _own_part(start)
    for one in near.quantities_before(start, roles):
        if explicit is not None and not units.may_add(one.unit, explicit.unit):
            continue
        if len(own) >= 2 and not _named(own, one):
            return None
        return one
    return None


def _own_part(slot: Slot) -> str:
    """A subject of its own before 占: “发明专利占28%” speaks of another part than the figure before."""
    words = re.split(r"占|所占", slot.lead)[0]
    return re.sub(
        r"^(?:其中|其|约|分别|已|均|,|各|也|共|总计|累计|又|并|这|两项|合计|且)+", "", words.strip()
    )


def _named(own: str, slot: Slot) -> bool:
    words = slot.lead + slot.tail
    return any(own[place : place + 2] in words for place in range(len(own) - 1))


def _whole_words(slot: Slot) -> str:
    words = re.split(r"占(?:到|了)?", slot.lead)[-1] if "占" in slot.lead else ""
    words = re.sub(r"^(?:全部|全区|全县|全市|全年|全社会|我区|我县|我市|同期|整个|其|总)+", "", words)
    return re.sub(r"(?:的)?(?:比重|比例|份额)?(?:为|达到?|约|近|超过?|的|比|是|分别)*$", "", words)


def _wholes(part: Slot, words: str, roles: Roles, outline: Outline) -> list[Slot]:
    here = [one for one in near.quantities_before(part, roles) if units.may_add(one.unit, part.unit)]
    generic = bool(_GENERIC.match(words))
    earlier = near.earlier_quantities(part, roles, outline, 2 if generic else FAR, across=not generic)
    others = [one for one in earlier if units.may_add(one.unit, part.unit)]
    found = [
        one
        for one in here + others
        if not _has_share_itself(one, roles)
        or (not generic and _overlap(words, one.lead + one.tail) == len(words) - 1)
    ]
    found = [one for one in found if not part.figure.true.exceeds(one.figure.true)]
    if generic:
        return found
    named = [
        one for one in found if _overlap(words, _counted(one)) >= 1 and _is_near(one, part, words, outline)
    ]
    return sorted(named, key=lambda one: -_overlap(words, _counted(one)))


def _is_near(whole: Slot, part: Slot, words: str, outline: Outline) -> bool:
    """Within the paragraph any word in common will do; further off the whole must be named in full."""
    theirs, mine = whole.group.sentence, part.group.sentence
    close = theirs.paragraph == mine.paragraph and mine.number - theirs.number <= 2
    return close or (len(words) >= LONG_NAME and _ADORNMENT.sub("", whole.lead) == words)


def _has_share_itself(slot: Slot, roles: Roles) -> bool:
    """A figure with a share of its own is a part beside, no whole: 电子39.2亿元,占12%;木业31.7亿元,占17%."""
    after = slot.after()
    return after is not None and roles[after.index].role is Role.SHARE and after.family is units.Family.RATE


def _counted(slot: Slot) -> str:
    return slot.lead + slot.tail[:8]


def _overlap(words: str, other: str) -> int:
    return sum(words[place : place + 2] in other for place in range(len(words) - 1))


def _is_sure(part: Slot, whole: Slot, words: str) -> bool:
    """Whether the writing leaves no other whole: named in full, or the total of the 其中 the part stands in."""
    if part.group.sentence is not whole.group.sentence:
        if _AMONG_WORDS.match(part.between.strip()) and _overlap(words, whole.lead + whole.tail) >= 2:
            return True
        return not _GENERIC.match(words) and _overlap(words, _counted(whole)) >= max(1, len(words) - 2)
    before = part.group.slots[max(0, part.place - near.REACH) : part.place + 1]
    marked = any(cues.PART.search(one.between) or _AFTER_AMONG.match(one.between) for one in before)
    marked = marked or part.group.anchor is whole or part.lead.endswith("的")
    if marked or _GENERIC.match(words):
        return marked or _overlap(part.lead + part.tail, _counted(whole)) >= 1
    return _overlap(words, _counted(whole)) >= 1


def _compare(part: Slot, whole: Slot, slot: Slot, *, sure: bool) -> Relation:
    quotient = part.figure.true.over(whole.figure.true)
    found = None if quotient is None else quotient.scaled(100)
    if found is None:
        return _said(Status.NOT_ASSESSABLE, whole, part, slot, "", NO_WHOLE)
    shown = f"{part.figure.text} ÷ {whole.figure.text} = {span(found, '%')} ; {slot.figure.text}"
    if found.meets(slot.figure.true):
        return _said(Status.PASS, whole, part, slot, shown, HOLDS)
    together = re.match(r"^(?:加上|连同|另加|合计|两项|三项)", part.lead.strip())
    status = Status.FAIL if sure and not together else Status.UNCERTAIN
    text = FAILS.format(found=span(found, "%"), printed=slot.figure.text)
    return _said(status, whole, part, slot, shown, text)


def _said(
    status: Status, whole: Slot | None, part: Slot | None, slot: Slot, shown: str, text: Text
) -> Relation:
    total = whole.index if whole else None
    parts = (part.index,) if part else ()
    return Relation(Kind.SHARE, status, total, parts, rate=slot.index, arithmetic=shown, explanation=text)
