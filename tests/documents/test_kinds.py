"""Every kind of bad file, many of each: the right verdict on the right cell, and nothing else wrong."""

import random
from pathlib import Path

import pytest

from jingwei.documents.checking.sheet import Checked
from jingwei.documents.reading.refusals import Refused
from tests.documents.kinds import KINDS, Spoilt
from tests.documents.making import HEADINGS, check_here, table, to_text, to_xlsx, typed

SAMPLED, ALL = 4, 50
# what may stand beside any verdict: notes, and what a spoilt value does to sums
NOTES = "N-"


def judge(spoilt: Spoilt, tmp: Path) -> None:
    if spoilt.is_refused:
        with pytest.raises(Refused) as caught:
            check_here(spoilt.content, tmp)
        assert caught.value.code == spoilt.code
        assert caught.value.line == spoilt.row
        return
    checked = check_here(spoilt.content, tmp)
    _right_verdict(spoilt, checked)
    _nothing_else(spoilt, checked)
    by_number = {row.number: row for row in checked.rows}
    for (number, key), value in spoilt.values.items():
        assert by_number[number].values[key] == value
        assert not by_number[number].has_error


def _right_verdict(spoilt: Spoilt, checked: Checked) -> None:
    if not spoilt.code:
        return
    hits = [fault for fault in checked.all_faults() if fault.code == spoilt.code]
    assert hits, [fault.code for fault in checked.all_faults()]
    if spoilt.row is not None:
        heading = spoilt.heading or HEADINGS[spoilt.key] if spoilt.key else None
        placed = [(fault.row, fault.column) for fault in hits]
        assert any(row == spoilt.row and heading in (None, column) for row, column in placed), placed
    elif spoilt.heading:
        assert any(
            spoilt.heading in (fault.column, *fault.text.zh.split("“")[1].split("”")[:1]) for fault in hits
        )


def _nothing_else(spoilt: Spoilt, checked: Checked) -> None:
    stray = {
        (fault.code, fault.row, fault.column, fault.value)
        for fault in checked.all_faults()
        if fault.code not in (spoilt.code, *spoilt.also) and not fault.code.startswith(NOTES)
    }
    assert stray == set()


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_of_bad_file_is_judged_rightly(name: str, tmp_path: Path) -> None:
    for seed in range(SAMPLED):
        judge(KINDS[name](random.Random(f"{name}{seed}"), table(seed)), tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("name", KINDS)
def test_fifty_of_each_kind(name: str, tmp_path: Path) -> None:
    for seed in range(SAMPLED, ALL):
        judge(KINDS[name](random.Random(f"{name}{seed}"), table(seed)), tmp_path)


def clean_is_clean(seed: int, tmp: Path) -> None:
    made = table(seed, count=6 + seed % 20)
    for content in (to_xlsx(made), to_text(made), to_text(made, "gb18030", "\t")):
        checked = check_here(content, tmp)
        assert [fault for fault in checked.all_faults() if not fault.code.startswith(NOTES)] == []
        assert [row.values for row in checked.rows] == [typed(row) for row in made.rows]


@pytest.mark.parametrize("seed", range(40))
def test_clean_files_have_no_fault(seed: int, tmp_path: Path) -> None:
    clean_is_clean(seed, tmp_path)


@pytest.mark.slow
def test_two_thousand_clean_files_have_no_fault(tmp_path: Path) -> None:
    for seed in range(40, 700):
        clean_is_clean(seed, tmp_path)
