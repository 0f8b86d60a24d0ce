"""The house as its plan says: rooms have their names, packages say what they are for, files hold one concept."""

import re

import pytest

from tests.site.catalogues import APPS, ROOT

ROOMS = {
    *("__init__", "__pycache__", "apps", "migrations", "templates", "locale", "static"),
    *("terms", "rules", "models", "access", "queries", "actions", "declared", "tables", "filters", "inputs"),
    *("pages", "api", "tasks", "cli", "demo"),
}
# Shapes, pure packages, library hooks and what several rooms show: docs/decisions/0014-beside-the-rooms.md.
BESIDE = {
    app: set(names.split())
    for app, names in {
        "ledger": "tree notes heads leaves keys guards store",
        "documents": "shapes reading checking exporting checks storage sheets",
        "ui": "shapes context middleware templatetags register history charts acts fields forms icons importing "
        "logbook navigation streaming",
        "registry": "shapes acting adapter middleware oidc packs signals templatetags wording",
        "figures": "shapes declaring engine snapshot references checks templatetags",
        "summary": "proofread reading showing",
        "portal": "homes",
    }.items()
}
APPS_WITH_ROOMS = [app for app in APPS if app != "site"]
LONGEST = 400


@pytest.mark.parametrize("app", APPS_WITH_ROOMS)
def test_rooms_have_their_names(app: str) -> None:
    found = {path.stem for path in (ROOT / "jingwei" / app).iterdir()}
    assert found - ROOMS - BESIDE.get(app, set()) == set()


@pytest.mark.parametrize("package", ["kernel", *APPS])
def test_packages_say_what_they_are_for_in_both_languages(package: str) -> None:
    first = (ROOT / "jingwei" / package / "__init__.py").read_text(encoding="utf-8")
    assert re.match(r'"""[^"]*[\u4e00-\u9fff][^"]*[A-Za-z]{4}[^"]*"""', first), first


def test_files_hold_one_concept() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in (ROOT / "jingwei").rglob("*.py")
        if "migrations" not in path.parts
        and (lines := path.read_text(encoding="utf-8").count("\n")) > LONGEST
    }
    assert long == {}


def test_no_page_names_another_host() -> None:
    """Templates and our own scripts and styles carry no address of another host (licence texts in vendor/ do)."""
    pattern = re.compile(r"""(?:src|href|action|url\()\s*=?\s*["'(]?\s*(?:https?:)?//(?!www\.w3\.org)""")
    files = [
        path for suffix in ("html", "css", "js", "svg") for path in (ROOT / "jingwei").rglob(f"*.{suffix}")
    ]
    named = [
        str(path)
        for path in files
        if "vendor" not in path.parts and pattern.search(path.read_text(encoding="utf-8"))
    ]
    assert named == []


def test_lock_files_name_no_registry() -> None:
    for lock in ROOT.glob("*.lock"):
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text, lock
        assert all("--hash=sha256:" in block for block in re.split(r"\n(?=\S)", text.strip())), lock
