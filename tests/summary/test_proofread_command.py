"""`jingwei proofread` as people type it: words for a person, JSON for a program, exit codes, and never a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.documents.test_prose import docx, p
from tests.site.catalogues import ROOT

JINGWEI = ROOT / ".venv" / "bin" / "jingwei"
CLEAN = "2013年工作总结\n新列入科技项目148项,其中:国家级19项,省级26项,市级103项。"
WRONG = "新列入科技项目148项(国家级19项、省级26项、市级101项)。实现收入超１．５亿元，同比增长30%—40%。"


def jingwei(
    *words: str, folder: Path, language: str = "en", given: bytes = b""
) -> subprocess.CompletedProcess[str]:
    """Run the command; its home does not exist and must not come to exist."""
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("JINGWEI_", "DJANGO_"))
    }
    environment |= {"JINGWEI_HOME": str(folder / "nowhere"), "LANG": "C.UTF-8", "JINGWEI_LANGUAGE": language}
    done = subprocess.run(
        [JINGWEI, "proofread", *words],
        input=given,
        capture_output=True,
        env=environment,
        timeout=120,
        cwd=folder,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "clean.txt").write_text(CLEAN, "utf-8")
    (tmp_path / "wrong.md").write_text(WRONG, "gb18030")
    (tmp_path / "wrong.docx").write_bytes(docx(p(WRONG)))
    (tmp_path / "old.doc").write_bytes(b"{\\rtf1")
    return tmp_path


def documents(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_what_adds_up_is_fine(folder: Path) -> None:
    done = jingwei("clean.txt", folder=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert "4 figures" in done.stdout
    assert "No contradiction" in done.stdout
    assert not (folder / "nowhere").exists()


@pytest.mark.parametrize(
    ("name", "language", "word"), [("wrong.md", "en", "contradiction"), ("wrong.docx", "zh-hans", "矛盾")]
)
def test_a_contradiction_is_shown_with_its_passage_and_arithmetic(
    folder: Path, name: str, language: str, word: str
) -> None:
    done = jingwei(name, folder=folder, language=language)
    assert done.returncode == 1
    assert word in done.stdout
    assert "148项(国家级19项、省级26项、市级101项" in done.stdout
    assert "19 + 26 + 101 = 146" in done.stdout


def test_explaining_shows_what_holds_too(folder: Path) -> None:
    brief = jingwei("clean.txt", folder=folder, language="zh-hans").stdout
    full = jingwei("clean.txt", "--explain", folder=folder, language="zh-hans").stdout
    assert "19 + 26 + 103 = 148" not in brief
    assert "19 + 26 + 103 = 148" in full


def test_json_has_figures_relations_and_findings_with_places_in_the_text(folder: Path) -> None:
    done = jingwei("wrong.md", "--json", folder=folder)
    (document,) = documents(done)
    assert done.returncode == 1
    assert set(document) == {"file", "figures", "relations", "findings"}
    for figure in document["figures"]:
        assert WRONG[figure["start"] : figure["end"]] == figure["text"]
        assert set(figure) == {"text", "value", "unit", "start", "end", "hedge", "subject"}
    values = {
        figure["text"]: (figure["value"], figure["unit"], figure["hedge"]) for figure in document["figures"]
    }
    assert values["148项"] == (148, "项", None)
    assert values["１．５亿元"] == (150_000_000, "元", "over")
    assert values["30%—40%"] == ([30, 40], "%", None)
    (relation,) = [one for one in document["relations"] if one["kind"] == "sum"]
    assert relation == {
        "kind": "sum", "total": 0, "parts": [1, 2, 3], "rate": None, "previous": None, "closed": True, "status": "FAIL",
    }  # fmt: skip
    finding = document["findings"][0]
    assert (finding["status"], finding["kind"], finding["figures"]) == ("FAIL", "sum", [0, 1, 2, 3])
    assert WRONG[finding["start"] : finding["end"]] == finding["quote"]
    assert finding["fingerprint"]


def test_the_language_may_be_named_after_the_command(folder: Path) -> None:
    english = documents(jingwei("wrong.md", "--json", "--language", "en", folder=folder, language="zh-hans"))
    chinese = documents(jingwei("wrong.md", "--json", folder=folder, language="zh-hans"))
    one, other = english[0]["findings"][0], chinese[0]["findings"][0]
    assert one["explanation"] != other["explanation"]
    assert not any("\u4e00" <= letter <= "\u9fff" for letter in one["explanation"].replace("项", ""))
    assert one["fingerprint"] == other["fingerprint"]


def test_several_files_are_a_line_each_in_order(folder: Path) -> None:
    done = jingwei("clean.txt", "wrong.docx", "clean.txt", "--json", folder=folder)
    assert [document["file"] for document in documents(done)] == ["clean.txt", "wrong.docx"]
    assert done.returncode == 1


def test_standard_input_is_read(folder: Path) -> None:
    done = jingwei("-", "--json", folder=folder, given=WRONG.encode("utf-16"))
    assert documents(done)[0]["file"] == "-"
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("name", "reason"),
    [("old.doc", ".doc"), ("nowhere.txt", "no such file"), (".", "folder"), ("-", "no words")],
)
def test_what_cannot_be_read_is_said_and_the_others_are_read(folder: Path, name: str, reason: str) -> None:
    done = jingwei(name, "clean.txt", folder=folder)
    assert done.returncode == 2
    assert reason in done.stderr
    assert "Traceback" not in done.stderr
    assert "clean.txt" in done.stdout
    assert jingwei(name, folder=folder, language="zh-hans").returncode == 2


def test_help_speaks_both_languages(folder: Path) -> None:
    chinese = jingwei("--help", folder=folder, language="zh-hans").stdout
    english = jingwei("--help", folder=folder).stdout
    assert "校对" in chinese
    assert "proofread" in english
    assert not any("\u4e00" <= letter <= "\u9fff" for letter in english)


def test_no_file_is_a_misuse(folder: Path) -> None:
    assert jingwei(folder=folder).returncode == 2


def test_it_starts_without_django() -> None:
    code = (
        "import sys; sys.argv = ['jingwei', 'proofread', '-']; from jingwei.site.cli import main; main(); "
        "sys.exit(any(name.split('.')[0] in {'django', 'ibis', 'duckdb'} for name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=CLEAN.encode(), cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_years_are_compared_with_one_another(folder: Path) -> None:
    (folder / "2012.txt").write_text("2012年科技工作总结\n全区获授权发明专利93件。", "utf-8")
    (folder / "2013.txt").write_text("2013年科技工作总结\n全区获授权发明专利97件,同比增长6.6%。", "utf-8")
    done = jingwei("2013.txt", "2012.txt", "--json", folder=folder)
    later, earlier = documents(done)
    assert done.returncode == 1
    assert earlier["findings"] == []
    (finding,) = [one for one in later["findings"] if "other" in one]
    assert (finding["status"], finding["kind"]) == ("FAIL", "growth")
    assert finding["other"]["file"] == "2012.txt"
    assert finding["other"]["quote"].endswith("93件")
    words = jingwei("2013.txt", "2012.txt", folder=folder).stdout
    assert "2012.txt" in words
    assert "93件" in words
