"""Files people wrote come out as their text, whatever the program and encoding; a refusal says the way out."""

import io
import time
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jingwei.documents.reading.limits import MEBI
from jingwei.documents.reading.prose import LENGTH, REFUSALS, read_prose
from jingwei.documents.reading.sniff import OLE
from jingwei.kernel.errors import InputError

TEXT = "2013年，新列入省级以上科技项目148项，\n其中国家级19项。㎡镕"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{path}"/>'
    "</Relationships>"
)


def docx(body: str, path: str = "word/document.xml", head: str = "", root: str = "document") -> bytes:
    """A Word file whose body is `body`."""
    xml = f"<?xml version='1.0' encoding='UTF-8'?>{head}<w:{root} {W} {MC}><w:body>{body}</w:body></w:{root}>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS.format(path=path))
        archive.writestr(path, xml)
    return out.getvalue()


def p(*runs: str) -> str:
    """A paragraph of runs; a run that is markup already stays."""
    return f"<w:p>{''.join(run if run.startswith('<') else r(run) for run in runs)}</w:p>"


def r(text: str) -> str:
    """A run."""
    return f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: tuple[str, ...]) -> str:
    """A table whose cells hold paragraphs."""
    lines = "".join(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/>{lines}</w:tbl>"


def refusal(name: str, content: bytes) -> str:
    """The key of the refusal whose words are said."""
    with pytest.raises(InputError) as caught:
        read_prose(name, content)
    text = caught.value.text
    assert name in text.zh
    assert name in text.en
    heads = {key: (what.zh.partition("{")[0], remedy.zh) for key, (what, remedy) in REFUSALS.items()}
    return next(key for key, (what, remedy) in heads.items() if what in text.zh and remedy in text.zh)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("name", ["总结.txt", "summary.md"])
def test_text_in_the_encodings_of_the_country(encoding: str, name: str) -> None:
    text = f"﻿{TEXT}" if encoding == "utf-16-be" else TEXT
    assert read_prose(name, text.encode(encoding)) == TEXT


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_lines_end_in_one_way(end: str) -> None:
    assert read_prose("a.txt", TEXT.replace("\n", end).encode()) == TEXT


@given(st.text("一二2013年%（），。\n \ue000𠮷", min_size=1).filter(str.strip))
def test_what_was_written_is_read(text: str) -> None:
    assert read_prose("a.txt", text.encode("utf-8-sig")) == text


def test_a_document_is_its_paragraphs_and_tables_in_order() -> None:
    body = (
        p("2013年", "工作总结")
        + table((p("类别"), p("数")), (p("国家级") + p("项目"), p("19")))
        + p("共148项。")
        + "<w:sectPr/>"
    )
    assert read_prose("a.docx", docx(body)) == "2013年工作总结\n类别\t数\n国家级 项目\t19\n共148项。"


def test_tracked_insertions_are_read_and_deletions_are_not() -> None:
    body = p(
        "共",
        "<w:del><w:r><w:delText>26</w:delText></w:r></w:del>",
        f"<w:ins>{r('27')}</w:ins>",
        "项",
        f"<w:moveFrom>{r('搬走')}</w:moveFrom>",
        f"<w:moveTo>{r('搬来')}</w:moveTo>",
    )
    assert read_prose("a.docx", docx(body)) == "共27项搬来"


def test_signs_links_controls_and_reading_aids() -> None:
    body = (
        "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>"
        "<w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:br/><w:t>三</w:t><w:noBreakHyphen/></w:r>"
        f"<w:hyperlink>{r('四')}</w:hyperlink><w:sdt><w:sdtContent>{r('五')}</w:sdtContent></w:sdt>"
        "<w:r><w:fldChar/><w:instrText>PAGE 99</w:instrText></w:r>"
        f"<w:ruby><w:rt>{r('liu')}</w:rt><w:rubyBase>{r('六')}</w:rubyBase></w:ruby></w:p>"
    )
    assert read_prose("a.docx", docx(body)) == "一\t二\n三-四五六"


def test_a_box_is_read_once_and_stands_before_its_paragraph() -> None:
    box = f"<w:txbxContent>{p('框内')}</w:txbxContent>"
    choice = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert read_prose("a.docx", docx(p("前", f"<w:r>{choice}</w:r>", "后"))) == "框内\n前后"


def test_a_table_in_a_cell_keeps_its_words() -> None:
    inner = table((p("19"), p("项")), (p("26"), p("项")))
    assert read_prose("a.docx", docx(table((p("国家级") + inner, p("省级"))))) == "国家级 19 项 26 项\t省级"


def test_a_document_is_found_where_its_package_says() -> None:
    assert read_prose("a.docx", docx(p("148项"), path="word/document2.xml")) == "148项"


def test_entities_of_the_document_are_not_followed() -> None:
    declared = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    assert refusal("a.docx", docx(p("&x;"), head=declared)) == "dtd"


def test_a_bomb_is_stopped() -> None:
    assert refusal("a.docx", docx(" " * (60 * MEBI))) == "bomb"


@pytest.mark.parametrize(
    "body", ["<w:p/>" * 2_000_000, "<w:a/>" * 2_000_000, p("字" * 100) * 20_000, "<w:sdt>" * 3000]
)
def test_a_document_that_asks_too_much_is_stopped_soon(body: str) -> None:
    began = time.perf_counter()
    assert refusal("a.docx", docx(body)) in {"bytes", "empty", "damaged"}
    assert time.perf_counter() - began < 20


def broken() -> bytes:
    content = bytearray(docx("".join(p(f"{number}") for number in range(3000))))
    content[len(content) // 2] ^= 0xFF
    return bytes(content)


def package(path: str) -> bytes:
    return docx("", path=path, root="presentation")


REFUSED = {
    "empty": ("a.txt", b"", "empty"),
    "blank": ("a.txt", "\u3000 \r\n".encode(), "empty"),
    "no words": ("a.docx", docx(p("")), "empty"),
    "doc": ("a.doc", OLE + "WordDocument".encode("utf-16-le"), "doc"),
    "doc renamed": ("a.docx", OLE + "WordDocument".encode("utf-16-le"), "doc"),
    "wps": ("a.wps", OLE, "doc"),
    "rtf as doc": ("a.doc", b"{\\rtf1\\ansi", "doc"),
    "xls": ("a.xls", OLE, "sheet"),
    "et": ("a.et", OLE, "sheet"),
    "xlsx": ("a.xlsx", docx("", path="xl/workbook.xml"), "sheet"),
    "pptx": ("a.pptx", package("ppt/presentation.xml"), "damaged"),
    "pdf": ("a.pdf", b"%PDF-1.7", "pdf"),
    "page": ("a.doc", b"<html><body>148", "page"),
    "password": ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "zip": ("a.zip", b"PK\x05\x06" + b"\0" * 18, "archive"),
    "no zip": ("a.docx", b"PK\x03\x04 nothing", "damaged"),
    "rar": ("a.rar", b"Rar!\x1a\x07", "archive"),
    "cut": ("a.docx", docx(p("148项"))[:-30], "damaged"),
    "broken": ("a.docx", broken(), "damaged"),
    "no XML": ("a.docx", docx("<w:p>"), "damaged"),
    "binary": ("a.txt", bytes(range(1, 250)) * 3 + b"\0" * 99, "binary"),
    "glued": ("a.txt", "一百四十八项，省级".encode() + b"," + "国家级项目".encode("gb18030"), "encoding"),
    "long": ("a.txt", b"1" * (LENGTH + 1), "bytes"),
    "very long": ("a.txt", b"1" * (4 * LENGTH + 5), "bytes"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_says_the_way_out(case: str) -> None:
    name, content, reason = REFUSED[case]
    assert refusal(name, content) == reason


def test_a_text_of_full_length_is_read() -> None:
    assert len(read_prose("a.txt", ("字" * LENGTH).encode("utf-8-sig"))) == LENGTH


@given(st.binary(max_size=200), st.sampled_from([b"", b"PK\x03\x04", OLE, b"\xff\xfe", b"\xef\xbb\xbf"]))
def test_any_bytes_are_read_or_refused(tail: bytes, head: bytes) -> None:
    with suppress(InputError):
        assert read_prose("a.docx", head + tail).strip()


@settings(max_examples=300)
@given(st.data())
def test_a_damaged_document_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(docx(p("新列入148项") * 20))
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(InputError):
        assert read_prose("a.docx", bytes(content)).strip()
