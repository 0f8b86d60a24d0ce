"""What a file says comes through: as openpyxl reads it, and by Excel's own habits where openpyxl does not."""

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.documents.reading.delimited import find_delimiter, records
from jingwei.documents.reading.encoding import decode
from jingwei.documents.reading.grid import CellKind
from jingwei.documents.reading.numberformats import date_of_serial, is_date_format
from jingwei.documents.reading.refusals import Refused
from jingwei.documents.reading.xlsx import place, plain
from tests.documents.making import Sheetful, read_here, table, to_text, to_xlsx


@pytest.mark.parametrize("seed", range(5))
def test_values_are_those_openpyxl_reads(seed: int, tmp_path: Path) -> None:
    content = to_xlsx(table(seed, 40))
    grid = read_here(content, tmp_path).sheets[0]
    page = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    for line in page.iter_rows():
        for other in line:
            ours = grid.cell(other.row, other.column)
            if other.is_date:
                assert (ours.kind, ours.value) == (CellKind.DATE, other.value.date().isoformat())
            elif isinstance(other.value, (int, float)):
                assert float(ours.value) == other.value
            else:
                assert ours.value == (other.value or "")


def test_merges_hidden_rows_and_columns_come_along(tmp_path: Path) -> None:
    made = table(1)
    made.merges, made.hidden_rows, made.hidden_columns = [(3, 4, 5, 4)], [7, 8], [2]
    grid = read_here(to_xlsx(made), tmp_path).sheets[0]
    assert (grid.merges, grid.hidden_rows, grid.hidden_columns) == ([(3, 4, 5, 4)], 2, [2])


@pytest.mark.parametrize("index", [27, 31, 36, 50, 57, 58])
def test_the_date_formats_of_chinese_excel_are_dates(index: int, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = 41400
    sheet["A1"].style = "Normal"
    sheet["A1"].number_format = '"marker"'
    out = io.BytesIO()
    book.save(out)
    from tests.documents.test_worker import rezip

    def renumber(name: str, data: bytes) -> bytes:
        if name != "xl/styles.xml":
            return data
        return data.replace(b'numFmtId="164" fontId', f'numFmtId="{index}" fontId'.encode())

    cell = read_here(rezip(out.getvalue(), renumber), tmp_path).sheets[0].cell(1, 1)
    assert (cell.kind, cell.value) == (CellKind.DATE, "2013-05-06")


@pytest.mark.parametrize(
    ("code", "is_date"),
    [
        ("yyyy-mm-dd", True),
        ('yyyy"年"m"月"', True),
        ("[$-804]yyyy/m/d;@", True),
        ("[h]:mm", True),
        ("General", False),
        ("G/通用格式", False),
        ("0.00E+00", False),
        ('0.00"万元"', False),
        ("#,##0.00_);[Red](#,##0.00)", False),
        ('"day "0', False),
        ("_-* #,##0_-", False),
        ("@", False),
    ],
)
def test_formats_tell_dates_from_numbers(code: str, is_date: bool) -> None:
    assert is_date_format(code) is is_date


@pytest.mark.parametrize(
    ("serial", "is_1904", "day"),
    [
        (41275, False, date(2013, 1, 1)),
        (41400, False, date(2013, 5, 6)),
        (41400.75, False, date(2013, 5, 6)),
        (59, False, date(1900, 2, 28)),
        (60, False, None),
        (61, False, date(1900, 3, 1)),
        (1, False, date(1900, 1, 1)),
        (0, False, None),
        (-1, False, None),
        (2_958_465, False, date(9999, 12, 31)),
        (2_958_466, False, None),
        (39938, True, date(2013, 5, 6)),
        (0, True, date(1904, 1, 1)),
    ],
)
def test_serial_numbers_of_days(serial: float, is_1904: bool, day: date | None) -> None:
    assert date_of_serial(serial, is_1904=is_1904) == day


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (0.1 + 0.2, "0.3"),
        (12.0, "12"),
        (1e-5, "0.00001"),
        (9.13306e17, "9.13306E+17"),
        (123456789012345.0, "123456789012345"),
        (-0.5, "-0.5"),
    ],
)
def test_numbers_are_shown_as_a_spreadsheet_shows_them(number: float, shown: str) -> None:
    assert plain(number) == shown


