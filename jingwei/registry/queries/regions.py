"""What regions are and were called."""

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet

from jingwei.registry.access import in_force
from jingwei.registry.models import Region
from jingwei.registry.terms import RegionLevel


def lineage(region: Region) -> list[Region]:
    """A region with everything that became it and everything it became, the oldest first."""
    first = region
    seen = {first.pk}
    while (earlier := first.predecessors.exclude(pk__in=seen).order_by("code").first()) is not None:
        first = earlier
        seen.add(first.pk)
    return list(_successors(first))


def _successors(first: Region) -> Iterator[Region]:
    one: Region | None = first
    seen: set[int] = set()
    while one is not None and one.pk not in seen:
        seen.add(one.pk)
        yield one
        one = one.successor


def names_on(region: Region, day: date) -> list[str]:
    """Every name the region bore in the year of `day`, the one borne on `day` itself first.

    The year in which a county becomes a district has both names: its records carry the one and the other.
    """
    first, last = date(day.year, 1, 1), date(day.year, 12, 31)
    line = [one for one in lineage(region) if _meets(one, first, last)]
    return [one.name for one in sorted(line, key=lambda one: not _meets(one, day, day))]


def _meets(region: Region, first: date, last: date) -> bool:
    begins_in_time = region.valid_from is None or region.valid_from <= last
    return begins_in_time and (region.valid_to is None or region.valid_to >= first)


def district(code: str) -> Region | None:
    """The district or county with that code."""
    return Region.objects.filter(code=code, level=RegionLevel.DISTRICT).first()


def towns(on: date | None = None) -> QuerySet[Region]:
    """Towns and streets in the order of the pack; those of one day only, if given."""
    rows = Region.objects.filter(level=RegionLevel.TOWN).order_by("order", "code")
    return rows if on is None else rows.filter(in_force(on))
