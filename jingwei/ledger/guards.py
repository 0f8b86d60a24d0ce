"""The database's own refusal to change or remove what is in the log, whoever asks and by whatever program.

Someone who owns the database can take the triggers away; they stop mistakes and other programs. What stops
the owner is the tree and the checkpoints in other hands.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.backends.base.base import BaseDatabaseWrapper

TABLES = ("ledger_entry", "ledger_node", "ledger_checkpoint")
OPENINGS = "ledger_opening"
MESSAGE = "the log only grows"

_ERASING_ONLY = (
    "NEW.id = OLD.id AND NEW.entry_id = OLD.entry_id AND NEW.name = OLD.name"
    " AND OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL"
)

_REFUSE_IN_SQLITE = f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
_SQLITE_ON = [
    *(
        f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} {_REFUSE_IN_SQLITE}"
        for table in TABLES
        for verb in ("UPDATE", "DELETE")
    ),
    f"CREATE TRIGGER {OPENINGS}_no_DELETE BEFORE DELETE ON {OPENINGS} {_REFUSE_IN_SQLITE}",
    f"CREATE TRIGGER {OPENINGS}_no_UPDATE BEFORE UPDATE ON {OPENINGS}"
    f" WHEN NOT ({_ERASING_ONLY}) {_REFUSE_IN_SQLITE}",
]
_SQLITE_OFF = [
    f"DROP TRIGGER IF EXISTS {table}_no_{verb}"
    for table in (*TABLES, OPENINGS)
    for verb in ("UPDATE", "DELETE")
]
_POSTGRESQL_ON = [
    "CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS"
    f" $$ BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
    *(
        f"CREATE TRIGGER {table}_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
        " FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()"
        for table in TABLES
    ),
    f"CREATE TRIGGER {OPENINGS}_guard BEFORE DELETE OR TRUNCATE ON {OPENINGS}"
    " FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()",
    f"CREATE TRIGGER {OPENINGS}_erase BEFORE UPDATE ON {OPENINGS}"
    f" FOR EACH ROW WHEN (NOT ({_ERASING_ONLY})) EXECUTE FUNCTION ledger_refuse()",
]
_POSTGRESQL_OFF = ["DROP FUNCTION IF EXISTS ledger_refuse() CASCADE"]


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers on the tables."""
    _run(connection, _POSTGRESQL_ON if connection.vendor == "postgresql" else _SQLITE_ON)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers off; without any it does nothing."""
    _run(connection, _POSTGRESQL_OFF if connection.vendor == "postgresql" else _SQLITE_OFF)


@contextmanager
def lifted(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """The tables without their triggers, for what empties a whole database, as tests do between two tests."""
    remove(connection)
    try:
        yield
    finally:
        install(connection)


def _run(connection: BaseDatabaseWrapper, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
