"""Substrings found by an index: every three neighbouring characters of a record's words, kept by the database itself.

A model names its words (`searched = ("number", "name")`); after `migrate` SQLite has an FTS5 table kept by triggers,
PostgreSQL a GIN index over an expression, so whatever writes a row writes its index. Two end marks behind every field
make a shorter word the beginning of some three characters. The index only narrows: `icontains` decides.
Why not pg_trgm and why not words: docs/decisions/0016-searching-registers.md.
"""

import json
from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.db import connections, router, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, F, Func, Model, QuerySet

MARKS = "\x01\x01"
LAST = "\U0010ffff"
Compiled = tuple[str, list[Any]]

_FUNCTION = """
CREATE OR REPLACE FUNCTION jingwei_trigrams(words text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
SELECT array_to_tsvector(array_agg(DISTINCT substr(upper(words), place, 3)))
FROM generate_series(1, length(words) - 2) AS place $$
"""


def searched(model: type[Model]) -> tuple[str, ...]:
    """The fields of a model that have the index; most have none."""
    return tuple(getattr(model, "searched", ()))


def is_answerable(word: str) -> bool:
    """Whether the index folds capitals in a word as `icontains` does: databases differ beyond ASCII."""
    return all(one.isascii() or one.lower() == one.upper() for one in word) and "\0" not in word


class HasTrigrams(Func):
    """True of rows that may hold `word` in one of their `searched` fields, false of rows that surely do not."""

    output_field = BooleanField()

    def __init__(self, model: type[Model], word: str) -> None:
        super().__init__(F("pk"), *(F(field.name) for field in _searched_fields(model)))
        self.table, self.word = model._meta.db_table, word

    def as_sqlite(self, compiler: Any, connection: BaseDatabaseWrapper, **_extra: Any) -> Compiled:  # type: ignore[override]  # one of Django's hooks, typed loosely there
        """Rows of the FTS5 table."""
        key, params = compiler.compile(self.get_source_expressions()[0])
        found, more = rowids(self.table, self.word)
        return f"{key} IN ({found})", [*params, *more]

    def as_postgresql(self, compiler: Any, connection: BaseDatabaseWrapper, **_extra: Any) -> Compiled:
        """The very expression of the GIN index, matched."""
        fields = [compiler.compile(one)[0] for one in self.get_source_expressions()[1:]]
        return f"jingwei_trigrams({_words(fields, 'chr(1)')}) @@ %s::tsquery", [_tsquery(self.word)]


def rowids(table: str, word: str) -> Compiled:
    """SQLite's question for the rows of `table` that may hold `word`."""
    if len(word) < 3:
        return f'SELECT doc FROM "{table}_terms" WHERE term >= %s AND term < %s', [  # noqa: S608 - our own table's name
            word.lower(),
            word.lower() + LAST,
        ]
    match = " AND ".join('"' + part.replace('"', '""') + '"' for part in _parts(word))
    return f'SELECT rowid FROM "{table}_trigrams" WHERE "{table}_trigrams" MATCH %s', [match]  # noqa: S608 - likewise


def is_common(rows: QuerySet[Any], word: str, cap: int) -> bool:
    """Whether more than `cap` rows may hold `word`, so that looking along the list finds a page sooner."""
    connection = connections[rows.db]
    if connection.vendor == "sqlite":
        found, params = rowids(rows.model._meta.db_table, word)
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT COUNT(*) FROM ({found} LIMIT {cap + 1})", params)  # noqa: S608 - likewise
            return bool(cursor.fetchone()[0] > cap)
    candidates = rows.model._default_manager.using(rows.db).filter(HasTrigrams(rows.model, word)).order_by()
    believed = json.loads(candidates.values("pk").explain(format="json"))[0]["Plan"]["Plan Rows"]
    return bool(believed > cap or candidates[: cap + 1].count() > cap)


def keep(sender: AppConfig, using: str, **_more: Any) -> None:
    """After `migrate`: make the indexes an app's models ask for; one that is as it should be is left alone."""
    connection = connections[using]
    missing = _missing_in_postgresql if connection.vendor == "postgresql" else _missing_in_sqlite
    for model in apps.get_app_config(sender.label).get_models():
        if not searched(model) or not router.allow_migrate_model(using, model):
            continue
        with connection.cursor() as cursor:
            if model._meta.db_table not in connection.introspection.table_names(cursor):
                continue
            if statements := missing(cursor, model._meta.db_table, _columns(model)):
                with transaction.atomic(using=using):  # no row is written between the index and its triggers
                    for statement in statements:
                        cursor.execute(statement)


