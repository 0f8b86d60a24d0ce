"""What is done with figures: snapshots frozen, targets set, received statistics entered, corrected, withdrawn."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone

from jingwei.figures.access import may
from jingwei.figures.models import ReceivedStatistic, Snapshot, Target
from jingwei.figures.snapshot import store, taking
from jingwei.figures.snapshot.live import live_snapshot
from jingwei.figures.snapshot.manifest import Manifest
from jingwei.figures.terms import SnapshotKind
from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text
from jingwei.registry import acting
from jingwei.registry.models import Account

Row = TypeVar("Row", ReceivedStatistic, Target)
FROZEN = "figures.snapshot.frozen"


def refresh_live() -> Snapshot:
    """The working snapshot, rebuilt if records changed since it was read."""
    return live_snapshot()


def freeze(*, by: Account, name: str, cut_off: datetime) -> Snapshot:
    """Freeze every declared table as it stands; nothing dated after `cut_off` (aware) counts in it.

    The digest of the manifest becomes an entry of the log. Raises PermissionDenied, and InputError for a snapshot
    without a name or a cut-off in the future.
    """
    acting.demand(may(by, "freeze", Snapshot))
    if not name.strip():
        raise InputError(Text("快照须有名称", "A snapshot needs a name"))
    now = timezone.now()
    if cut_off > now:
        raise InputError(Text("截止时间不能晚于现在", "The cut-off cannot lie in the future"))
    with store.workshop() as folder:
        manifest = _manifest(taking.take(folder), by, name.strip(), cut_off, now)
        store.put_in_place(folder, manifest)
    return _recorded(manifest, by, cut_off, now)


def _manifest(taken: taking.Taken, by: Account, name: str, cut_off: datetime, now: datetime) -> Manifest:
    return Manifest(
        kind=SnapshotKind.FROZEN,
        name=name,
        tables=taken.tables,
        measures=taking.declared_digests(),
        code_version=taking.code_version(),
        writer=taking.writer(),
        cut_off=timezone.localtime(cut_off).isoformat(),
        taken_at=timezone.localtime(now).isoformat(timespec="seconds"),
        signer=acting.subject_of(by),
        basis=taken.basis,
    )


@transaction.atomic
def _recorded(manifest: Manifest, by: Account, cut_off: datetime, now: datetime) -> Snapshot:
    snapshot = Snapshot.objects.create(
        digest=manifest.digest,
        content=manifest.content,
        name=manifest.name,
        kind=SnapshotKind.FROZEN,
        cut_off=cut_off,
        taken_at=now,
        taken_by=by,
        manifest=manifest.document(),
        basis=manifest.basis or 0,
    )
    facts = {
        "digest": manifest.digest,
        "content": manifest.content,
        "name": manifest.name,
        "cut_off": manifest.cut_off,
    }
    entry = acting.note(by=by, kind=FROZEN, record=snapshot, changes={}, facts=facts)
    Snapshot.objects.filter(pk=snapshot.pk).update(entry=entry.index)
    snapshot.entry = entry.index
    return snapshot


@transaction.atomic
def add_received(*, by: Account | None, values: Mapping[str, Any]) -> ReceivedStatistic:
    """Enter a statistic received from others. Raises PermissionDenied, ValidationError by field."""
    return _kept(by, ReceivedStatistic(), "added", values)


@transaction.atomic
def edit_received(
    *, by: Account | None, statistic: ReceivedStatistic, values: Mapping[str, Any]
) -> ReceivedStatistic:
    """Correct a received statistic; the log keeps what it said before."""
    return _kept(by, statistic, "edited", values)


@transaction.atomic
def remove_received(*, by: Account, statistic: ReceivedStatistic) -> None:
    """Withdraw a received statistic entered by mistake."""
    _removed(by, statistic)


@transaction.atomic
def add_target(*, by: Account | None, values: Mapping[str, Any]) -> Target:
    """Set a target. Raises PermissionDenied, ValidationError by field."""
    return _kept(by, Target(), "added", values)


@transaction.atomic
def edit_target(*, by: Account | None, target: Target, values: Mapping[str, Any]) -> Target:
    """Change a target; the log keeps what it was before."""
    return _kept(by, target, "edited", values)


@transaction.atomic
def remove_target(*, by: Account, target: Target) -> None:
    """Take back a target set by mistake."""
    _removed(by, target)


def _kept(by: Account | None, row: Row, verb: str, values: Mapping[str, Any]) -> Row:
    """Write `values` into `row` and the log; nothing is written where nothing changes. `by` None: the pack."""
    acting.demand(by is None or may(by, "edit" if row.pk else "add", row))
    before = acting.snapshot_of(row) if row.pk else None
    for name, value in values.items():
        setattr(row, name, value)
    row.full_clean()
    changes = acting.changes_between(before, acting.snapshot_of(row))
    if changes:
        row.save()
        acting.note(by=by, kind=_kind(row, verb), record=row, changes=changes, facts=_facts(row))
    return row


def _removed(by: Account, row: ReceivedStatistic | Target) -> None:
    acting.demand(may(by, "remove", row))
    changes = acting.changes_between(acting.snapshot_of(row), None)
    acting.note(by=by, kind=_kind(row, "removed"), record=row, changes=changes, facts=_facts(row))
    row.delete()


def _kind(row: ReceivedStatistic | Target, verb: str) -> str:
    return f"figures.{row._meta.model_name}.{verb}"


def _facts(row: ReceivedStatistic | Target) -> dict[str, Any]:
    """What the log says of it in clear: none of it is personal."""
    if isinstance(row, Target):
        return {
            "code": row.code,
            "year": row.year,
            "reference": row.reference,
            "value": row.value,
            "source": row.source,
        }
    return {
        "code": row.code,
        "period": row.period,
        "value": row.value,
        "issuer": row.issuer,
        "document": row.document,
    }
