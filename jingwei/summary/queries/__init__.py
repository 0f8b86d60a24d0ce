"""Reads of the summary: what there is, and what a text comes to against a snapshot."""

from jingwei.summary.queries.composing import Composed, ComposedSection, compose, document, preview
from jingwei.summary.queries.summaries import (
    draft_of,
    issued_of,
    sections_of,
    summaries,
    summary_to_read,
    versions_of,
)

__all__ = [
    "Composed",
    "ComposedSection",
    "compose",
    "document",
    "draft_of",
    "issued_of",
    "preview",
    "sections_of",
    "summaries",
    "summary_to_read",
    "versions_of",
]
