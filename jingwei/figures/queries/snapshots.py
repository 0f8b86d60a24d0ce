"""Snapshots that were taken."""

from jingwei.figures.models import Snapshot
from jingwei.figures.snapshot import store
from jingwei.figures.snapshot.manifest import Manifest
from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text


def snapshot(digest: str) -> Snapshot:
    """The snapshot with this digest. Raises InputError where there is none."""
    found = Snapshot.objects.filter(digest=digest).first()
    if found is None:
        raise InputError(
            Text(f"没有快照{store.short(digest)}", f"There is no snapshot {store.short(digest)}")
        )
    return found


def manifest(taken: Snapshot) -> Manifest:
    """The manifest of a snapshot, once all its files match it. Raises SnapshotError where they do not."""
    return store.verified(taken.digest)[1]
