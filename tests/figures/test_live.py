"""The working snapshot: rebuilt when records changed, and only then; frozen ones; the log."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from jingwei.figures import actions, queries
from jingwei.figures.models import ReceivedStatistic, Snapshot
from jingwei.figures.snapshot import live, store
from jingwei.figures.snapshot.manifest import SnapshotError
from jingwei.kernel.errors import InputError
from jingwei.kernel.periods import Period
from jingwei.ledger import queries as ledger
from jingwei.ledger.models import Entry
from jingwei.registry import acting

YEAR = Period.year(2013)
CUT_OFF = datetime(2013, 12, 31, 16, tzinfo=UTC)  # midnight in the bureau's time


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.SNAPSHOTS = tmp_path / "snapshots"


def correct(value=8_500_000_000_000):
    statistic = ReceivedStatistic.objects.get(code="new_product_output", period="2013")
    return actions.edit_received(by=None, statistic=statistic, values={"value": value})


def test_nothing_is_rebuilt_while_nothing_changes(demo):
    first = queries.live_snapshot()
    assert queries.live_snapshot() == first
    assert Snapshot.objects.count() == 1


def test_a_changed_record_moves_digest_and_figure_and_back(demo):
    before = queries.live_snapshot()
    old = ReceivedStatistic.objects.get(code="new_product_output", period="2013").value
    correct()
    after = queries.live_snapshot()
    assert after.digest != before.digest
    assert after.content != before.content
    assert queries.figure("received.new_product_output", YEAR, after).value == 8_500_000_000_000
    correct(old)
    assert queries.live_snapshot().content == before.content


def test_acts_that_are_not_counted_leave_it_alone(demo, account):
    first = queries.live_snapshot()
    director = account("director")
    actions.freeze(by=director, name="2013", cut_off=CUT_OFF)
    with transaction.atomic():
        acting.note(by=director, kind="summary.summary.issued", record=first, changes={})
    assert Entry.objects.filter(index__gte=first.basis).count() >= 2
    assert queries.live_snapshot() == first


def test_a_damaged_working_snapshot_is_made_again(demo):
    first = queries.live_snapshot()
    path = next(store.folder_of(first.digest).glob("projects.parquet"))
    path.write_bytes(path.read_bytes()[:-1])
    assert live.is_stale(first)
    again = queries.live_snapshot()
    assert again.digest == first.digest
    assert queries.figure("projects.listed", YEAR, again).value


def test_only_the_last_few_working_snapshots_are_kept(demo):
    for value in range(1, 10):
        correct(value)
        queries.live_snapshot()
    assert Snapshot.objects.count() == live.KEPT + 1
    assert len([path for path in store.home().iterdir() if path.is_dir()]) == live.KEPT + 1


def test_a_frozen_snapshot_is_an_entry_of_the_log(demo, account):
    director = account("director")
    frozen = actions.freeze(by=director, name="2013年度总结", cut_off=CUT_OFF)
    entry = ledger.entry(frozen.entry)
    assert entry.body["facts"]["digest"] == frozen.digest
    assert frozen.manifest["signer"] == acting.subject_of(director)
    assert str(director) not in str(frozen.manifest)
    correct()
    live_value = queries.figure("received.new_product_output", YEAR, queries.live_snapshot()).value
    assert queries.figure("received.new_product_output", YEAR, frozen).value != live_value


def test_a_frozen_snapshot_knows_nothing_after_its_cut_off(demo, account):
    early = datetime(2013, 6, 30, 16, tzinfo=UTC)
    frozen = actions.freeze(by=account("director"), name="half", cut_off=early)
    half = queries.figure("projects.listed", Period.half(2013, 1), queries.live_snapshot()).value
    figure = queries.figure("projects.listed", YEAR, frozen)
    assert figure.value == half
    assert "2013-06-30" in figure.notes[-1].en


def test_a_damaged_frozen_snapshot_fails_closed(demo, account):
    frozen = actions.freeze(by=account("director"), name="2013", cut_off=CUT_OFF)
    (store.folder_of(frozen.digest) / "titles.parquet").write_bytes(b"PAR1")
    with pytest.raises(SnapshotError, match=r"titles\.parquet"):
        queries.figure("projects.listed", YEAR, frozen)


@pytest.mark.parametrize("role", ["supervisor", "auditor", "finance", "enterprise", "expert", "system_admin"])
def test_others_may_not_freeze(demo, account, role):
    with pytest.raises(PermissionDenied):
        actions.freeze(by=account(role), name="2013", cut_off=CUT_OFF)
    assert not Snapshot.objects.exists()


def test_a_snapshot_of_tomorrow_or_without_a_name_is_refused(demo, account):
    director = account("director")
    with pytest.raises(InputError, match="future"):
        actions.freeze(by=director, name="x", cut_off=timezone.now() + timedelta(days=1))
    with pytest.raises(InputError, match="name"):
        actions.freeze(by=director, name=" ", cut_off=CUT_OFF)


def test_a_changed_declaration_makes_it_stale(demo, monkeypatch):
    first = queries.live_snapshot()
    monkeypatch.setattr(live.taking, "declared_digests", lambda: {"projects.listed": "sha256:other"})
    assert live.is_stale(first)
