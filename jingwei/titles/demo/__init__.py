"""The demonstration year of titles: real size, invented recipients, every record in the log."""

from collections.abc import Sequence
from datetime import datetime, time
from random import Random

from django.db import transaction
from django.utils import timezone

from jingwei.registry.acting import Noted, changes_between, note_many, snapshot_of
from jingwei.registry.models import Organisation, Region
from jingwei.registry.terms import OrganisationKind, RegionLevel
from jingwei.titles.actions.facts import title_facts
from jingwei.titles.demo.making import Maker, by_day
from jingwei.titles.models import Title

OPENING_TIME = time(9)


@transaction.atomic
def make_demo(random: Random) -> int:
    """Make the titles up to the end of 2013; gives how many, 0 when they exist.

    Needs the types of the pack and the demonstration enterprises of the registry.
    """
    if Title.objects.filter(is_demo=True).exists():
        return 0
    enterprises = Organisation.objects.filter(is_demo=True, kind=OrganisationKind.ENTERPRISE)
    maker = Maker(random, list(enterprises.select_related("town").order_by("pk")), _district())
    titles = Title.objects.bulk_create(maker.titles())
    renewals = Title.objects.bulk_create(maker.renewals(titles))
    _note([*titles, *renewals])
    return len(titles) + len(renewals)


def _district() -> list[Region]:
    """The district the towns belong to, and what it was called before."""
    town = Region.objects.filter(level=RegionLevel.TOWN).select_related("parent").order_by("code").first()
    district = town.parent if town else None
    if district is None:
        return []
    return [district, *district.predecessors.order_by("-valid_to")]


def _note(titles: Sequence[Title]) -> None:
    """One entry for each title, acted on the day it was granted, appended now."""
    for day, rows in by_day(titles).items():
        acts = [
            Noted(
                "titles.title.renewed" if title.renews_id else "titles.title.added",
                title,
                changes_between(None, snapshot_of(title)),
                title_facts(title),
            )
            for title in rows
        ]
        note_many(by=None, acts=acts, acted_at=timezone.make_aware(datetime.combine(day, OPENING_TIME)))
