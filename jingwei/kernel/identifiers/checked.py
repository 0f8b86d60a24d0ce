"""What checking an identifier gives: its normal form and what is wrong with it."""

from dataclasses import dataclass
from enum import StrEnum

from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text


class Severity(StrEnum):
    """Errors forbid the number; warnings must be looked at; notes tell what was done."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Problem:
    """One thing found. `position` counts the characters of the normal form from 1; None: the whole of it."""

    severity: Severity
    position: int | None
    text: Text


@dataclass(frozen=True)
class Checked:
    """An identifier in its normal form, as it is stored, with all problems found."""

    value: str
    problems: tuple[Problem, ...] = ()

    @property
    def is_valid(self) -> bool:
        """Whether there is no error; warnings and notes may remain."""
        return not self.errors

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that forbid it."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that must be looked at."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.WARNING)

    def required(self) -> str:
        """The value; `InputError` with the first error where there is one."""
        for problem in self.errors:
            raise InputError(problem.text)
        return self.value


def error(zh: str, en: str, position: int | None = None) -> Problem:
    """A problem that forbids the number."""
    return Problem(Severity.ERROR, position, Text(zh, en))


def warning(zh: str, en: str, position: int | None = None) -> Problem:
    """A problem to be looked at."""
    return Problem(Severity.WARNING, position, Text(zh, en))


def note(zh: str, en: str, position: int | None = None) -> Problem:
    """Something worth knowing."""
    return Problem(Severity.NOTE, position, Text(zh, en))
