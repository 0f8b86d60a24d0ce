"""Figures measured: the demonstration year, and ten million records in DuckDB against pandas and the ORM's SQL.

    .venv/bin/python -m bench.figures [ROWS]        ROWS: ten million unless said

Prints, never asserts. Each peer runs in a process of its own, so that peak memory is its own. The ORM's part runs on a
tenth of the rows (at most a million) in SQLite and is multiplied; the line says so.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROWS = 10_000_000
ORM_ROWS = 1_000_000
BATCH = 1_000_000
MIB = 1024
TOWNS, LEVELS, PROGRAMMES = 18, 4, 13
PEERS = ("duckdb", "pandas", "orm")


def main() -> None:
    """Prepare the records once, then run each peer by itself."""
    if len(sys.argv) > 1 and sys.argv[1] in {*PEERS, "demo"}:
        _peer(sys.argv[1], Path(sys.argv[2]))
        return
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory(prefix="jingwei-bench-") as folder:
        _run("demo", Path(folder) / "demo")
        print(f"generating {rows:,} records …", flush=True)
        generate(Path(folder), rows)
        for peer in PEERS:
            _run(peer, Path(folder))


def _run(peer: str, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    environment = {
        **os.environ,
        "JINGWEI_HOME": str(folder),
        "DJANGO_SETTINGS_MODULE": "jingwei.site.settings",
    }
    subprocess.run([sys.executable, "-m", "bench.figures", peer, str(folder)], env=environment, check=True)


def _peer(peer: str, folder: Path) -> None:
    started = time.perf_counter()
    note = {"duckdb": _duckdb, "pandas": _pandas, "orm": _orm, "demo": _demo}[peer](folder)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MIB
    print(
        f"{peer:>7}: {note}; whole process {time.perf_counter() - started:.2f} s, peak {peak:,.0f} MiB",
        flush=True,
    )


def generate(folder: Path, rows: int) -> None:
    """Projects of two years as a register freezes them, straight into Parquet."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.parquet as pq

    random = np.random.default_rng(2013)
    schema = pa.schema(
        [
            ("id", pa.string()),
            ("level", pa.string()),
            ("programme", pa.string()),
            ("town", pa.string()),
            ("listed_on", pa.date32()),
            ("grant_fen", pa.int64()),
        ]
    )
    first = np.datetime64("2012-01-01", "D").astype("int32")
    with pq.ParquetWriter(folder / "records.parquet", schema, compression="zstd") as writer:
        for start in range(0, rows, BATCH):
            count = min(BATCH, rows - start)
            values = [
                pa.array([f"{number:09}" for number in range(start, start + count)]),
                _codes(random.integers(0, LEVELS, count), "level"),
                _codes(random.integers(0, PROGRAMMES, count), "programme"),
                _codes(random.integers(0, TOWNS, count), "town"),
                pa.array((first + random.integers(0, 731, count)).astype("int32"), pa.date32()),
                pa.array(random.integers(0, 10**9, count)),
            ]
            writer.write_batch(pa.record_batch(values, schema=schema))


def _codes(numbers: object, name: str) -> object:
    import pyarrow as pa

    words = pa.array([f"{name}-{number:02}" for number in range(32)])
    return words.take(pa.array(numbers))


def _measures() -> tuple[object, object]:
    """A count and a sum, each in three breakdowns."""
    from jingwei.figures.shapes import Breakdown, Kind, Measure
    from jingwei.kernel.text import Text

    word = Text("", "")
    breakdowns = tuple(Breakdown(name, word, name, dict) for name in ("level", "programme", "town"))
    shared = {
        "label": word,
        "definition": word,
        "unit": word,
        "kind": Kind.FLOW,
        "table": "records",
        "where": lambda rows: rows,
        "date": "listed_on",
        "breakdowns": breakdowns,
    }
    return Measure(id="bench.count", **shared), Measure(id="bench.sum", sums="grant_fen", **shared)


def _duckdb(folder: Path) -> str:
    """Both measures, this year and last, by level, programme and town; and one page of the records behind."""
    import django

    django.setup()
    from jingwei.figures.engine.engine import Engine
    from jingwei.figures.engine.windows import Window, window_of
    from jingwei.figures.shapes import Kind
    from jingwei.figures.snapshot.manifest import Manifest, TablePart
    from jingwei.kernel.periods import Period

    columns = (
        ("id", "string"),
        ("level", "string"),
        ("programme", "string"),
        ("town", "string"),
        ("listed_on", "date"),
        ("grant_fen", "int64"),
    )
    part = TablePart("records", 0, columns, "records.parquet", "", "")
    started = time.perf_counter()
    engine = Engine(folder, Manifest("live", "bench", (part,), {}, "0", "bench"))
    windows: list[Window] = [window_of(Kind.FLOW, Period.year(year), None) for year in (2013, 2012)]
    figures = 0
    for one in _measures():
        for window in windows:
            figures += 1 + sum(
                len(engine.parts(one, window, name)) for name in ("level", "programme", "town")
            )
            engine.totals(one, window)
    taken = time.perf_counter() - started
    started = time.perf_counter()
    engine.records(_measures()[0], windows[0], (("town", ("town-03",)),), limit=20)
    page = time.perf_counter() - started
    return f"{figures} figures in {taken:.2f} s; one page of records behind one of them {page:.2f} s"


