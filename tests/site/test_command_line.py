"""`jingwei` as people type it: help in both languages, exit codes, readable errors, never a traceback."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.site.catalogues import ROOT

JINGWEI = ROOT / ".venv" / "bin" / "jingwei"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demonstration on SQLite, prepared once as `make demo` does it."""
    folder = tmp_path_factory.mktemp("demo")
    done = jingwei("demo", "--prepare", home=folder)
    assert done.returncode == 0, done.stderr
    return folder


def jingwei(*words: str, home: Path, language: str = "en") -> subprocess.CompletedProcess[str]:
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("JINGWEI_", "DJANGO_"))
    }
    environment |= {"JINGWEI_HOME": str(home), "LANG": "C.UTF-8", "JINGWEI_LANGUAGE": language}
    return subprocess.run(
        [JINGWEI, *words], capture_output=True, text=True, env=environment, timeout=240, cwd=home
    )


def test_help_speaks_both_languages(tmp_path: Path) -> None:
    chinese = jingwei("--help", home=tmp_path, language="zh-hans")
    english = jingwei("--help", home=tmp_path)
    assert (chinese.returncode, english.returncode) == (0, 0)
    assert "用法" in chinese.stdout
    assert "usage" not in chinese.stdout
    assert "年度" in chinese.stdout
    assert "usage" in english.stdout
    assert not any("\u4e00" <= letter <= "\u9fff" for letter in english.stdout)


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("nonsense",),
        ("figures",),
        ("figures", "2013", "--against", "nowhere.csv"),
        ("summary", "next"),
        ("figures", "13"),
    ],
)
def test_misuse_exits_with_2_and_no_traceback(words: tuple[str, ...], home: Path) -> None:
    for language in ("zh-hans", "en"):
        done = jingwei(*words, home=home, language=language)
        assert done.returncode == 2, done
        assert "Traceback" not in done.stderr + done.stdout
        assert done.stderr.strip() or done.stdout.strip()


def test_unprepared_database_is_said_readably(tmp_path: Path) -> None:
    done = jingwei("figures", "2013", home=tmp_path)
    assert done.returncode == 2
    assert "jingwei prepare" in done.stderr
    assert "Traceback" not in done.stderr


def test_preparing_again_changes_nothing(home: Path) -> None:
    before = jingwei("figures", "2013", "--json", home=home)
    assert jingwei("demo", "--prepare", home=home).returncode == 0
    assert jingwei("figures", "2013", "--json", home=home).stdout == before.stdout
    assert json.loads(before.stdout)


def test_the_log_of_the_demonstration_verifies(home: Path) -> None:
    done = jingwei("ledger", "verify", home=home)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("form", ["html", "md", "json"])
def test_the_summary_is_written(form: str, home: Path) -> None:
    done = jingwei("summary", "2013", "--to", form, home=home)
    assert done.returncode == 0, done.stderr
    assert "149" in done.stdout


def test_against_the_source(home: Path, shared: Path) -> None:
    done = jingwei(
        "figures",
        "2013",
        "--json",
        "--against",
        str(shared / "data/figures/summary-2013-figures.csv"),
        home=home,
    )
    rows = {row["id"]: row for row in json.loads(done.stdout)["rows"]}
    assert len(rows) == 112
    assert {row["id"] for row in rows.values() if row["verdict"].startswith("differs")} == {"F015", "F021"}
    assert rows["F015"]["ours"] == 149
    assert rows["F021"]["ours"] == 27
    assert all(row["reason"] for row in rows.values() if row["verdict"].endswith("with reason"))


def test_a_text_is_held_against_the_records_of_a_year(home: Path, tmp_path: Path, shared: Path) -> None:
    text = str(shared / "source" / "summary-2013.txt")
    if not Path(text).is_file():
        pytest.skip(f"NO REAL TEXT: {text} is absent")
    done = jingwei("proofread", text, "--year", "2013", "--json", home=home)
    document = json.loads(done.stdout)
    assert done.returncode == 1, done.stderr
    against = [one for one in document["findings"] if one["kind"] == "measure"]
    assert [one["arithmetic"] for one in against if one["status"] == "FAIL"] == [
        "148项 ≠ 149项",
        "26项 ≠ 27项",
    ]
    assert len([one for one in document["relations"] if one["kind"] == "measure"]) == len(against) >= 40
    unprepared = jingwei("proofread", text, "--year", "2013", home=tmp_path)
    assert unprepared.returncode == 2
    assert "jingwei prepare" in unprepared.stderr
    assert jingwei("proofread", text, "--year", "99999", home=home).returncode == 2
