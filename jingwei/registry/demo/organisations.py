"""Making the organisations of the demonstration: firms, universities, go-betweens, some of them renamed."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from random import Random

from django.utils import timezone

from jingwei.kernel.identifiers.uscc import DEMO_REGION, make_uscc
from jingwei.registry.acting import Noted, changes_between, note_many, snapshot_of
from jingwei.registry.actions.organisations import facts_of
from jingwei.registry.demo.names import BODIES, EDITION, Body, Invented, firms
from jingwei.registry.models import Organisation, OrganisationName, Region
from jingwei.registry.terms import OrganisationKind, RegionLevel

ENTERPRISES = 300
RENAMED = 18
OPENED = date(2012, 1, 4)
FIRST_FOUNDED, LAST_FOUNDED = date(1988, 1, 1), date(2011, 12, 31)
# serials are far apart, so that no two codes look alike
SERIAL, STEP = 41_000_003, 9_973
BODY_SERIAL = 77_000_011


def make_organisations(random: Random) -> list[Organisation]:
    """Make all organisations with their dated names and log entries; gives them, enterprises first."""
    towns = list(
        Region.objects.filter(level=RegionLevel.TOWN, valid_to__isnull=True).order_by("order", "code")
    )
    made = islice(firms(random), ENTERPRISES)
    enterprises = [_enterprise(random, number, one, towns) for number, one in enumerate(made)]
    bodies = [_body(random, number, one, towns) for number, one in enumerate(BODIES)]
    stored = Organisation.objects.bulk_create([*enterprises, *bodies])
    _bind_families(stored)
    renamed = random.sample(stored[:ENTERPRISES], RENAMED)
    _name(random, stored, renamed)
    _note(stored, renamed)
    return stored


def _enterprise(random: Random, number: int, one: Invented, towns: Sequence[Region]) -> Organisation:
    span = (LAST_FOUNDED - FIRST_FOUNDED).days
    # the first places of the pack are the busiest, as the streets round the market are
    town = random.choices(towns, [3 if index < 6 else 1 for index in range(len(towns))])[0] if towns else None
    return Organisation(
        uscc=make_uscc("9", "1", DEMO_REGION, SERIAL + number * STEP),
        name=one.name.zh,
        name_en=one.name.en,
        kind=OrganisationKind.ENTERPRISE,
        town=town,
        industry=one.industry,
        industry_edition=EDITION,
        founded_on=FIRST_FOUNDED + timedelta(days=random.randrange(span)),
        address=f"{town.name}示例路{random.randint(1, 899)}号" if town else "",
        is_demo=True,
    )


def _body(random: Random, number: int, one: Body, towns: Sequence[Region]) -> Organisation:
    is_firm = one.name.zh.endswith("公司")
    is_local = (
        one.kind in {OrganisationKind.PARK_OPERATOR, OrganisationKind.INTERMEDIARY} or "柯桥" in one.name.zh
    )
    authority, entity = (
        ("9", "1") if is_firm else ("1", "1" if one.kind == OrganisationKind.GOVERNMENT else "2")
    )
    return Organisation(
        uscc=make_uscc(authority, entity, DEMO_REGION, BODY_SERIAL + number * STEP),
        name=one.name.zh,
        name_en=one.name.en,
        kind=one.kind,
        town=random.choice(towns[:4]) if is_local and towns else None,
        is_demo=True,
    )


def _bind_families(stored: Sequence[Organisation]) -> None:
    by_name = {one.name: one for one in stored}
    members = [(by_name[body.name.zh], by_name[body.family]) for body in BODIES if body.family]
    for member, family in members:
        member.family = family
    Organisation.objects.bulk_update([member for member, _family in members], ["family"])


def _name(random: Random, stored: Sequence[Organisation], renamed: Sequence[Organisation]) -> None:
    """One dated name for each organisation; two for those that were renamed in 2013."""
    others = {one.pk for one in renamed}
    rows = [
        OrganisationName(organisation=one, name=one.name, valid_from=one.founded_on)
        for one in stored
        if one.pk not in others
    ]
    for one in renamed:
        on = date(2013, random.randint(2, 11), random.randint(1, 28))
        rows.append(
            OrganisationName(
                organisation=one,
                name=former_name(one.name),
                valid_from=one.founded_on,
                valid_to=on - timedelta(days=1),
            )
        )
        rows.append(OrganisationName(organisation=one, name=one.name, valid_from=on))
    OrganisationName.objects.bulk_create(rows)


def former_name(name: str) -> str:
    """What a firm was called before: a plant (厂), as many firms here began."""
    return name.removesuffix("股份有限公司").removesuffix("有限公司") + "厂"


def _note(stored: Sequence[Organisation], renamed: Sequence[Organisation]) -> None:
    added = [
        Noted("registry.organisation.added", one, changes_between(None, snapshot_of(one)), facts_of(one))
        for one in stored
    ]
    note_many(by=None, acts=added, acted_at=_at(OPENED))
    for one in renamed:
        on = one.names.filter(valid_to__isnull=True).values_list("valid_from", flat=True)[0]
        act = Noted(
            "registry.organisation.renamed",
            one,
            {"name": (former_name(one.name), one.name)},
            {**facts_of(one), "on": str(on)},
        )
        note_many(by=None, acts=[act], acted_at=_at(on or OPENED))


def _at(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(9)))
