"""What can be asked: snapshots, figures, what stands behind them, targets and received statistics."""

from jingwei.figures.queries.figures import figure, figures, index_of, latest_year, resolver
from jingwei.figures.queries.others import Aim, sources, targets_of
from jingwei.figures.queries.parts import Part, Parts, breakdown, breakdowns, labels_of, months
from jingwei.figures.queries.records import Records, all_records, records_behind, records_digest
from jingwei.figures.queries.snapshots import manifest, snapshot
from jingwei.figures.snapshot.live import live_snapshot

__all__ = [
    "Aim",
    "Part",
    "Parts",
    "Records",
    "all_records",
    "breakdown",
    "breakdowns",
    "figure",
    "figures",
    "index_of",
    "labels_of",
    "latest_year",
    "live_snapshot",
    "manifest",
    "months",
    "records_behind",
    "records_digest",
    "resolver",
    "snapshot",
    "sources",
    "targets_of",
]
