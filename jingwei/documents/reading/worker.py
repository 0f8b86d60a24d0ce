"""``python -m jingwei.documents.reading.worker FILE NAME LIMITS``: reads one file under limits it sets on itself.

Prints JSON lines (see `grid.book_from_wire`); the last is ``{"end": true}`` or ``{"refused": reason, "values": {…}}``.
JSON, not pickle: what comes from a process that met an untrusted file is not trusted either.
"""

import json
import resource
import sys
from pathlib import Path
from typing import IO

from jingwei.documents.reading.delimited import read_text
from jingwei.documents.reading.grid import Wire
from jingwei.documents.reading.limits import Limits, in_words
from jingwei.documents.reading.refusals import Refused
from jingwei.documents.reading.sniff import sniff
from jingwei.documents.reading.xlsx import read_xlsx

_WRITE_AT_ONCE = 1 << 18


def confine(limits: Limits) -> None:
    """Take from this process what it will not need: memory, time, large files, new processes' file handles."""
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.output, limits.output))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def work(path: Path, name: str, limits: Limits, out: IO[str]) -> None:
    """Read the file at `path` and print it to `out`."""

    def give(wire: Wire) -> None:
        out.write(json.dumps(wire, ensure_ascii=False, separators=(",", ":")) + "\n")

    try:
        if path.stat().st_size > limits.file:
            raise Refused("bytes", limit=in_words(limits.file))
        with path.open("rb") as file:
            start = file.read(1 << 16)
            is_zip = sniff(start if start[:2] == b"PK" else start + file.read(), name) == "zip"
            file.seek(0)
            give({"format": "xlsx" if is_zip else "text"})
            if is_zip:
                read_xlsx(file, limits, give)
            else:
                read_text(file.read(), limits, give)
        give({"end": True})
    except Refused as refused:
        give({"refused": refused.reason, "values": refused.values})
    except MemoryError:
        give({"refused": "memory", "values": {}})
    except RecursionError:
        give({"refused": "damaged", "values": {}})


def main(arguments: list[str]) -> None:
    """Entry of the process."""
    path, name, limits = Path(arguments[0]), arguments[1], Limits(**json.loads(arguments[2]))
    confine(limits)
    with open(
        1, "w", encoding="utf-8", errors="surrogatepass", buffering=_WRITE_AT_ONCE, closefd=False
    ) as out:
        work(path, name, limits, out)


if __name__ == "__main__":
    main(sys.argv[1:])
