"""What became of the findings of a text in its next version."""

from collections.abc import Iterable
from dataclasses import dataclass

from jingwei.summary.proofread import Finding, Status

OPEN = frozenset({Status.FAIL, Status.UNCERTAIN})


@dataclass(frozen=True)
class Revision:
    """Findings that want somebody (FAIL, UNCERTAIN), told apart by their fingerprints.

    `resolved` are no longer there, `staying` stand in both versions, `new` in the later one only.
    """

    resolved: tuple[Finding, ...]
    staying: tuple[Finding, ...]
    new: tuple[Finding, ...]


def is_open(finding: Finding) -> bool:
    """Whether somebody has to look at it."""
    return finding.status in OPEN


def compare(before: Iterable[Finding], after: Iterable[Finding]) -> Revision:
    """The open findings of two versions of one text, each list in the order it was given."""
    old, now = list(filter(is_open, before)), list(filter(is_open, after))
    were, are = ({one.fingerprint for one in found} for found in (old, now))
    return Revision(
        resolved=tuple(one for one in old if one.fingerprint not in are),
        staying=tuple(one for one in now if one.fingerprint in were),
        new=tuple(one for one in now if one.fingerprint not in were),
    )
