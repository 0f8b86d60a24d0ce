"""A log of one's own: keys in a folder of the test, acts to fill it with."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from jingwei.ledger.actions import append_many
from jingwei.ledger.leaves import Act
from jingwei.ledger.models import Entry

WHEN = datetime(2013, 5, 6, 7, 8, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def keys_folder(settings, tmp_path):
    settings.KEYS = tmp_path / "keys"
    return settings.KEYS


@pytest.fixture
def fill(db) -> Callable[[int], list[Entry]]:
    """Appends so many acts, each with two secrets."""

    def fill_with(count: int) -> list[Entry]:
        return append_many(
            Act(
                kind="project.changed",
                subject=f"projects.project:{number % 3}",
                body={"number": number, "programme": "火炬"},
                secrets={"actor": "周某", "budget_fen": [number, None]},
                acted_at=WHEN,
            )
            for number in range(count)
        )

    return fill_with
