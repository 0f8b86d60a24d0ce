"""What a register of the registry exports is what it shows."""

import pytest
from django.test import Client

from jingwei.registry.models import Account, Employment, Organisation, Person
from jingwei.registry.tables import PersonTable

pytestmark = pytest.mark.django_db


def test_employers_are_exported_by_name_not_by_number(client: Client) -> None:
    firm = Organisation.objects.create(name="织里纺织有限公司", kind="enterprise")
    person = Person.objects.create(name="许波")
    Employment.objects.create(person=person, organisation=firm)
    assert PersonTable([]).value_works_at(person) == "织里纺织有限公司"
    officer = Account.objects.create_user("exporting", password="exporting-4711")
    officer.assignments.create(role="officer")
    client.force_login(officer)
    text = b"".join(client.get("/desk/people/", {"export": "csv"})).decode("utf-8-sig")
    assert text.splitlines()[1].endswith("织里纺织有限公司")
