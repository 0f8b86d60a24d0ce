"""A draft against the paper that was printed."""

from django.conf import settings

from jingwei.summary.queries.composing import Composed
from jingwei.summary.queries.values import values_of
from jingwei.summary.rules import stated
from jingwei.summary.rules.findings import Finding


def against_stated(composed: Composed) -> tuple[Finding, ...]:
    """What the pack knows of the printed summary of that year, for the figures the draft uses; in its order."""
    entries = stated.read(settings.PACKS / settings.PACK / f"stated-{composed.summary.year}.toml")
    section_of = {name: section.key for section in reversed(composed.sections) for name in section.references}
    used = [entry for entry in entries if entry.stated.measure in section_of]
    values, _ = values_of((entry.stated.measure for entry in used), composed.period, composed.snapshot)
    return tuple(stated.compare(used, values, section_of))
