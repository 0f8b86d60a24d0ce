"""`jingwei proofread`: texts checked against their own arithmetic, and on request against the records.

Knows no Django, so that it starts at once; the comparison with the records is handed in by `comparing`.
"""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from jingwei.documents.reading.prose import LIMITS, read_prose
from jingwei.kernel.command import FINDINGS, FINE, MISUSE, Command
from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text
from jingwei.summary.cli.printing import printed
from jingwei.summary.proofread import Finding, Reading, Status, proofread
from jingwei.summary.rules.across import Across, across
from jingwei.summary.rules.reported import document_of, with_findings

NAME = "proofread"
STANDARD_INPUT = "-"
HELP = Text(
    "校对文稿：找出每个数字，核对分项、占比、增长、累计与完成率；不需要数据库",
    "proofread texts: find every figure and check sums, shares, growth, totals and targets; needs no database",
)
FILES = Text(
    "文稿：.txt、.md或.docx；“-”读标准输入；几个年度的文稿一并给出时互相对照",
    "texts: .txt, .md or .docx; “-” reads standard input; texts of several years are compared with one another",
)
AS_JSON = Text("输出JSON，每个文件一行", "print JSON, one line for each file")
EXPLAIN = Text("列出每一处关系及其理由", "show every relation and why it was understood so")
YEAR = Text(
    "再与该年度的台账数字对照，如2013",
    "compare with the figures of the records of that year too, such as 2013",
)
NO_FILE = Text("打不开“{name}”：{reason}", "Cannot open “{name}”: {reason}")
NOT_THERE = Text("没有这个文件", "there is no such file")
IS_FOLDER = Text("这是文件夹，请给出文件", "this is a folder; name a file")
NOT_ALLOWED = Text("没有读取权限", "reading it is not allowed")
NO_YEAR = Text("本命令此处不能与台账对照", "the records are out of reach here")
REASONS: tuple[tuple[type[OSError], Text], ...] = (
    (FileNotFoundError, NOT_THERE),
    (IsADirectoryError, IS_FOLDER),
    (PermissionError, NOT_ALLOWED),
)

Comparing = Callable[[Reading, int], Iterable[Finding]]


@dataclass(frozen=True)
class Proofread:
    """A file with what was read of it, and the findings against earlier texts."""

    name: str
    reading: Reading
    across: tuple[Across, ...] = ()

    @property
    def fails(self) -> bool:
        """Whether a contradiction was found."""
        found = (*self.reading.findings, *(one.finding for one in self.across))
        return any(one.status is Status.FAIL for one in found)


def command(comparing: Comparing | None = None) -> Command:
    """The command; `comparing` gives the findings of a text against the records of a year."""
    return Command(NAME, HELP, _arguments, lambda options: _run(options, comparing))


def _arguments(parser: ArgumentParser) -> None:
    language = parser.get_default("language")
    parser.add_argument("files", nargs="+", metavar="FILE", help=FILES.in_language(language))
    parser.add_argument("--json", action="store_true", help=AS_JSON.in_language(language))
    parser.add_argument("--explain", action="store_true", help=EXPLAIN.in_language(language))
    parser.add_argument("--year", type=int, metavar="YEAR", help=YEAR.in_language(language))


def _run(options: Namespace, comparing: Comparing | None) -> int:
    texts, is_read = _readings(options.files, options.language)
    if options.year is not None:
        if comparing is None:
            raise InputError(NO_YEAR)
        texts = [(name, with_findings(reading, comparing(reading, options.year))) for name, reading in texts]
    between = across(texts)
    done = [Proofread(name, reading, _about(name, between)) for name, reading in texts]
    write = _write_json if options.json else _write_words
    write(done, options)
    if not is_read:
        return MISUSE
    return FINDINGS if any(one.fails for one in done) else FINE


def _readings(names: Iterable[str], language: str | None) -> tuple[list[tuple[str, Reading]], bool]:
    """The texts that can be read, each once, and whether all can; what cannot is said on standard error."""
    texts, is_read = [], True
    for name in dict.fromkeys(names):
        try:
            texts.append((name, proofread(read_prose(name, _content(name)))))
        except InputError as error:
            sys.stderr.write(f"jingwei: {error.text.in_language(language)}\n")
            is_read = False
    return texts, is_read


def _about(name: str, between: Iterable[Across]) -> tuple[Across, ...]:
    return tuple(one for one in between if one.name == name)


def _write_json(done: Iterable[Proofread], options: Namespace) -> None:
    for one in done:
        document = document_of(one.name, one.reading, one.across, options.language)
        sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")


def _write_words(done: Iterable[Proofread], options: Namespace) -> None:
    shown = (
        printed(one.name, one.reading, one.across, options.language, explain=options.explain) for one in done
    )
    sys.stdout.write("\n".join(shown))


def _content(name: str) -> bytes:
    """The bytes of a file, at most a little more than is read of one; InputError where it cannot be opened."""
    most = LIMITS.file + 1
    try:
        if name == STANDARD_INPUT:
            return sys.stdin.buffer.read(most)
        with Path(name).open("rb") as file:
            return file.read(most)
    except (OSError, ValueError) as error:
        reason = next(
            (text for kind, text in REASONS if isinstance(error, kind)), Text(str(error), str(error))
        )
        raise InputError(
            Text(
                NO_FILE.zh.format(name=name, reason=reason.zh), NO_FILE.en.format(name=name, reason=reason.en)
            )
        ) from error
