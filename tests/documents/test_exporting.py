"""What goes out comes back the same, and nothing that goes out can run."""

import csv
import io
import string
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jingwei.documents.checking.cleaning import clean, is_nothing
from jingwei.documents.exporting import csv_stream, escape, sheet_head, sheet_rows, xlsx_file
from jingwei.kernel.identifiers import resident_id
from tests.documents.making import COLUMNS, PROGRAMMES, STATES, check_here, table, typed

DANGERS = ("=1+1", "+86", "-x", "@SUM(A1)", "＝1", "＋1", "－1", "＠a", "'=1", "''=1", "'x")


def _is_storable(text: str) -> bool:
    cleaned = clean(text)
    return bool(text) and cleaned.text == text and not cleaned.findings and not is_nothing(text)


words = st.one_of(
    st.sampled_from(DANGERS),
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=40).filter(
        _is_storable
    ),
    st.text("甲乙丙，；,;\t\n\"'=-（）()12 ", min_size=1, max_size=20).filter(_is_storable),
)
serials = st.integers(0, 10**8 - 1)
fen = st.integers(0, 9 * 10**15)


@st.composite
def resident_ids(draw: st.DrawFn) -> str:
    body = f"330602{draw(st.dates(date(1900, 1, 1), date(2013, 1, 1))):%Y%m%d}{draw(st.integers(0, 999)):03d}"
    return body + resident_id.check_character(body)


@st.composite
def rows(draw: st.DrawFn, number: int) -> dict[str, Any]:
    listed = draw(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
    return {
        "number": draw(st.text(string.ascii_letters + string.digits + "-()", min_size=1, max_size=12))
        + f"N{number}",
        "name": draw(words),
        "programme": draw(st.sampled_from(list(PROGRAMMES.values()))),
        "firm": draw(words),
        "uscc": None,
        "town_code": draw(st.none() | st.text(string.digits, min_size=6, max_size=6)),
        "leader": draw(st.none() | words),
        "telephone": draw(st.none() | st.sampled_from(["13800000000", "0575-84120000", "400-800-1234"])),
        "email": draw(st.none() | st.sampled_from(["a@b.cn", "-a@b.cn", "=x@b.cn", "'=x@b.cn", "'x@b.cn"])),
        "resident": draw(st.none() | resident_ids()),
        "listed": listed,
        "ends": draw(st.none() | st.dates(listed, date(2100, 12, 31))),
        "budget": draw(st.none() | fen | fen.map(lambda value: -value)),
        "grant": draw(st.none() | fen),
        "staff": draw(st.none() | st.integers(0, 10**12)),
        "area": draw(st.none() | st.decimals(-(10**9), 10**9, places=3)),
        "share": draw(st.none() | st.decimals(0, 100, places=2)),
        "state": draw(st.none() | st.sampled_from(sorted(set(STATES.values())))),
    }


def workbook(head: Sequence[str], cells: Iterable[Sequence[Any]]) -> bytes:
    with xlsx_file(head, cells) as file:
        return file.read()


def rewritten(kind: str, values: list[dict[str, Any]], tmp: Path, language: str) -> list[dict[str, Any]]:
    head, cells = sheet_head(COLUMNS, language), sheet_rows(COLUMNS, values)
    content = b"".join(csv_stream(head, cells)) if kind == "csv" else workbook(head, cells)
    return [row.values for row in check_here(content, tmp).rows]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["zh-hans", "en"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_is_exported_is_imported_the_same(
    kind: str, language: str, data: st.DataObject, tmp_path: Path
) -> None:
    values = [data.draw(rows(number)) for number in range(data.draw(st.integers(1, 4)))]
    assert rewritten(kind, values, tmp_path, language) == values


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_clean_register_comes_back(kind: str, tmp_path: Path) -> None:
    values = [typed(row) for row in table(7, 60).rows]
    assert rewritten(kind, values, tmp_path, "zh-hans") == values


@pytest.mark.parametrize("text", [*DANGERS, "\t=1", "\r=1"])
def test_no_csv_cell_begins_with_a_sign_of_a_formula(text: str) -> None:
    content = b"".join(csv_stream([text], [[text]])).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(content, newline="")):
        assert row[0][0] not in "=+-@\t\r＝＋－＠"
    assert escape("公司") == "公司"


@pytest.mark.parametrize("text", [*DANGERS, "http://example.org", "12", "TRUE"])
def test_texts_are_string_cells_in_a_workbook(text: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(["名称"], [[text]])))
    cell = book.worksheets[0]["A2"]
    assert cell.data_type == "s"
    assert str(cell.value).endswith(text)
    assert cell.hyperlink is None


def test_numbers_too_long_for_a_spreadsheet_are_texts() -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(workbook(["金额"], [[Decimal("90071992547409.91")], [10**16], [12]]))
    )
    assert [cell.value for cell in book.worksheets[0]["A"]][1:] == ["90071992547409.91", str(10**16), 12]


def test_a_csv_is_streamed() -> None:
    def endless() -> Any:
        number = 0
        while True:
            number += 1
            yield [number]

    pieces = csv_stream(["序号"], endless())
    assert next(pieces) == b"\xef\xbb\xbf"
    assert next(pieces).startswith("序号\r\n1\r\n".encode())
