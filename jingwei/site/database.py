"""A database setting from a URL."""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA cache_size=-65536;"
)


def database_from_url(url: str) -> dict[str, Any]:
    """Django's setting for ``sqlite:///path`` or ``postgresql://user:password@host:port/name?option=value``.

    Raises ValueError for any other scheme.
    """
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(url.removeprefix("sqlite:///")),
            # IMMEDIATE: a writer waits at BEGIN, not in the middle of an act, and two acts cannot deadlock.
            "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 30, "init_command": SQLITE_PRAGMAS},
        }
    if parts.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or dict(parse_qsl(parts.query)).get("host", "")),
            "PORT": str(parts.port or ""),
            # Under ASGI every request has a thread of its own: connections are kept by the pool, not by the thread.
            "OPTIONS": {"pool": {"min_size": 1, "max_size": 16, "timeout": 20}},
        }
    raise ValueError(f"JINGWEI_DATABASE_URL: sqlite:///… or postgresql://… expected, not {parts.scheme!r}")
