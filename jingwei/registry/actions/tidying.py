"""Removing what need not be kept any longer."""

from dataclasses import dataclass
from datetime import date

from jingwei.documents.actions import forget_files
from jingwei.registry.access import today
from jingwei.registry.actions.sign_ins import forget_old_sign_ins
from jingwei.registry.queries.calendar import reckon_by_rule

KEEP_UPLOADS = "imports.keep"


@dataclass(frozen=True)
class Tidied:
    """How many uploaded files and how many attempts to sign in were removed."""

    files: int
    sign_ins: int


def tidy(*, region: str) -> Tidied:
    """Remove uploaded files by the dated rule `imports.keep` of the region, and attempts to sign in of over a year.

    The rule in force when an import ended says how long its file is kept. Raises InputError where there was none.
    """
    day = today()

    def is_over(ended: date) -> bool:
        due = reckon_by_rule(KEEP_UPLOADS, region, ended).due
        return due is not None and due < day

    return Tidied(forget_files(is_over=is_over), forget_old_sign_ins())
