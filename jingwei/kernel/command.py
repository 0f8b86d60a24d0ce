"""A command of `jingwei` as an app declares it; `site/cli.py` puts them together."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass, field

from jingwei.kernel.text import Text

FINE, FINDINGS, MISUSE = 0, 1, 2


@dataclass(frozen=True)
class Command:
    """One command: `name` as typed (two words for a sub-command), a line of help, arguments, what it does.

    `run` gives the exit code: 0 fine, 1 findings, 2 misuse or bad input; it prints data to standard output.
    Errors meant for people are raised as `kernel.errors.InputError`, which becomes a line on standard error
    and exit code 2. `arguments` adds to the parser; the reader's language is already active, so `gettext`
    gives its help texts.
    """

    name: str
    help: Text
    arguments: Callable[[ArgumentParser], None] = field(repr=False)
    run: Callable[[Namespace], int] = field(repr=False)
