"""What can be asked: snapshots, figures, what stands behind them, targets and received statistics."""

from jingwei.figures.live import live_snapshot
from jingwei.figures.queries.figures import figure, figures, index_of, resolver
from jingwei.figures.queries.parts import Part, Parts, breakdown, breakdowns, months
from jingwei.figures.queries.records import Records, records_behind, records_digest
from jingwei.figures.queries.snapshots import manifest, snapshot

__all__ = [
    "Part",
    "Parts",
    "Records",
    "breakdown",
    "breakdowns",
    "figure",
    "figures",
    "index_of",
    "live_snapshot",
    "manifest",
    "months",
    "records_behind",
    "records_digest",
    "resolver",
    "snapshot",
]
