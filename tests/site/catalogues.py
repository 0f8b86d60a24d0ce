"""The translation catalogues and the glossary, read once for several tests."""

import tomllib
from functools import cache
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[2]
APPS = ("ledger", "documents", "ui", "registry", "figures", "projects", "titles", "summary", "portal", "site")


def po_path(app: str) -> Path:
    return ROOT / "jingwei" / app / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"


@cache
def catalogue(app: str) -> polib.POFile:
    return polib.pofile(str(po_path(app)))


@cache
def glossary() -> list[dict]:
    return tomllib.loads((ROOT / "glossary.toml").read_text(encoding="utf-8")).get("term", [])
