"""The working snapshot: rebuilt when records have changed since, and only then."""

from contextlib import nullcontext

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from jingwei.figures.models import Snapshot
from jingwei.figures.snapshot import store, taking
from jingwei.figures.snapshot.manifest import Manifest, SnapshotError
from jingwei.figures.terms import SnapshotKind
from jingwei.ledger.models import Entry

KEPT = 5
# acts that change no record which is counted: an issued summary must not make its own snapshot stale
UNCOUNTED = (
    "ledger.",
    "figures.snapshot.",
    "summary.",
    "documents.",
    "registry.account.",
    "registry.assignment.",
    "registry.sign",
)


def live_snapshot() -> Snapshot:
    """The working snapshot as the records stand now; writes a new one where they have changed since the last.

    Several processes may ask at once: one of them writes, the others wait and then find it written.
    """
    latest = _latest()
    if latest and not is_stale(latest):
        return latest
    # inside a transaction nobody is waited for: whoever has the turn might wait for this transaction
    with nullcontext() if connection.in_atomic_block else store.turn("live"):
        latest = _latest()
        return latest if latest and not is_stale(latest) else _rebuild()


def is_stale(snapshot: Snapshot) -> bool:
    """Whether a counted record or a declaration changed after it was read, or its files are not what they were."""
    since = Entry.objects.filter(index__gte=snapshot.basis)
    if since.exclude(_uncounted()).exists():
        return True
    try:
        manifest = store.verified(snapshot.digest)[1]
    except SnapshotError:
        return True  # a working snapshot can be made again from the records
    columns = {part.name: part.columns for part in manifest.tables}
    return dict(manifest.measures) != taking.declared_digests() or columns != taking.declared_columns()


def _uncounted() -> Q:
    condition = Q()
    for prefix in UNCOUNTED:
        condition |= Q(kind__startswith=prefix)
    return condition


def _latest() -> Snapshot | None:
    return Snapshot.objects.filter(kind=SnapshotKind.LIVE).order_by("-basis", "-taken_at").first()


def _rebuild() -> Snapshot:
    with store.workshop() as folder:
        taken = taking.take(folder)
        manifest = Manifest(
            kind=SnapshotKind.LIVE,
            name="live",
            tables=taken.tables,
            measures=taking.declared_digests(),
            code_version=taking.code_version(),
            writer=taking.writer(),
        )
        store.remove_damaged(manifest.digest)
        store.put_in_place(folder, manifest)
    with transaction.atomic():
        snapshot, _ = Snapshot.objects.update_or_create(
            digest=manifest.digest,
            defaults={
                "content": manifest.content,
                "name": manifest.name,
                "kind": SnapshotKind.LIVE,
                "taken_at": timezone.now(),
                "manifest": manifest.document(),
                "basis": taken.basis,
            },
        )
    _forget_old(snapshot)
    return snapshot


def _forget_old(current: Snapshot) -> None:
    """Keep the last few: a page may still be reading one of them."""
    rows = (
        Snapshot.objects.filter(kind=SnapshotKind.LIVE).exclude(pk=current.pk).order_by("-basis", "-taken_at")
    )
    for old in rows[KEPT:]:
        old.delete()
        store.remove(old.digest)
