"""Fixtures of the whole house."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db.backends.base.operations import BaseDatabaseOperations

from jingwei.ledger import guards

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared test data beside the working copy; without it the test is skipped, and says so."""
    folder = Path(os.environ.get("JINGWEI_SHARED") or ROOT.parent / "shared")
    if not folder.is_dir():
        pytest.skip(
            f"NO SHARED TEST DATA: {folder} is absent; "
            "set JINGWEI_SHARED to the folder that holds data/ and domain/"
        )
    return folder


@pytest.fixture(scope="session", autouse=True)
def _flushing_lifts_the_guards() -> Iterator[None]:
    """Between two tests Django empties all tables, and the triggers of the log step aside for it."""
    flush = BaseDatabaseOperations.execute_sql_flush

    def flush_unguarded(self: BaseDatabaseOperations, sql_list: list[str]) -> None:
        with guards.lifted(self.connection):
            flush(self, sql_list)

    patch = pytest.MonkeyPatch()
    patch.setattr(BaseDatabaseOperations, "execute_sql_flush", flush_unguarded)
    yield
    patch.undo()
