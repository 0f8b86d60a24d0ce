"""What is known of organisations, people and accounts, for readers who may see them."""

from datetime import date
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from jingwei.registry.access import in_force, today, visible
from jingwei.registry.models import Account, Assignment, Employment, Organisation, Person, Region
from jingwei.registry.terms import OrganisationKind


def organisations(user: object) -> QuerySet[Organisation]:
    """The organisations `user` may see, with town and family."""
    return visible(user, Organisation.objects.select_related("town", "family"))


def people(user: object) -> QuerySet[Person]:
    """The people `user` may see, with where they work."""
    jobs = Employment.objects.filter(in_force(today())).select_related("organisation").order_by("pk")
    return visible(user, Person.objects.prefetch_related(Prefetch("employments", jobs)))


def accounts(user: object) -> QuerySet[Account]:
    """The accounts `user` may see, with the roles they hold today."""
    held = Assignment.objects.filter(in_force(today())).order_by("pk")
    return visible(
        user, Account.objects.prefetch_related(Prefetch("assignments", held, to_attr="held_today"))
    )


def find_organisations(user: object, words: str, limit: int) -> list[Organisation]:
    """Organisations whose present or former name, or code, has all the words."""
    rows = organisations(user)
    for word in words.split()[:8]:
        rows = rows.filter(
            Q(name__icontains=word)
            | Q(name_en__icontains=word)
            | Q(uscc__icontains=word)
            | Q(pk__in=Organisation.objects.filter(names__name__icontains=word).values("pk"))
        )
    return list(rows.order_by("name")[:limit])


def find_people(user: object, words: str, limit: int) -> list[Person]:
    """People whose name has all the words."""
    rows = people(user)
    for word in words.split()[:8]:
        rows = rows.filter(name__icontains=word)
    return list(rows.order_by("name", "pk")[:limit])


def name_on(organisation: Organisation, day: date) -> str:
    """What an organisation was called on a day."""
    row = organisation.names.filter(in_force(day)).order_by("-valid_from").first()
    return row.name if row else organisation.name


def with_numbers(towns: QuerySet[Region], user: object) -> QuerySet[Region]:
    """Towns with the number of enterprises the reader may see (`enterprises`)."""
    kind = Q(organisations__kind=OrganisationKind.ENTERPRISE)
    seen = visible(user, Organisation.objects.all()).values("pk")
    return towns.annotate(
        enterprises=Count("organisations", filter=kind & Q(organisations__in=seen), distinct=True)
    )


def codes_known(codes: list[Any]) -> dict[str, Organisation]:
    """Organisations by credit code, for imports."""
    return {one.uscc: one for one in Organisation.objects.filter(uscc__in=codes) if one.uscc}
