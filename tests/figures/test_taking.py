"""Reading outside a transaction: of one moment, and leaving none open."""

import pytest
from django.db import connection

from jingwei.figures import queries
from jingwei.figures.models import Snapshot
from jingwei.figures.snapshot import taking
from jingwei.ledger.models import Entry


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.SNAPSHOTS = tmp_path / "snapshots"


@pytest.mark.django_db(transaction=True)
def test_a_reader_gets_a_transaction_of_its_own_and_leaves_none_behind():
    with taking.consistent_read():
        assert Entry.objects.count() == 0
    assert not connection.in_atomic_block
    assert queries.live_snapshot().basis == 0
    assert Snapshot.objects.count() == 1
