"""First and filtered page of a register of one million rows, on SQLite and PostgreSQL; Django's admin list as the peer.

CPU is this process's own (Python, and SQLite inside it); wall time includes PostgreSQL's server.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROWS = int(os.environ.get("JINGWEI_BENCH_ROWS", "1000000"))
RUNS = 9


def main() -> None:
    """Measure on SQLite, then on a throw-away PostgreSQL where there is one."""
    with tempfile.TemporaryDirectory(prefix="jingwei-bench-") as folder:
        Path(folder).chmod(0o755)  # the server of the throw-away cluster is another user
        (Path(folder) / "static").mkdir()
        measure_on("SQLite", f"sqlite:///{folder}/bench.sqlite3", folder)
        cluster = f"{folder}/postgres"
        script = str(Path(__file__).resolve().parents[1] / "scripts" / "postgres.sh")
        started = subprocess.run(
            ["bash", script, "start", cluster], capture_output=True, text=True, check=False
        )
        if started.returncode:
            print(f"PostgreSQL: skipped ({started.stderr.strip().splitlines()[-1:]})")
            return
        try:
            measure_on("PostgreSQL", started.stdout.strip(), folder)
        finally:
            subprocess.run(["bash", script, "stop", cluster], capture_output=True, check=False)


def measure_on(name: str, url: str, home: str) -> None:
    """Run the measurement in a process of its own, since settings are read once."""
    environment = {
        **os.environ,
        "JINGWEI_DATABASE_URL": url,
        "JINGWEI_HOME": home,
        "JINGWEI_BENCH_NAME": name,
    }
    environment["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    subprocess.run([sys.executable, "-m", "bench.registers", "--inside"], env=environment, check=True)


def inside() -> None:
    """Fill one database and time its pages."""
    import django

    django.setup()
    from bench.million import client, fill

    began = time.monotonic()
    fill(ROWS)
    print(
        f"{os.environ['JINGWEI_BENCH_NAME']}: {ROWS:,} projects written in {time.monotonic() - began:.0f} s"
    )
    browser = client()
    pages = {
        "first page": "/desk/projects/",
        "filtered by programme": "/desk/projects/?programme=programme-1",
        "filtered by status": "/desk/projects/?status=running",
        "a number among the words": "/desk/projects/?q=100200",
        "two characters, in few": "/desk/projects/?q=印染",
        "a word in every row": "/desk/projects/?q=dyeing",
        "a firm's name": "/desk/projects/?q=Firm+1777",
        "sorted by grant": "/desk/projects/?sort=-grant_fen",
        "admin list, first page": "/admin/projects/project/",
        "admin list, filtered": "/admin/projects/project/?programme__id__exact=1",
    }
    for label, path in pages.items():
        report(label, lambda path=path: browser.get(path))


def report(label: str, ask: Callable[[], object]) -> None:
    """Print median and worst CPU and wall milliseconds of some runs after one to warm up."""
    response = ask()
    status = getattr(response, "status_code", 0)
    cpu, wall = [], []
    for _run in range(RUNS):
        cpu_began, wall_began = time.process_time(), time.perf_counter()
        ask()
        cpu.append((time.process_time() - cpu_began) * 1000)
        wall.append((time.perf_counter() - wall_began) * 1000)
    spent = f"CPU {statistics.median(cpu):7.1f} ms (max {max(cpu):7.1f})"
    print(f"  {label:<28} {status}  {spent}   wall {statistics.median(wall):7.1f} ms", flush=True)


if __name__ == "__main__":
    inside() if "--inside" in sys.argv else main()