def _pandas(folder: Path) -> str:
    """The same with the whole table in memory."""
    import pandas as pd

    started = time.perf_counter()
    frame = pd.read_parquet(
        folder / "records.parquet", columns=["level", "programme", "town", "listed_on", "grant_fen"]
    )
    year = pd.to_datetime(frame["listed_on"]).dt.year
    figures = 0
    for wanted in (2013, 2012):
        part = frame[year == wanted]
        figures += 2
        part["grant_fen"].sum()
        for name in ("level", "programme", "town"):
            figures += 2 * len(part.groupby(name)["grant_fen"].agg(["count", "sum"]))
    return f"{figures} figures in {time.perf_counter() - started:.2f} s"


def _orm(folder: Path) -> str:
    """The same through Django's ORM over SQLite, one aggregate a breakdown, on fewer rows."""
    import django

    django.setup()
    from django.db import connection, models

    rows = _into_sqlite(folder, connection)

    class Record(models.Model):  # noqa: DJ008 - never printed
        id = models.CharField(primary_key=True, max_length=9)
        level = models.CharField(max_length=12)
        programme = models.CharField(max_length=14)
        town = models.CharField(max_length=9)
        listed_on = models.DateField()
        grant_fen = models.BigIntegerField()

        class Meta:
            app_label = "bench"
            db_table = "records"
            managed = False

    started = time.perf_counter()
    figures = 0
    for year in (2013, 2012):
        part = Record.objects.filter(listed_on__year=year)
        part.aggregate(records=models.Count("pk"), amount=models.Sum("grant_fen"))
        figures += 2
        for name in ("level", "programme", "town"):
            found = part.values(name).annotate(records=models.Count("pk"), amount=models.Sum("grant_fen"))
            figures += 2 * len(found)
    taken = time.perf_counter() - started
    total = _total(folder)
    scaled = taken * total / rows
    said = f"{figures} figures in {taken:.2f} s on {rows:,} rows of SQLite"
    return f"{said}, so about {scaled:.1f} s on {total:,} (extrapolated)"


def _into_sqlite(folder: Path, connection: object) -> int:
    import pyarrow.parquet as pq

    rows = 0
    with connection.cursor() as cursor, pq.ParquetFile(folder / "records.parquet") as file:
        cursor.execute(
            "CREATE TABLE records (id varchar(9) PRIMARY KEY, level varchar(12), programme varchar(14), "
            "town varchar(9), listed_on date, grant_fen bigint)"
        )
        cursor.execute("CREATE INDEX records_listed ON records (listed_on)")
        for batch in file.iter_batches(batch_size=50_000):
            lines = list(zip(*(column.to_pylist() for column in batch.columns), strict=True))
            cursor.executemany("INSERT INTO records VALUES (%s, %s, %s, %s, %s, %s)", lines)
            rows += len(lines)
            if rows >= min(ORM_ROWS, _total(folder)):
                break
    return rows


def _total(folder: Path) -> int:
    import pyarrow.parquet as pq

    return int(pq.read_metadata(folder / "records.parquet").num_rows)


def _demo(folder: Path) -> str:
    """The demonstration year: snapshot written, then every figure with its breakdowns, cold and again."""
    import random

    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    from jingwei.figures import queries
    from jingwei.kernel.periods import Period
    from jingwei.registry import packs
    from jingwei.registry.shapes import demo_years

    call_command("migrate", verbosity=0)
    packs.load(packs.read_pack(settings.PACKS / settings.PACK))
    for one in sorted(demo_years, key=lambda year: year.order):
        if one.name in {"registry", "projects", "titles", "figures"}:
            one.make(random.Random(2013))
    started = time.perf_counter()
    snapshot = queries.live_snapshot()
    frozen = time.perf_counter() - started
    times = []
    for _again in range(2):
        started = time.perf_counter()
        figures = queries.index_of(Period.year(2013), snapshot)
        parts = sum(len(queries.breakdowns(figure, snapshot)) for figure in figures)
        times.append(time.perf_counter() - started)
    count = len(figures)
    return (
        f"snapshot written in {frozen:.2f} s; {count} figures with {parts} breakdowns in {times[0]:.2f} s, "
        f"again in {times[1]:.2f} s"
    )


if __name__ == "__main__":
    main()
