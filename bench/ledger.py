"""Measure the log: appends a second, singly and in batches, and the time of a proof at a million entries.

    .venv/bin/python bench/ledger.py [--entries 1000000] [--proofs 2000]

On SQLite in a throw-away folder and, where JINGWEI_BENCH_POSTGRES holds the URL of an empty database
(`scripts/postgres.sh` makes one), on PostgreSQL. Prints and never judges. Beside ours, in the same run, stand two ways
of doing without: the bare inserts of the same acts (what the tree costs), and the tree hashed afresh from all leaves
(what the stored nodes save).
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BATCH = 5_000
SINGLES = 500
WHEN = datetime(2013, 5, 6, tzinfo=UTC)


def main() -> int:
    """Measure on each database, each in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--entries", type=int, default=1_000_000)
    parser.add_argument("--proofs", type=int, default=2_000)
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.here:
        measure(given.entries, given.proofs)
        return 0
    with tempfile.TemporaryDirectory(prefix="jingwei-bench-") as folder:
        urls = [f"sqlite:///{folder}/ledger.sqlite3", os.environ.get("JINGWEI_BENCH_POSTGRES")]
        for url in filter(None, urls):
            environment = {**os.environ, "JINGWEI_HOME": folder, "JINGWEI_DATABASE_URL": url}
            subprocess.run([sys.executable, __file__, "--here", *sys.argv[1:]], env=environment, check=True)
    if len(list(filter(None, urls))) == 1:
        print("postgresql: not measured; JINGWEI_BENCH_POSTGRES is not set")
    return 0


def measure(entries: int, proofs: int) -> None:
    """All measurements on the database of this process."""
    import django

    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jingwei.site.settings")
    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", "ledger", verbosity=0)
    print(f"== {connection.vendor}, {entries:,} entries ==")
    measure_appends(entries)
    measure_proofs(entries, proofs)


def measure_appends(entries: int) -> None:
    """Batches until the log is full, one by one at its end, and bare rows beside it."""
    from django.db import transaction

    from jingwei.ledger.actions import append, append_many
    from jingwei.ledger.models import Head

    start = Head.objects.values_list("size", flat=True).first() or 0
    rates = []
    began = time.perf_counter()
    for first in range(start, entries, BATCH):
        moment = time.perf_counter()
        with transaction.atomic():
            append_many(acts(first, min(BATCH, entries - first)))
        rates.append(BATCH / (time.perf_counter() - moment))
    took = time.perf_counter() - began
    if rates:
        print(f"batches of {BATCH:,}: {(entries - start) / took:,.0f} appends/s", end="")
        print(f" (median batch {statistics.median(rates):,.0f}, slowest {min(rates):,.0f})")
    began = time.perf_counter()
    for act in acts(entries, SINGLES):
        with transaction.atomic():
            append(
                kind=act.kind, subject=act.subject, body=act.body, secrets=act.secrets, acted_at=act.acted_at
            )
    print(f"one a transaction: {SINGLES / (time.perf_counter() - began):,.0f} appends/s")
    began = time.perf_counter()
    with transaction.atomic():
        bare_rows(list(acts(0, BATCH)))
    print(f"peer, bare rows of {BATCH:,} acts, no tree: {BATCH / (time.perf_counter() - began):,.0f}/s")


def bare_rows(given: list) -> None:
    """The same acts as rows of a plain log table with JSON, as common audit-trail packages write them."""
    import json

    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS bench_plain")
        cursor.execute(
            "CREATE TABLE bench_plain (kind varchar(80), subject varchar(120), body text, secrets text)"
        )
        cursor.executemany(
            "INSERT INTO bench_plain VALUES (%s, %s, %s, %s)",
            [(one.kind, one.subject, json.dumps(one.body), json.dumps(one.secrets)) for one in given],
        )
        cursor.execute("DROP TABLE bench_plain")


def acts(first: int, count: int) -> Iterator:
    """Acts as a register writes them: a short public body, the actor and the changes as secrets."""
    from jingwei.ledger.leaves import Act

    for number in range(first, first + count):
        yield Act(
            kind="projects.project.changed",
            subject=f"projects.project:{number // 4}",
            body={"roles": ["officer"], "sections": ["plan"], "facts": {"code": f"2013-{number}"}},
            secrets={"actor": {"account": 7, "name": "demo"}, "changes": {"grant_fen": [None, number]}},
            acted_at=WHEN,
        )


def measure_proofs(entries: int, proofs: int) -> None:
    """Inclusion and consistency proofs at random places, each checked; and one hashed from all leaves."""
    from jingwei.ledger import queries
    from jingwei.ledger.models import Entry
    from jingwei.ledger.tree import Frontier, check_inclusion

    chance = random.Random(20130506)
    size, root = queries.head().size, queries.head().root
    report(
        "inclusion proof",
        [timed(lambda: queries.inclusion_proof(chance.randrange(size))) for _ in range(proofs)],
    )
    report("  of an old size", [timed(lambda: old_proof(chance, size)) for _ in range(proofs)])
    grown = [timed(lambda: queries.consistency_proof(chance.randrange(size))) for _ in range(proofs)]
    report("consistency proof", grown)
    began = time.perf_counter()
    frontier = Frontier()
    frontier.extend(Entry.objects.order_by("index").values_list("leaf_hash", flat=True).iterator(10_000))
    print(f"peer, the tree hashed afresh from all leaves: {(time.perf_counter() - began) * 1000:,.0f} ms")
    assert frontier.root == root
    found = queries.inclusion_proof(size // 3)
    check_inclusion(index=found.index, size=size, leaf_hash=found.leaf_hash, root=root, proof=found.hashes)


def old_proof(chance: random.Random, size: int) -> object:
    """A proof in a log as it was at some earlier time."""
    from jingwei.ledger import queries

    earlier = chance.randrange(1, size + 1)
    return queries.inclusion_proof(chance.randrange(earlier), earlier)


def timed(work: Callable[[], object]) -> float:
    """How many milliseconds `work` takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def report(name: str, milliseconds: list[float]) -> None:
    """Print the middle, the 95th percentile and the worst."""
    p95 = statistics.quantiles(milliseconds, n=20)[-1]
    print(
        f"{name}: p50 {statistics.median(milliseconds):.2f} ms, p95 {p95:.2f} ms, worst {max(milliseconds):.2f} ms"
    )


if __name__ == "__main__":
    sys.exit(main())
