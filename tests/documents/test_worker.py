"""The process that meets the file: what it refuses, and that its limits hold."""

import io
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from jingwei.documents.reading.launch import read
from jingwei.documents.reading.limits import DEFAULT, MEBI, Limits
from jingwei.documents.reading.refusals import REASONS, Refused
from tests.documents.making import Sheetful, table, to_text, to_xlsx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def refusal(content: bytes, tmp: Path, name: str = "台账.xlsx", limits: Limits = DEFAULT) -> Refused:
    path = tmp / "upload"
    path.write_bytes(content)
    with pytest.raises(Refused) as caught:
        read(path, name, limits)
    return caught.value


def rezip(content: bytes, change: Callable[[str, bytes], bytes | None], **more: bytes) -> bytes:
    """A workbook with its members changed, dropped (None) or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if (data := change(name, old.read(name))) is not None:
                new.writestr(name, data)
        for name, data in more.items():
            new.writestr(name, data)
    return out.getvalue()


def with_sheet(xml: bytes) -> bytes:
    return rezip(to_xlsx(table(1)), lambda name, data: xml if name == "xl/worksheets/sheet1.xml" else data)


def workbook(tail: str, name: str, content: bytes = b"x") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, content)
        archive.writestr(tail, b"x")
    return out.getvalue()


NO_WORKBOOKS = {
    "empty": (b"", "a.xlsx", "empty"),
    "blank": (b" \r\n\r\n", "a.csv", "empty"),
    "zeros": (b"\0" * 4096, "a.xlsx", "empty"),
    "xls": (OLE + "Workbook".encode("utf-16-le"), "a.xls", "xls"),
    "xls renamed": (OLE + "Workbook".encode("utf-16-le"), "a.xlsx", "xls"),
    "et": (OLE, "a.et", "et"),
    "doc": (OLE + "WordDocument".encode("utf-16-le"), "a.xlsx", "doc"),
    "wps": (OLE, "a.wps", "doc"),
    "password": (OLE + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", "password"),
    "html": ("﻿<html><table><tr><td>项目编号</td></tr></table></html>".encode(), "a.xls", "html"),
    "html with a style": (b"\r\n<META charset=gb2312><style>td{}</style><table>", "a.xls", "html"),
    "xml": (b'<?xml version="1.0"?><Workbook/>', "a.xls", "xml"),
    "pdf": (b"%PDF-1.7 ....", "a.xlsx", "pdf"),
    "rar": (b"Rar!\x1a\x07\x00aaaaaaaa", "a.xlsx", "archive"),
    "zip": (workbook("b.xlsx", "a.xlsx"), "a.zip", "archive"),
    "ods": (workbook("content.xml", "mimetype"), "a.ods", "ods"),
    "xlsb": (workbook("xl/workbook.bin", "[Content_Types].xml"), "a.xlsb", "xlsb"),
    "docx": (workbook("word/document.xml", "[Content_Types].xml"), "a.docx", "doc"),
    "binary": (bytes(range(256)) * 8, "a.csv", "binary"),
    "cut short": (to_xlsx(table(1))[:3000], "a.xlsx", "damaged"),
}


@pytest.mark.parametrize("name", NO_WORKBOOKS)
def test_what_is_no_table_is_refused_with_the_way_out(name: str, tmp_path: Path) -> None:
    content, file_name, reason = NO_WORKBOOKS[name]
    refused = refusal(content, tmp_path, file_name)
    assert (refused.reason, refused.code) == (reason, "E-FORMAT")
    assert all(refused.text)
    assert all(refused.remedy)


def test_every_reason_is_said_in_both_languages() -> None:
    for reason in REASONS.values():
        assert any("\u4e00" <= character <= "\u9fff" for character in reason.text.zh + reason.remedy.zh)
        assert (reason.text.en + reason.remedy.en).isascii() or "“" in reason.text.en + reason.remedy.en


def test_an_entity_is_never_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    cell = '<c r="A1" t="inlineStr"><is><t>&x;</t></is></c>'
    xml = f"""<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY x SYSTEM "{secret.as_uri()}">]>
    <worksheet {NS}><sheetData><row r="1">{cell}</row></sheetData></worksheet>"""
    assert refusal(with_sheet(xml.encode()), tmp_path).reason == "dtd"


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "_rels/.rels"])
def test_no_part_may_declare_a_dtd(part: str, tmp_path: Path) -> None:
    def declare(name: str, data: bytes) -> bytes:
        head, mark, rest = data.partition(b"?>")
        return head + mark + b'<!DOCTYPE a [<!ENTITY b "c">]>' + rest if name == part else data

    assert refusal(rezip(to_xlsx(table(1)), declare), tmp_path).reason == "dtd"


def test_a_billion_laughs_are_not_heard(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    xml = f'<!DOCTYPE lolz [<!ENTITY l0 "lol">{entities}]><worksheet {NS}><sheetData>&l9;</sheetData></worksheet>'
    assert refusal(with_sheet(xml.encode()), tmp_path).reason == "dtd"


def test_a_bomb_is_stopped_by_its_directory(tmp_path: Path) -> None:
    bomb = with_sheet(b"<worksheet>" + b" " * (300 * MEBI))
    assert len(bomb) < MEBI
    assert refusal(bomb, tmp_path).reason == "bomb"


def test_a_tight_bomb_is_stopped_by_its_ratio(tmp_path: Path) -> None:
    assert refusal(with_sheet(b"<worksheet>" + b" " * (60 * MEBI)), tmp_path).reason == "bomb"


def test_a_bomb_whose_directory_lies_is_stopped_while_reading(tmp_path: Path) -> None:
    """The directory declares a few bytes; no more than these are ever inflated."""
    bomb = bytearray(with_sheet(b"<worksheet>" + b" " * (60 * MEBI)))
    true_size = (11 + 60 * MEBI).to_bytes(4, "little")
    while (at := bomb.find(true_size)) >= 0:
        bomb[at : at + 4] = (1000).to_bytes(4, "little")
    assert refusal(bytes(bomb), tmp_path).reason == "damaged"


def test_a_crowd_of_members_is_stopped(tmp_path: Path) -> None:
    crowd = rezip(to_xlsx(table(1)), lambda name, data: data, **{f"x/{n}": b"" for n in range(2001)})
    assert refusal(crowd, tmp_path).reason == "members"


def test_too_many_shared_texts_are_stopped(tmp_path: Path) -> None:
    limits = replace(DEFAULT, text=100)
    assert refusal(to_xlsx(table(1)), tmp_path, limits=limits).reason == "memory"


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (replace(DEFAULT, cells=50), "cells"),
        (replace(DEFAULT, columns=5), "columns"),
        (replace(DEFAULT, rows=5), "rows"),
        (replace(DEFAULT, file=100), "bytes"),
    ],
)
@pytest.mark.parametrize("made", [to_xlsx, to_text])
def test_counts_are_capped(
    made: Callable[[Sheetful], bytes], limits: Limits, reason: str, tmp_path: Path
) -> None:
    assert refusal(made(table(1)), tmp_path, "a.csv", limits).reason == reason


def test_one_row_more_than_a_sheet_can_hold_is_refused(tmp_path: Path) -> None:
    refused = refusal(
        b"\n" * 3 + b"a,b\n" * 2 + b"1,\n" * 1_048_577, tmp_path, "a.csv", replace(DEFAULT, cells=10**8)
    )
    assert refused.reason == "rows"


def test_a_row_number_beyond_the_sheet_is_refused(tmp_path: Path) -> None:
    xml = f'<worksheet {NS}><sheetData><row r="1048577"><c r="A1048577"><v>1</v></c></row></sheetData></worksheet>'
    assert refusal(with_sheet(xml.encode()), tmp_path).reason == "rows"


def test_memory_is_limited(tmp_path: Path) -> None:
    """A text file that needs more than the process may have ends in a refusal, and the process stays small."""
    content = ("甲,乙\n" * 1_000_000).encode()
    limits = replace(DEFAULT, memory=48 * MEBI, cells=10**8, rows=10**8)
    assert refusal(content, tmp_path, "a.csv", limits).reason == "memory"


def test_the_limit_of_memory_is_the_systems(tmp_path: Path) -> None:
    """The reading process sets it on itself before it opens anything."""
    script = (
        "from jingwei.documents.reading.worker import confine\nfrom jingwei.documents.reading.limits import Limits\n"
        "confine(Limits(memory=200 * 2**20))\n"
        "try:\n    bytearray(300 * 2**20)\nexcept MemoryError:\n    print('refused')\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "refused"


def test_processor_time_is_limited(tmp_path: Path) -> None:
    content = b"a,b,c,d\n" * 2_000_000
    limits = replace(DEFAULT, cpu_seconds=1, cells=10**9, rows=10**9)
    assert refusal(content, tmp_path, "a.csv", limits).reason == "time"


def test_time_on_the_wall_is_limited(tmp_path: Path) -> None:
    started = time.monotonic()
    assert refusal(to_xlsx(table(1)), tmp_path, limits=replace(DEFAULT, wall_seconds=0)).reason == "time"
    assert time.monotonic() - started < 5


def test_output_is_limited(tmp_path: Path) -> None:
    limits = replace(DEFAULT, output=1000)
    assert refusal(to_xlsx(table(1)), tmp_path, limits=limits).reason in ("cells", "memory")


def test_thousands_of_rows_are_read_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "upload"
    path.write_bytes(to_xlsx(table(1, count=2000)))
    script = (
        "import io, sys\nfrom pathlib import Path\nfrom jingwei.documents.reading.worker import work\n"
        "from jingwei.documents.reading.limits import Limits\n"
        "work(Path(sys.argv[1]), 'a.xlsx', Limits(), open('/dev/null', 'w'))\n"
        "print(next(line for line in open('/proc/self/status') if line.startswith('VmHWM')).split()[1])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < 100 * 1024


def test_the_file_name_cannot_become_an_option(tmp_path: Path) -> None:
    path = tmp_path / "upload"
    path.write_bytes(to_text(table(1)))
    assert read(path, "--help; rm -rf /\0.csv").format == "text"


def test_links_to_other_files_are_not_followed(tmp_path: Path) -> None:
    def point_outside(name: str, data: bytes) -> bytes:
        if name == "xl/_rels/workbook.xml.rels":
            return data.replace(b'Target="worksheets/sheet1.xml"', b'Target="../../../../etc/passwd"')
        return data

    assert refusal(rezip(to_xlsx(table(1)), point_outside), tmp_path).reason == "no-sheet"


@pytest.mark.parametrize("seed", range(30))
def test_damage_is_refused_or_read_never_a_crash(seed: int, tmp_path: Path) -> None:
    """Bytes flipped inside the parts of a workbook."""
    import random

    chance = random.Random(seed)

    def spoil(name: str, data: bytes) -> bytes:
        if not name.endswith((".xml", ".rels")) or chance.random() < 0.5:
            return data
        spoilt = bytearray(data)
        for _ in range(chance.randrange(1, 6)):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        return bytes(spoilt)

    path = tmp_path / "upload"
    path.write_bytes(rezip(to_xlsx(table(seed)), spoil))
    ends = {"read"}
    try:
        read(path, "a.xlsx")
    except Refused as refused:
        ends = {refused.reason}
    assert ends <= {"read", "damaged", "dtd", "no-sheet", "rows", "columns"}
