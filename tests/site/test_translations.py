"""Every text exists in both languages: the code says English, the catalogues say Chinese."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

from tests.site.catalogues import APPS, ROOT, catalogue, po_path

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
# The noun beside an English count ("3 projects"); Chinese says a measure word or nothing there.
NOUNS = {"%(one)s", "%(many)s"}
# Names and units that are the same in both languages.
SAME = re.compile(r"^[\W\d_A-Z]*$|^(English|Excel|CSV|JSON|Markdown|SHA-256|PDF|Word|%\(\w+\)s|[a-z]{1,2})$")


@pytest.mark.parametrize("app", APPS)
def test_catalogue_is_complete(app: str) -> None:
    if not po_path(app).exists():
        pytest.fail(f"{app} has no Chinese catalogue")
    missing = [entry.msgid for entry in catalogue(app) if not entry.obsolete and not entry.translated()]
    assert missing == []
    assert [entry.msgid for entry in catalogue(app).fuzzy_entries()] == []


@pytest.mark.parametrize("app", APPS)
def test_placeholders_survive(app: str) -> None:
    for entry in catalogue(app):
        said = entry.msgstr or "".join(entry.msgstr_plural.values())
        wanted = set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        found = set(PLACEHOLDER.findall(said))
        assert found <= wanted, entry.msgid
        assert wanted - found <= NOUNS, entry.msgid


@pytest.mark.parametrize("app", APPS)
def test_translations_are_chinese(app: str) -> None:
    odd = [
        entry.msgid
        for entry in catalogue(app)
        if not SAME.match(entry.msgid)
        and not CHINESE.search(entry.msgstr or "".join(entry.msgstr_plural.values()))
    ]
    assert odd == []


def test_one_text_has_one_translation() -> None:
    """A catalogue of one app wins over the others for the whole site, so two must not disagree."""
    seen: dict[tuple[str | None, str], dict[str, list[str]]] = {}
    for app in APPS:
        for entry in catalogue(app):
            seen.setdefault((entry.msgctxt, entry.msgid), {}).setdefault(entry.msgstr, []).append(app)
    assert {key[1]: said for key, said in seen.items() if len(said) > 1} == {}


@pytest.mark.parametrize("app", APPS)
def test_nothing_is_missing_from_the_catalogue(app: str, tmp_path: Path) -> None:
    if shutil.which("xgettext") is None:
        pytest.skip("NO GETTEXT: apt install gettext")
    copy = tmp_path / app
    shutil.copytree(
        ROOT / "jingwei" / app,
        copy,
        ignore=shutil.ignore_patterns("__pycache__", "*.mo", "static", "migrations"),
    )
    subprocess.run(
        [
            sys.executable,
            ROOT / "manage.py",
            "makemessages",
            "-l",
            "zh_Hans",
            "-v0",
            "--no-wrap",
            "--no-obsolete",
            "-e",
            "html,txt,py",
        ],
        cwd=copy,
        check=True,
    )
    found = polib.pofile(str(copy / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"))
    known = {(entry.msgctxt, entry.msgid) for entry in catalogue(app) if entry.translated()}
    assert {(entry.msgctxt, entry.msgid) for entry in found if not entry.obsolete} - known == set()


def test_no_text_hides_in_a_formatted_string() -> None:
    """gettext does not look into f-strings: a text there would never be translated."""
    pattern = re.compile(r"""\bf["'][^"'\n]*\{_\(""")
    sources = (ROOT / "jingwei").rglob("*.py")
    assert [str(path) for path in sources if pattern.search(path.read_text(encoding="utf-8"))] == []
