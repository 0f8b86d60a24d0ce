"""The demonstration: invented organisations and people, and one account for every role."""

from datetime import date
from random import Random

from django.db import transaction

from jingwei.registry.demo.accounts import DEMO_PASSWORD, Login, demo_logins, make_accounts
from jingwei.registry.demo.organisations import make_organisations
from jingwei.registry.demo.people import invent_people
from jingwei.registry.models import Organisation
from jingwei.registry.terms import OrganisationKind

__all__ = ["DEMO_PASSWORD", "Login", "demo_logins", "enterprises", "make_demo", "of_kind"]

EXPERTS_EACH = 4
CONTACTS = 80
SINCE = date(2010, 1, 1)


@transaction.atomic
def make_demo(random: Random) -> int:
    """Make organisations, people and accounts; gives how many organisations, 0 when they exist."""
    if Organisation.objects.filter(is_demo=True).exists():
        make_accounts()
        return 0
    made = make_organisations(random)
    learned = [one for one in made if one.kind in {OrganisationKind.UNIVERSITY, OrganisationKind.INSTITUTE}]
    experts = [one for one in learned for _number in range(EXPERTS_EACH)]
    invent_people(random=random, employers=experts, position="教师", since=SINCE)
    invent_people(random=random, employers=made[:CONTACTS], position="科技联络员", since=SINCE)
    make_accounts()
    return len(made)


def enterprises(random: Random | None = None) -> list[Organisation]:
    """The enterprises of the demonstration, always in the same order; shuffled if `random` is given."""
    return of_kind(OrganisationKind.ENTERPRISE, random=random)


def of_kind(*kinds: str, random: Random | None = None) -> list[Organisation]:
    """The demonstration's organisations of these kinds, always in the same order; shuffled if `random` is given."""
    rows = list(
        Organisation.objects.filter(is_demo=True, kind__in=kinds).select_related("town").order_by("pk")
    )
    if random is not None:
        random.shuffle(rows)
    return rows
