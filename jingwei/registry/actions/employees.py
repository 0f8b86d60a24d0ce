"""People named by the records of an organisation: found among its employees, or added."""

from collections.abc import Iterable, Mapping

from django.db import transaction

from jingwei.registry.acting import Noted, changes_between, note_many, snapshot_of
from jingwei.registry.models import Account, Employment, Organisation, Person
from jingwei.registry.queries.batches import among

Pair = tuple[int, str]


@transaction.atomic
def employees(*, by: Account, wanted: Iterable[tuple[Organisation, str]]) -> Mapping[Pair, Person]:
    """The person of each (organisation, name), by (primary key, name); who is not among the employees is added.

    Called by the actions of other registers, which have asked whether `by` may write there. New people are in the log
    like any other, and nothing of who they are in the clear.
    """
    pairs = {(organisation.pk, name): organisation for organisation, name in wanted if name}
    known = _known({key for key, _name in pairs})
    new = [pair for pair in pairs if pair not in known]
    people = Person.objects.bulk_create(Person(name=name) for _key, name in new)
    for (key, _name), person in zip(new, people, strict=True):
        Employment.objects.create(person=person, organisation_id=key)
    note_many(
        by=by,
        acts=[
            Noted("registry.person.added", person, changes_between(None, snapshot_of(person)))
            for person in people
        ],
    )
    return known | dict(zip(new, people, strict=True))


def _known(organisations: set[int]) -> dict[Pair, Person]:
    found: dict[Pair, Person] = {}
    rows = Employment.objects.select_related("person").order_by("-pk")
    for row in among(rows, "organisation", organisations):
        found[(row.organisation_id, row.person.name)] = row.person
    return found
