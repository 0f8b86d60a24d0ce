"""The same records on SQLite and PostgreSQL have the same content digest."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from uuid import uuid4

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "postgres.sh"
PROGRAM = """
import json, random, django
django.setup()
from django.conf import settings
from django.core.management import call_command
from jingwei.figures import queries
from jingwei.registry import packs
from jingwei.registry.shapes import demo_years
call_command("migrate", verbosity=0)
packs.load(packs.read_pack(settings.PACKS / "keqiao"))
for one in sorted(demo_years, key=lambda year: year.order):
    if one.name in {"registry", "projects", "titles", "figures"}:
        one.make(random.Random(2013))
manifest = queries.live_snapshot().manifest
print(json.dumps({"content": manifest["content"], "tables": {one["name"]: one["rows"] for one in manifest["tables"]}}))
"""


def frozen(home: Path, url: str) -> dict:
    home.mkdir()
    environment = {
        **os.environ,
        "JINGWEI_HOME": str(home),
        "JINGWEI_DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "jingwei.site.settings",
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture
def postgres():
    # pytest's own folders are closed to the user the server runs as
    folder = Path(tempfile.gettempdir()) / f"jingwei-cluster-{uuid4().hex}"
    started = subprocess.run([str(SCRIPT), "start", str(folder)], capture_output=True, text=True, check=False)
    if started.returncode:
        pytest.skip(f"NO POSTGRESQL: {started.stderr.strip()}; Debian: apt install postgresql")
    yield started.stdout.strip().splitlines()[-1].split("=", 1)[-1]
    subprocess.run([str(SCRIPT), "stop", str(folder)], capture_output=True, check=False)


@pytest.mark.slow
@pytest.mark.postgresql
def test_content_is_equal_on_both(tmp_path, postgres):
    on_sqlite = frozen(tmp_path / "a", f"sqlite:///{tmp_path}/one.sqlite3")
    on_postgres = frozen(tmp_path / "b", postgres)
    assert on_sqlite == on_postgres
    assert on_sqlite["tables"]["projects"] > 100