def _missing_in_postgresql(cursor: Any, table: str, columns: Sequence[str]) -> list[str]:
    """What makes the index, unless its comment says that it was made just so."""
    name = f"{table}_trigrams"
    words = _words([f'"{column}"' for column in columns], "chr(1)")
    made = f'CREATE INDEX "{name}" ON "{table}" USING gin (jingwei_trigrams({words}))'
    cursor.execute("SELECT obj_description(to_regclass(%s)) = %s", [f'"{name}"', _FUNCTION + made])
    if cursor.fetchone()[0]:
        return []
    how = (_FUNCTION + made).replace("'", "''")
    return [
        _FUNCTION,
        f'DROP INDEX IF EXISTS "{name}"',
        made,
        f"COMMENT ON INDEX \"{name}\" IS '{how}'",
    ]


def _missing_in_sqlite(cursor: Any, table: str, columns: Sequence[str]) -> list[str]:
    """What makes the index, unless its triggers stand: a table remade by a migration has lost them."""
    triggers = _triggers(table, columns)
    cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [table])
    if set(triggers.values()) <= {row[0] for row in cursor.fetchall()}:
        return []
    index, terms = f'"{table}_trigrams"', f'"{table}_terms"'
    stored = _words([f'"{column}"' for column in columns], "char(1)")
    return [
        *(f'DROP TRIGGER IF EXISTS "{name}"' for name in triggers),
        f"DROP TABLE IF EXISTS {terms}",
        f"DROP TABLE IF EXISTS {index}",
        f"CREATE VIRTUAL TABLE {index} USING fts5(words, content='', tokenize='trigram', detail=none)",
        f"CREATE VIRTUAL TABLE {terms} USING fts5vocab({index}, 'instance')",
        f'INSERT INTO {index} (rowid, words) SELECT id, {stored} FROM "{table}"',  # noqa: S608 - our own table's name
        *triggers.values(),
    ]


def _triggers(table: str, columns: Sequence[str]) -> dict[str, str]:
    """SQLite's triggers by name, as it hands them back."""
    index = f'"{table}_trigrams"'
    old, new = (_words([f'{row}."{column}"' for column in columns], "char(1)") for row in ("OLD", "NEW"))
    forget = f"INSERT INTO {index} ({index}, rowid, words) VALUES ('delete', OLD.id, {old});"  # noqa: S608 - likewise
    learn = f"INSERT INTO {index} (rowid, words) VALUES (NEW.id, {new});"  # noqa: S608 - likewise
    bodies = {
        "INSERT": learn,
        "DELETE": forget,
        "UPDATE OF id, " + ", ".join(f'"{column}"' for column in columns): f"{forget} {learn}",
    }
    names = {event: f"{table}_trigrams_{event.split()[0].lower()}" for event in bodies}
    return {
        names[event]: f'CREATE TRIGGER "{names[event]}" AFTER {event} ON "{table}" BEGIN {body} END'
        for event, body in bodies.items()
    }


def _searched_fields(model: type[Model]) -> list[Any]:
    """In one order for the index and for what is asked of it, which must be the same expression."""
    return [field for field in model._meta.concrete_fields if field.name in searched(model)]


def _columns(model: type[Model]) -> list[str]:
    return [field.column for field in _searched_fields(model)]


def _words(columns: Sequence[str], mark: str) -> str:
    """The words of a row: each field with the end marks behind it."""
    return " || ".join(f"COALESCE({column}, '') || {mark} || {mark}" for column in columns)


def _parts(word: str) -> list[str]:
    return list(dict.fromkeys(word[place : place + 3] for place in range(len(word) - 2)))


def _tsquery(word: str) -> str:
    """PostgreSQL's question; a word of one or two characters is the beginning of three."""
    parts = _parts(word.upper()) if len(word) > 2 else [word.upper()]
    quoted = ["'" + part.replace("\\", "\\\\").replace("'", "''") + "'" for part in parts]
    return " & ".join(quoted) if len(word) > 2 else f"{quoted[0]}:*"
