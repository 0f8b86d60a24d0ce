"""Streams a table as a spreadsheet or as CSV."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any

from django.http import HttpResponseBase, StreamingHttpResponse


class _Echo(io.StringIO):
    def write(self, value: str) -> Any:
        return value


def export_response(
    name: str,
    head: Sequence[tuple[str, str]],
    rows: Iterator[list[Any]],
    kind: str,
    filters: Sequence[tuple[str, str]],
) -> HttpResponseBase:
    """The download."""
    writer = csv.writer(_Echo())
    lines = (writer.writerow(row) for row in rows)
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
