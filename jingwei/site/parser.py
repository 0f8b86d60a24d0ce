"""argparse that speaks the reader's language, its own phrases included."""

import gettext
import os
from argparse import ArgumentParser, HelpFormatter, Namespace
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from jingwei.kernel.command import Command
from jingwei.kernel.text import Text

PROGRAM = Text(
    zh="经纬：区县科技局的一整套工作，从一行台账到一句总结。",
    en="Jingwei: the whole work of a district science and technology bureau, "
    "from a row of a register to a sentence of the summary.",
)
EXIT_CODES = Text(
    zh="退出码：0 正常，1 有发现（出入、校验不符），2 用法或输入有误。",
    en="Exit codes: 0 fine, 1 findings (something does not agree), 2 misuse or bad input.",
)

LANGUAGE = Text(zh="帮助和提示的语言", en="language of help and messages")
COMMANDS = Text(zh="命令", en="commands")
COMMAND = Text(zh="命令", en="COMMAND")


def speak(language: str) -> None:
    """Make argparse's own phrases (usage, options, errors) come from our catalogue."""
    os.environ["LANGUAGE"] = "zh_Hans" if language.startswith("zh") else "en"
    gettext.bindtextdomain("argparse", str(Path(__file__).parent / "locale"))
    gettext.textdomain("argparse")


def make_parser(commands: Iterable[Command], groups: Mapping[str, Text], language: str) -> ArgumentParser:
    """The parser of `jingwei` with a sub-parser for each command; two-word names become two levels.

    Each knows `language` as a default, so that a command can word its help without Django.
    """
    parser = ArgumentParser(
        "jingwei", description=PROGRAM.in_language(language), epilog=EXIT_CODES.in_language(language)
    )
    _add_language(parser, language)
    parser.set_defaults(run=None)
    title, typed = COMMANDS.in_language(language), COMMAND.in_language(language)
    top = parser.add_subparsers(title=title, metavar=typed)
    opened: dict[str, Any] = {}  # argparse names its type privately
    for command in commands:
        first, _blank, second = command.name.partition(" ")
        line = command.help.in_language(language)
        if not second:
            _equip(top.add_parser(first, help=line, description=line), command, language)
            continue
        if first not in opened:
            shared = groups[first].in_language(language)
            grouped = top.add_parser(first, help=shared, description=shared)
            opened[first] = grouped.add_subparsers(title=title, metavar=typed, required=True)
        _equip(opened[first].add_parser(second, help=line, description=line), command, language)
    return parser


def _equip(parser: ArgumentParser, command: Command, language: str) -> None:
    parser.formatter_class = HelpFormatter
    _add_language(parser, language)
    command.arguments(parser)
    parser.set_defaults(run=command.run)


def _add_language(parser: ArgumentParser, language: str) -> None:
    parser.add_argument(
        "--language", choices=("zh-hans", "en"), default=language, help=LANGUAGE.in_language(language)
    )


def chosen(parser: ArgumentParser, arguments: list[str]) -> Namespace:
    """What was typed; prints help and exits with 2 when no command was."""
    options = parser.parse_args(arguments)
    if options.run is None:
        parser.print_help()
        parser.exit(2)
    return options
