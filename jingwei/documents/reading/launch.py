"""Reading a file in a process of its own, under limits."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path, PurePath
from typing import IO

from jingwei.documents.reading.grid import Book, Wire, book_from_wire
from jingwei.documents.reading.limits import DEFAULT, Limits
from jingwei.documents.reading.refusals import REASONS, Refused


def read(path: Path, name: str, limits: Limits = DEFAULT) -> Book:
    """The book in the file at `path`, uploaded as `name`; raises `Refused`."""
    command = [sys.executable, "-I", "-m", "jingwei.documents.reading.worker"]
    with tempfile.TemporaryFile() as out:
        try:
            done = subprocess.run(  # noqa: S603 - our own interpreter, arguments passed one by one, no shell
                [
                    *command,
                    str(path),
                    PurePath(name).name[-80:].replace("\0", ""),
                    json.dumps(asdict(limits)),
                ],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.DEVNULL,
                timeout=limits.wall_seconds,
                check=False,
                env={"LC_ALL": "C.UTF-8"},
            )
        except subprocess.TimeoutExpired as error:
            raise Refused("time") from error
        out.seek(0)
        return _book(out, done.returncode)


def _book(out: IO[bytes], code: int) -> Book:
    lines = _lines(out)
    try:
        return book_from_wire(lines)
    except (StopIteration, ValueError, KeyError, IndexError, TypeError) as error:
        raise Refused(_fate(code)) from error


def _lines(out: IO[bytes]) -> Iterator[Wire]:
    """The worker's lines up to its end mark; `Refused` where it says so, ValueError where it stops short."""
    for raw in out:
        wire = json.loads(raw.decode("utf-8", "surrogatepass"))
        if isinstance(wire, dict) and wire.get("refused") in REASONS:
            raise Refused(wire["refused"], **wire["values"])
        if isinstance(wire, dict) and "end" in wire:
            return
        yield wire
    raise ValueError("the reading process stopped short")


def _fate(code: int) -> str:
    """Why a process ended without a word: killed by its limits on time (SIGXCPU, SIGKILL) or on size (SIGXFSZ)."""
    return {-24: "time", -9: "time", -25: "cells"}.get(code, "memory")
