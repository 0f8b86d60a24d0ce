from datetime import UTC, datetime

import pytest
from django.db import transaction

from jingwei.ledger.actions import OutsideTransactionError, append
from jingwei.ledger.models import Entry
from jingwei.ledger.queries import Opened, history

WHEN = datetime(2013, 5, 6, 7, 8, 9, tzinfo=UTC)


@pytest.mark.django_db
def test_an_act_is_found_in_the_history_of_its_subject():
    append(kind="project.listed", subject="projects.project:7", body={"programme": "火炬"}, acted_at=WHEN)
    append(
        kind="project.changed",
        subject="projects.project:7",
        body={},
        secrets={"actor": "周某", "budget_fen": [1, 2]},
        acted_at=WHEN,
    )
    newest, oldest = history("projects.project:7")
    assert (oldest.index, newest.index) == (0, 1)
    assert oldest.body == {"programme": "火炬"}
    assert oldest.acted_at == WHEN < oldest.appended_at
    assert newest.openings == {"actor": Opened("周某"), "budget_fen": Opened([1, 2])}
    assert newest.opened("actor") == "周某"
    assert newest.opened("nobody") is None


@pytest.mark.django_db(transaction=True)
def test_an_entry_needs_the_transaction_of_its_act():
    with pytest.raises(OutsideTransactionError):
        append(kind="project.listed", subject="projects.project:7", body={}, acted_at=WHEN)
    with transaction.atomic():
        append(kind="project.listed", subject="projects.project:7", body={}, acted_at=WHEN)
    assert Entry.objects.count() == 1
