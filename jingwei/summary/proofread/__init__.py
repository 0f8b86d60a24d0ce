"""校对 proofreading: the figures of an official text checked against their own arithmetic; pure, no database.

`proofread(text)` finds every figure, understands which belongs to which, and says of each relation whether it holds.
"""

from jingwei.summary.proofread.reading import proofread
from jingwei.summary.proofread.shapes import Figure, Finding, Hedge, Kind, Reading, Relation, Status

__all__ = ["Figure", "Finding", "Hedge", "Kind", "Reading", "Relation", "Status", "proofread"]
