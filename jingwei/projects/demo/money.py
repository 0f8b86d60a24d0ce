"""Making the subsidies of the demonstration: grants that reached the undertakers, and what else the year brought."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from jingwei.projects.demo.plan import RECEIVED
from jingwei.projects.models import Project, Subsidy
from jingwei.projects.terms import UPPER_FAMILIES
from jingwei.registry.models import Organisation
from jingwei.registry.terms import Level

DAYS_TO_RECEIPT = 25
UPPER = frozenset(family.value for family in UPPER_FAMILIES)


def subsidies(projects: Iterable[Project], enterprises: Sequence[Organisation]) -> list[Subsidy]:
    """Unsaved subsidies which add up to `RECEIVED` in each year, in the order of their receipt."""
    made: list[Subsidy] = []
    granted = [one for one in projects if one.grant_fen and one.programme.family in UPPER]
    for year, total in RECEIVED.items():
        paid = [_payment(one) for one in granted if one.listed_on.year == year]
        made += paid
        made += _others(year, total - sum(one.amount_fen for one in paid), enterprises)
    return sorted(made, key=lambda one: (one.received_on, one.document, one.organisation.pk))


def _payment(project: Project) -> Subsidy:
    received = min(project.listed_on + timedelta(days=DAYS_TO_RECEIPT), date(project.listed_on.year, 12, 20))
    return Subsidy(
        project=project,
        organisation=project.undertaker,
        level=project.programme.level,
        document=project.document,
        received_on=received,
        amount_fen=project.grant_fen,
        purpose=f"{project.programme.name}补助",
        section=project.section,
        is_demo=True,
    )


def _others(year: int, rest: int, enterprises: Sequence[Organisation]) -> Iterator[Subsidy]:
    """What is left of the year's total: support for R&D centres, from the province and the city."""
    if rest <= 0:
        raise ValueError(f"the grants of {year} exceed what was received")
    shares = (
        (Level.PROVINCIAL, rest * 2 // 3, "省级研发中心建设补助"),
        (Level.CITY, rest - rest * 2 // 3, "市级研发中心建设补助"),
    )
    for index, (level, amount, purpose) in enumerate(shares):
        yield Subsidy(
            organisation=enterprises[index],
            level=level,
            document=f"演示〔{year}〕{90 + index}号",
            received_on=date(year, 12, 10 + index),
            amount_fen=amount,
            purpose=purpose,
            is_demo=True,
        )
