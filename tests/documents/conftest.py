"""A register kept in memory, and people who may and may not import into it."""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from jingwei.documents.shapes import Fault, Outcome, Resolution, Sheet, Values, sheets
from jingwei.kernel.text import Text
from jingwei.registry.models import Account
from tests.documents.making import COLUMNS, IDENTITY


class Register:
    """Rows under their number. `fails`: storing breaks off after the first row."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, Any]] = {}
        self.stored: list[list[dict[str, Any]]] = []
        self.fails = False

    def resolve(self, rows: Sequence[Values]) -> list[Resolution]:
        return [self._resolve(row) for row in rows]

    def _resolve(self, row: Values) -> Resolution:
        known = self.rows.get(row["number"])
        if known is None:
            return Resolution(Outcome.ADD)
        faults: tuple[Fault, ...] = ()
        if known.get("frozen"):
            faults = (
                Fault(
                    "E-FROZEN", Text("已归档，不能修改。", "Filed; it cannot be changed."), column="number"
                ),
            )
            return Resolution(Outcome.REFUSE, faults=faults)
        if known["uscc"] == row["uscc"] and known["firm"] != row["firm"]:
            text = Text("单位已更名。", "The firm was renamed.")
            faults = (Fault("W-RENAMED", text, severity="warning", column="firm", needs_confirmation=True),)
        changes = {key: (known[key], row[key]) for key in row if known[key] != row[key]}
        return Resolution(Outcome.CHANGE if changes else Outcome.SAME, changes, faults)

    def store(self, *, by: Account, rows: Sequence[Values]) -> tuple[int, int]:
        added = sum(row["number"] not in self.rows for row in rows)
        if self.fails:
            raise RuntimeError("the register broke")
        self.stored.append([dict(row) for row in rows])
        self.rows |= {row["number"]: dict(row) for row in rows}
        return added, len(rows) - added


@pytest.fixture
def register() -> Register:
    return Register()


@pytest.fixture
def sheet(register: Register) -> Iterator[Sheet]:
    """A sheet of `COLUMNS` on the shelf; accounts whose name begins with “clerk” may import."""
    made = Sheet(
        id="test.projects",
        label=Text("项目/台账", "Register of projects"),
        columns=COLUMNS,
        identity=IDENTITY,
        resolve=register.resolve,
        store=register.store,
        may=lambda user: str(user.username).startswith("clerk"),
    )
    sheets.put((made,))
    yield made
    del sheets._items[made.id]


@pytest.fixture
def clerk(db: None) -> Account:
    return Account.objects.create_user("clerk")


@pytest.fixture
def stranger(db: None) -> Account:
    return Account.objects.create_user("stranger")


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"
