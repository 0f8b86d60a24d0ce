"""The command `jingwei`: readable errors, never a traceback; 0 fine, 1 findings, 2 misuse or bad input.

A command that needs no records runs without Django and starts at once.
"""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence

from jingwei.kernel.command import MISUSE, Command
from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text
from jingwei.site.language import CHINESE, ENGLISH, command_language
from jingwei.site.parser import chosen, make_parser, speak
from jingwei.summary.cli import proofreading

NO_DATABASE = Text(
    zh="数据库打不开或还没有准备好：{reason}。"
    "请先运行 jingwei prepare（演示：jingwei demo --prepare），并核对 JINGWEI_DATABASE_URL。",
    en="The database cannot be opened or is not prepared: {reason}. "
    "Run jingwei prepare first (demonstration: jingwei demo --prepare) and check JINGWEI_DATABASE_URL.",
)
NO_FILE = Text(zh="打不开文件：{reason}", en="A file cannot be opened: {reason}")
UNEXPECTED = Text(
    zh="程序出错：{reason}。请把这一行连同所用命令报给维护人员；加 JINGWEI_DEBUG=1 再运行可看到详情。",
    en="The program failed: {reason}. "
    "Report this line with the command you used; run again with JINGWEI_DEBUG=1 for details.",
)

LANGUAGES = (CHINESE, ENGLISH)


def main() -> int:
    """Run the command typed; gives the exit code."""
    arguments = sys.argv[1:]
    language = command_language(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jingwei.site.settings")
    speak(language)
    try:
        if _needs_no_records(arguments):
            return _run((proofreading.command(),), {}, arguments, language)
        return _with_records(arguments, language)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except InputError as error:
        return _say(error.text, language)
    except OSError as error:
        return _say(NO_FILE.format(reason=_first_line(error)), language)
    except Exception as error:
        if os.environ.get("JINGWEI_DEBUG"):
            raise
        return _say(UNEXPECTED.format(reason=f"{type(error).__name__}: {_first_line(error)}"), language)


def _needs_no_records(arguments: Sequence[str]) -> bool:
    """Whether texts are proofread by themselves, not against a year (``--year``, which argparse lets be shortened)."""
    words = [word for word in arguments if word not in LANGUAGES and not word.startswith("--l")]
    return words[:1] == [proofreading.NAME] and not any(word.startswith("--y") for word in words)


def _with_records(arguments: list[str], language: str) -> int:
    # Django takes its time; the apps' commands need their models, which exist only after django.setup().
    import django  # noqa: PLC0415 - as above
    from django.db.utils import OperationalError  # noqa: PLC0415 - as above
    from django.utils import translation  # noqa: PLC0415 - as above

    django.setup()
    from jingwei.site.commands.catalogue import commands, groups  # noqa: PLC0415 - as above

    try:
        with translation.override(language):
            return _run(commands, groups, arguments, language)
    except OperationalError as error:
        return _say(NO_DATABASE.format(reason=_first_line(error)), language)


def _run(commands: Iterable[Command], groups: Mapping[str, Text], arguments: list[str], language: str) -> int:
    options = chosen(make_parser(commands, groups, language), arguments)
    run = options.run
    return int(run(options))


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]


def _say(text: Text, language: str) -> int:
    sys.stderr.write(f"jingwei: {text.in_language(language)}\n")
    return MISUSE


if __name__ == "__main__":
    sys.exit(main())
