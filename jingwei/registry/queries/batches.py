"""Many rows by the values of one field, asked for in batches that a database takes as parameters."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)
BATCH = 500


def among(rows: QuerySet[Row], field: str, values: Iterable[Any]) -> Iterator[Row]:
    """Those of `rows` whose `field` is one of `values`, which must sort."""
    ordered = sorted(set(values))
    for start in range(0, len(ordered), BATCH):
        yield from rows.filter(**{f"{field}__in": ordered[start : start + BATCH]})
