import json

import pytest

from jingwei.figures.engine.engine import open_snapshot
from jingwei.figures.snapshot import store
from jingwei.figures.snapshot.manifest import Manifest, SnapshotError
from tests.figures.conftest import manifest_of


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.SNAPSHOTS = tmp_path / "snapshots"
    return settings.SNAPSHOTS


@pytest.fixture
def stored(row):
    with store.workshop() as folder:
        manifest = manifest_of(folder, [row("1"), row("2")])
        store.put_in_place(folder, manifest)
    return manifest


def test_what_was_put_in_place_is_found_by_its_digest(stored, home):
    folder, manifest = store.verified(stored.digest)
    assert manifest == stored
    assert {path.name for path in folder.iterdir()} == {"manifest.json", "things.parquet"}
    assert [path.name for path in home.iterdir()] == [stored.digest.removeprefix("sha256:")]
    assert store.recount(stored.digest) == ()


def test_the_same_snapshot_twice_is_kept_once(stored, row):
    with store.workshop() as folder:
        store.put_in_place(folder, manifest_of(folder, [row("2"), row("1")]))
    assert store.verified(stored.digest)[1] == stored


def test_a_changed_file_is_refused_even_after_it_was_read(stored):
    open_snapshot(stored.digest)
    path = store.folder_of(stored.digest) / "things.parquet"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(SnapshotError, match=r"'things\.parquet' .* does not match") as caught:
        open_snapshot(stored.digest)
    assert "与清单不符" in caught.value.text.zh


def test_a_missing_file_is_refused(stored):
    (store.folder_of(stored.digest) / "things.parquet").unlink()
    with pytest.raises(SnapshotError, match="does not match"):
        open_snapshot(stored.digest)


def test_a_missing_snapshot_says_what_to_do():
    with pytest.raises(SnapshotError, match="restore the snapshots from a backup"):
        open_snapshot("sha256:" + "0" * 64)


@pytest.mark.parametrize("spoil", ["rows", "digest", "json", "format"])
def test_a_changed_manifest_is_refused(stored, spoil):
    path = store.folder_of(stored.digest) / store.MANIFEST
    document = json.loads(path.read_bytes())
    if spoil == "rows":
        document["tables"][0]["rows"] = 3
    if spoil == "digest":
        document["content"] = "sha256:" + "1" * 64
    if spoil == "format":
        document["format"] = "other/9"
    path.write_text("{" if spoil == "json" else json.dumps(document))
    with pytest.raises(SnapshotError):
        store.verified(stored.digest)


def test_rows_that_do_not_have_the_content_digest_are_named(stored, row):
    with store.workshop() as folder:
        false = manifest_of(folder, [row("1")])
        part = false.tables[0]
        lying = Manifest(
            **{**vars(false), "tables": (type(part)(**{**vars(part), "content_sha256": "sha256:0"}),)}
        )
        store.put_in_place(folder, lying)
    assert store.recount(lying.digest) == ("things",)


def test_the_content_does_not_depend_on_name_or_time(tmp_path, row):
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        folder.mkdir()
    first = manifest_of(folders[0], [row("1")])
    second = manifest_of(folders[1], [row("1")], name="other", taken_at="2014-01-06T09:00:00+08:00")
    assert first.content == second.content
    assert first.digest != second.digest
