"""A finding is a relation with its passage and a fingerprint that survives changes elsewhere in the text."""

import hashlib
import re
from collections import Counter

from jingwei.summary.proofread.shapes import Figure, Finding, Relation, Status

_ORDER = {status: place for place, status in enumerate(Status)}
_CLAUSE_ENDS = re.compile(r"[。；;，,：:！!？?\n（(、]")
LENGTH = 16  # hexadecimal digits of a fingerprint
LONGEST_PASSAGE = 400  # characters: figures further apart are not quoted together
LONGEST_OPENING = 30  # characters before the first figure in which its clause begins


def findings_of(
    text: str, figures: tuple[Figure, ...], relations: tuple[Relation, ...]
) -> tuple[Finding, ...]:
    """Worst first, then in the order of the text; equal passages are told apart by their number."""
    seen: Counter[str] = Counter()
    found = []
    for relation in relations:
        start, end = _passage(text, figures, relation)
        mark = _fingerprint(relation, figures, text[start:end])
        seen[mark] += 1
        fingerprint = mark if seen[mark] == 1 else f"{mark}-{seen[mark]}"
        found.append(Finding(relation, text[start:end], start, end, fingerprint))
    return tuple(sorted(found, key=lambda one: (_ORDER[one.status], one.start, one.end)))


def _passage(text: str, figures: tuple[Figure, ...], relation: Relation) -> tuple[int, int]:
    """From the clause that opens the first figure to the end of the last; of places far apart, the last of them."""
    first, last = figures[relation.figures[0]], figures[relation.figures[-1]]
    if last.end - first.start > LONGEST_PASSAGE:
        first = last
    opening = text[max(0, first.start - LONGEST_OPENING) : first.start]
    signs = [match.end() for match in _CLAUSE_ENDS.finditer(opening)]
    return first.start - len(opening) + (signs[-1] if signs else 0), last.end


def _fingerprint(relation: Relation, figures: tuple[Figure, ...], quote: str) -> str:
    """Of the kind, the figures as printed and the passage without spaces; not of offsets."""
    parts = [
        relation.kind.value,
        *(figures[index].text for index in relation.figures),
        re.sub(r"\s+", "", quote),
    ]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:LENGTH]