@given(st.floats(-(10**14), 10**14, allow_nan=False))
def test_plain_numbers_lose_nothing_but_the_sixteenth_digit(number: float) -> None:
    text = plain(number)
    assert "e" not in text.lower()
    assert float(text) == pytest.approx(number, rel=1e-14, abs=1e-19)


def test_places() -> None:
    assert [place(name) for name in ("A1", "$Z$9", "AA10", "XFD1048576")] == [
        (1, 1),
        (9, 26),
        (10, 27),
        (1048576, 16384),
    ]
    for wrong in ("", "1A", "A0x", "AAAA1", "A1:B2"):
        with pytest.raises(Refused):
            place(wrong)


CHINESE = st.text(
    "项目编号承担单位立总经费财政补助织染机械绍兴柯桥区科技局二〇一三年度", min_size=1, max_size=12
)


@given(
    st.lists(CHINESE, min_size=1, max_size=30), st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"])
)
def test_texts_are_decoded_whatever_their_encoding(fields: list[str], encoding: str) -> None:
    text = ",".join(fields) + "\r\n"
    assert decode(text.encode(encoding))[0] == text


def test_a_word_that_is_utf8_by_accident_is_read_as_its_file_is() -> None:
    """联通 in GB 18030 happens to be valid UTF-8."""
    text = "项目编号,承担单位\r\n1,联通\r\n2,绍兴县科技局\r\n"
    assert decode(text.encode("gb18030"))[0] == text


@pytest.mark.parametrize("first", ["utf-8", "gb18030"])
def test_where_the_encoding_changes_is_told_to_the_byte(first: str) -> None:
    second = "gb18030" if first == "utf-8" else "utf-8"
    head = "项目名称,承担单位\r\n数码印花技术,青石纺织有限公司\r\n".encode(first)
    with pytest.raises(Refused) as caught:
        decode(head + b"3,abc," + "节水染整工艺研究,东篱印染".encode(second))
    assert caught.value.values == {"line": 3, "offset": len(head) + 6}


def test_bytes_of_no_encoding_are_named() -> None:
    content = "项目".encode() + b"\xff\xff" + "编号".encode()
    with pytest.raises(Refused) as caught:
        decode(content)
    assert caught.value.values["offset"] == 6


@pytest.mark.parametrize("delimiter", list("\t,;，"))
def test_delimiters_are_found(delimiter: str) -> None:
    text = to_text(Sheetful(table(1).rows), delimiter=delimiter).decode()
    assert find_delimiter(text) == delimiter


def test_a_delimiter_inside_quotes_does_not_count() -> None:
    assert find_delimiter('a,b\n"x;y;z;w",1\n"p;q;r;s",2\n') == ","
    assert find_delimiter("a;b\n1,5;2,5\n3,5;4,5\n") == ";"


def test_two_equal_delimiters_are_refused() -> None:
    with pytest.raises(Refused) as caught:
        find_delimiter("a,b;c\nd,e;f\n")
    assert caught.value.code == "E-DELIM"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('a,b\n1,"x\n2,y\n', 2),
        ('a,b\n1,"x"y\n', 2),
        ('a,b\n"m\nn",1\n2,"z', 4),
        ('a,b\n1,"x\n2,"y"\n', 2),
        ('"a', 1),
    ],
)
def test_the_line_of_an_unclosed_quote_is_named(text: str, line: int) -> None:
    with pytest.raises(Refused) as caught:
        list(records(text, ","))
    assert (caught.value.code, caught.value.line) == ("E-QUOTE", line)


def test_quotes_double_and_newlines_stay() -> None:
    assert list(records('a,"b ""c""\nd"\r\n', ",")) == [["a", 'b "c"\nd']]
