"""Measure the import: time and peak memory of reading and checking 10,000 rows, beside a peer that only reads.

    .venv/bin/python -m bench.imports [--rows 10000]

Prints and never judges. Ours reads in a confined process and checks every cell of 18 columns (amounts, dates,
credit codes, resident ids …); the peer, pandas with openpyxl, reads the same file into a frame and checks nothing.
Each runs in a process of its own; memory is the high-water mark the system keeps (VmHWM), for ours parent and
reading process added.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import xlsxwriter

from bench.memory import high_water
from jingwei.documents.checking.sheet import check_grid
from jingwei.documents.exporting import csv_stream, sheet_head, sheet_rows
from jingwei.documents.reading.launch import read
from jingwei.documents.shapes import Column, ColumnKind
from jingwei.kernel.identifiers import resident_id, uscc
from jingwei.kernel.text import Text

TODAY = date(2014, 3, 1)
STATES = {"在研": "running", "已验收": "accepted", "终止": "stopped"}
COLUMNS = (
    Column("number", Text("项目编号", "Number"), ColumnKind.CODE, required=True),
    Column("name", Text("项目名称", "Name"), required=True),
    Column("programme", Text("计划类别", "Programme")),
    Column("firm", Text("承担单位", "Undertaker"), required=True, names="uscc"),
    Column("uscc", Text("统一社会信用代码", "Credit code"), ColumnKind.USCC),
    Column("town_code", Text("镇街代码", "Town code"), ColumnKind.CODE, length=9),
    Column("leader", Text("负责人", "Leader")),
    Column("telephone", Text("联系电话", "Telephone"), ColumnKind.TELEPHONE),
    Column("email", Text("电子邮箱", "E-mail"), ColumnKind.EMAIL),
    Column("resident", Text("身份证号", "Resident id"), ColumnKind.RESIDENT_ID),
    Column("listed", Text("立项日期", "Listed on"), ColumnKind.DATE, required=True),
    Column("ends", Text("结束日期", "Ends on"), ColumnKind.DATE, not_before="listed"),
    Column("budget", Text("总经费", "Budget"), ColumnKind.AMOUNT, unit="万元"),
    Column("grant", Text("财政补助", "Grant"), ColumnKind.AMOUNT, unit="万元"),
    Column("staff", Text("参加人数", "Staff"), ColumnKind.COUNT, unit="人"),
    Column("area", Text("用房面积", "Area"), ColumnKind.DECIMAL, unit="平方米"),
    Column("share", Text("自筹比例", "Own share"), ColumnKind.PERCENT),
    Column("state", Text("状态", "State"), ColumnKind.CHOICE, choices=lambda: STATES),
)


def main() -> int:
    """Make the files, then measure each reader on each in a process of its own."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--only", nargs=2, metavar=("READER", "FILE"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.only:
        print(json.dumps(measure(given.only[0], Path(given.only[1]))))
        return 0
    with tempfile.TemporaryDirectory(prefix="jingwei-bench-") as folder:
        for path in make_files(Path(folder), given.rows):
            print(
                f"{path.name}: {given.rows:,} rows of {len(COLUMNS)} columns, {path.stat().st_size / 2**20:.1f} MiB"
            )
            for reader in ("jingwei", "pandas"):
                command = [sys.executable, "-m", "bench.imports", "--only", reader, str(path)]
                done = subprocess.run(command, capture_output=True, text=True, check=True)
                print(f"  {reader:8} " + ", ".join(f"{k} {v}" for k, v in json.loads(done.stdout).items()))
    return 0


def make_files(folder: Path, count: int) -> list[Path]:
    """The same clean rows as .xlsx and as CSV."""
    rows = [row(random.Random(number), number) for number in range(count)]
    head, cells = sheet_head(COLUMNS, "zh-hans"), list(sheet_rows(COLUMNS, rows))
    text, book_path = folder / "register.csv", folder / "register.xlsx"
    text.write_bytes(b"".join(csv_stream(head, cells)))
    book = xlsxwriter.Workbook(str(book_path), {"default_date_format": "yyyy-mm-dd"})
    page = book.add_worksheet("台账")
    for number, line in enumerate([head, *cells]):
        for place, value in enumerate(line):
            page.write(number, place, value)
    book.close()
    return [book_path, text]


def row(chance: random.Random, number: int) -> dict[str, Any]:
    """One clean row of typed values."""
    listed = TODAY - timedelta(days=chance.randrange(60, 400))
    budget = chance.randrange(4000, 16000) * 10**5
    body = f"330602{chance.randrange(1950, 1990)}0101{number % 1000:03d}"
    return {
        "number": f"2013C{number:06d}",
        "name": f"节水染整关键技术研究与产业化（{number}）",
        "programme": "国家火炬计划",
        "firm": f"柯桥示例纺织{number}有限公司",
        "uscc": uscc.make_uscc("9", "1", uscc.DEMO_REGION, number),
        "town_code": f"3306030{chance.randrange(10, 30)}",
        "leader": "王晓明",
        "telephone": f"138{chance.randrange(10**8):08d}",
        "email": f"u{number}@example.cn",
        "resident": body + resident_id.check_character(body),
        "listed": listed,
        "ends": listed + timedelta(days=500),
        "budget": budget,
        "grant": budget // 5,
        "staff": chance.randrange(3, 60),
        "area": chance.randrange(100, 9000),
        "share": chance.randrange(10, 90),
        "state": "running",
    }


def measure(reader: str, path: Path) -> dict[str, str]:
    """Time and memory of one reader on one file."""
    began = time.perf_counter()
    if reader == "pandas":
        import pandas

        frame = pandas.read_excel(path) if path.suffix == ".xlsx" else pandas.read_csv(path)
        return {"read": seconds(began), "rows": f"{len(frame):,}", "peak": f"{high_water():.0f} MiB"}
    book = read(path, path.name)
    reading, began = seconds(began), time.perf_counter()
    checked = check_grid(COLUMNS, ("number",), book, book.sheets[0], TODAY)
    checking = seconds(began)
    worst = sorted({fault.code for fault in checked.all_faults() if fault.severity != "note"})
    child = child_memory(path)
    own = high_water()
    return {
        "read": reading,
        "checked": checking,
        "rows": f"{len(checked.rows):,}",
        "faults": ", ".join(worst) or "none",
        "peak": f"{own + child:.0f} MiB ({own:.0f} + {child:.0f} in the reading process)",
    }


def child_memory(path: Path) -> float:
    """The high-water mark of the reading process, in MiB."""
    script = (
        "import sys; from pathlib import Path\n"
        "from jingwei.documents.reading.limits import Limits\n"
        "from jingwei.documents.reading.worker import work\n"
        "work(Path(sys.argv[1]), 'a', Limits(), open('/dev/null', 'w'))\n"
        "from bench.memory import high_water\nprint(high_water())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def seconds(began: float) -> str:
    """Since `began`."""
    return f"{time.perf_counter() - began:.2f} s"


if __name__ == "__main__":
    sys.exit(main())
