"""What the proofreader sees in a short text, for tests of one rule each."""

from jingwei.summary.proofread import Figure, Kind, Relation, Status, proofread
from jingwei.summary.proofread.normal import normal
from jingwei.summary.proofread.scanning import figures_of
from jingwei.summary.proofread.structure import Outline, Slot, outline_of

PASS, FAIL = Status.PASS, Status.FAIL
UNCERTAIN, NOT_ASSESSABLE = Status.UNCERTAIN, Status.NOT_ASSESSABLE


def figures(text: str) -> list[Figure]:
    return list(proofread(text).figures)


def printed(text: str) -> list[str]:
    """The figures of a text as they are printed."""
    return [figure.text for figure in figures(text)]


def relations(text: str, *kinds: Kind) -> list[Relation]:
    return [one for one in proofread(text).relations if one.kind in kinds or not kinds]


def verdicts(text: str, *kinds: Kind) -> list[Status]:
    """The verdicts on the relations of some kinds, in the order of the text."""
    return [one.status for one in relations(text, *kinds)]


def fails(text: str) -> list[Kind]:
    """The kinds of what is wrong."""
    return [one.kind for one in proofread(text).relations if one.status is FAIL]


def parts(text: str, relation: Relation) -> list[str]:
    found = figures(text)
    return [found[index].text for index in relation.parts]


def total(text: str, relation: Relation) -> str | None:
    return None if relation.total is None else figures(text)[relation.total].text


def outline(text: str) -> Outline:
    plain = normal(text)
    return outline_of(plain, tuple(figures_of(plain, text)))


def slots(text: str) -> list[Slot]:
    return list(outline(text).slots.values())
