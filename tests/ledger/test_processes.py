"""Several processes at once, and processes that are killed: no gap, no fork, nothing acknowledged is lost."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from django.conf import settings
from psycopg import sql

ROOT = Path(__file__).resolve().parents[2]


class Worker:
    """One process at work, and what it says."""

    def __init__(self, arguments: tuple[str, ...], environment: dict[str, str], said: Path) -> None:
        self._said = said
        command = [sys.executable, "-m", "tests.ledger.worker", *arguments]
        with said.open("a") as out:
            self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out)

    def ended(self) -> int:
        return self.process.wait()

    def said(self) -> str:
        self.ended()
        return self._said.read_text()


Start = Callable[..., Worker]


@pytest.fixture
def database(tmp_path) -> Iterator[str]:
    """The URL of a database of its own, of the engine this run is about."""
    given = settings.DATABASES["default"]
    if "postgresql" not in given["ENGINE"]:
        yield f"sqlite:///{tmp_path}/log.sqlite3"
        return
    name = f"jingwei_{uuid4().hex}"
    server = {
        "host": given["HOST"],
        "port": given["PORT"],
        "user": given["USER"],
        "password": given["PASSWORD"],
    }
    with psycopg.connect(**server, dbname="postgres", autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        yield f"postgresql://{server['user']}:{server['password']}@{server['host']}:{server['port']}/{name}"
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def start(database, tmp_path) -> Iterator[Start]:
    """Starts a worker on the prepared database; none outlives the test."""
    environment = os.environ | {"JINGWEI_DATABASE_URL": database, "JINGWEI_HOME": str(tmp_path)}
    started: list[Worker] = []

    def start_one(*arguments: str) -> Worker:
        started.append(Worker(arguments, environment, tmp_path / f"{len(started)}.said"))
        return started[-1]

    assert start_one("prepare").ended() == 0
    yield start_one
    for one in started:
        one.process.kill()
        one.ended()


def acknowledged(workers: list[Worker]) -> list[list]:
    """What the workers said they had committed, once they are done."""
    return [entry for worker in workers for line in worker.said().splitlines() for entry in json.loads(line)]


def report(start: Start) -> dict:
    said = json.loads(start("report").said())
    assert said["findings"] == []
    assert [index for index, *_rest in said["entries"]] == sorted(
        {index for index, *_rest in said["entries"]}
    )
    assert {subject for _index, subject, _hash in said["entries"]} == set(said["acts"])
    return said


def test_several_processes_write_one_log(start):
    workers = [start("act", f"worker{number}", "25") for number in range(4)]
    signing = [start("sign", "10") for _number in range(2)]
    said = sorted(acknowledged(workers))
    assert [one.ended() for one in workers + signing] == [0] * 6
    found = report(start)
    assert said == found["entries"]
    assert len(found["acts"]) == 4 * 20
    assert found["size"] == len(said) + 1  # and the entry that announces the key
    assert found["checkpoints"] > 0


def test_an_act_killed_before_its_commit_leaves_nothing(start):
    before = sorted(acknowledged([start("act", "before", "3")]))
    assert start("die", "killed").ended() == -signal.SIGKILL
    after = sorted(acknowledged([start("act", "after", "3")]))
    found = report(start)
    assert found["entries"] == before + after
    assert after[0][0] == before[-1][0] + 1


@pytest.mark.slow
def test_two_hundred_killed_processes_lose_nothing_acknowledged(start):
    pairs = [start("perish", tag, "100") for tag in ("left", "right")]
    said = acknowledged(pairs)
    assert [one.ended() for one in pairs] == [0, 0]
    found = report(start)
    assert len(said) > 100
    assert {tuple(entry) for entry in said} <= {tuple(entry) for entry in found["entries"]}
