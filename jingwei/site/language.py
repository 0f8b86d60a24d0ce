"""Which language the command line speaks."""

import os
from collections.abc import Mapping, Sequence

CHINESE, ENGLISH = "zh-hans", "en"


def command_language(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """The language of help and messages: ``--language``, JINGWEI_LANGUAGE, then the locale; Chinese when none says.

    A locale of ``C`` or ``POSIX`` says nothing about the reader, so it means Chinese.
    """
    for place, word in enumerate(arguments):
        if word.startswith("--language="):
            return _tag(word.partition("=")[2])
        if word == "--language" and place + 1 < len(arguments):
            return _tag(arguments[place + 1])
    for name in ("JINGWEI_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return _tag(environment[name])
    return CHINESE


def _tag(name: str) -> str:
    return ENGLISH if name.lower().startswith("en") else CHINESE
