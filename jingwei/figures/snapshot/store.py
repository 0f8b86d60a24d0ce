"""Where snapshots lie: one folder each, named by its digest, complete from the moment it has that name."""

import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from jingwei.figures.shapes import FrozenTable
from jingwei.figures.snapshot.manifest import Manifest, SnapshotError, TablePart
from jingwei.figures.snapshot.writing import file_sha256, part_of, write_table
from jingwei.kernel.canonical import canonical

MANIFEST = "manifest.json"
_checked: dict[Path, tuple[tuple[int, ...], str]] = {}


def home() -> Path:
    """The folder of all snapshots; made if need be."""
    folder = Path(settings.SNAPSHOTS)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def folder_of(digest: str) -> Path:
    """The folder of the snapshot with this digest, whether or not it is there."""
    return home() / digest.removeprefix("sha256:")


@contextmanager
def workshop() -> Iterator[Path]:
    """A folder to write in, on the same disk as the snapshots; gone afterwards unless it was put in place."""
    folder = Path(tempfile.mkdtemp(prefix=".making-", dir=home()))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def turn(name: str) -> Iterator[None]:
    """One process at a time; the others wait."""
    with (home() / f".{name}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def write_tables(tables: Iterable[FrozenTable], folder: Path) -> tuple[TablePart, ...]:
    """Freeze each table into `folder`."""
    return tuple(write_table(table, folder) for table in tables)


def put_in_place(folder: Path, manifest: Manifest) -> Path:
    """Give the finished `folder` its name in one step. A snapshot already there is the same one, and is kept."""
    (folder / MANIFEST).write_bytes(canonical(manifest.document()))
    for path in folder.iterdir():
        with path.open("rb") as file:
            os.fsync(file.fileno())
    target = folder_of(manifest.digest)
    if not target.exists():
        try:
            folder.chmod(0o755)
            folder.rename(target)
        except OSError:
            if not target.exists():
                raise
    return target


def read_manifest(digest: str) -> Manifest:
    """The manifest of a stored snapshot. Raises SnapshotError unless it is there and has this digest."""
    try:
        document = json.loads((folder_of(digest) / MANIFEST).read_bytes())
    except FileNotFoundError as error:
        raise SnapshotError(
            f"快照{short(digest)}的文件不在本机，请从备份恢复快照目录",
            f"The files of snapshot {short(digest)} are not on this machine; restore the snapshots from a backup",
        ) from error
    except (OSError, ValueError) as error:
        raise _damaged(digest, MANIFEST) from error
    manifest = Manifest.from_document(document)
    if manifest.digest != digest:
        raise _damaged(digest, MANIFEST)
    return manifest


def verified(digest: str) -> tuple[Path, Manifest]:
    """Folder and manifest of a snapshot whose files are exactly those the manifest names.

    Files are digested once per process and again when they change on disk. Raises SnapshotError naming the file.
    """
    folder, manifest = folder_of(digest), read_manifest(digest)
    for part in manifest.tables:
        if _sha256(folder / part.file, digest) != part.file_sha256:
            raise _damaged(digest, part.file)
    return folder, manifest


def recount(digest: str) -> tuple[str, ...]:
    """The tables of a snapshot whose rows do not have the content digest of the manifest; empty: all is well."""
    folder, manifest = verified(digest)
    return tuple(
        part.name
        for part in manifest.tables
        if part_of(folder / part.file, part.name, part.columns).content_sha256 != part.content_sha256
    )


def remove(digest: str) -> None:
    """Forget the files of a working snapshot."""
    shutil.rmtree(folder_of(digest), ignore_errors=True)


def remove_damaged(digest: str) -> None:
    """Forget the files of a working snapshot that no longer match, so that they can be written again."""
    try:
        verified(digest)
    except SnapshotError:
        remove(digest)


def short(digest: str) -> str:
    """A digest as people say it: its first and last four characters."""
    plain = digest.removeprefix("sha256:")
    return f"{plain[:4]}…{plain[-4:]}"


def _sha256(path: Path, digest: str) -> str:
    try:
        stat = path.stat()
    except FileNotFoundError as error:
        raise _damaged(digest, path.name) from error
    mark = (stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)
    known = _checked.get(path)
    if known is None or known[0] != mark:
        known = _checked[path] = (mark, file_sha256(path))
    return known[1]


def _damaged(digest: str, file: str) -> SnapshotError:
    return SnapshotError(
        f"快照{short(digest)}的文件“{file}”与清单不符，已拒绝使用；请从备份恢复该快照",
        f"File '{file}' of snapshot {short(digest)} does not match its manifest and is not used; restore a backup",
    )
