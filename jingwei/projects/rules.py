"""What is true of projects, whoever asks: terms, money, the end of a project."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

RUNNING = "running"


@dataclass(frozen=True)
class ProjectFacts:
    """The facts of a project that rules look at; money in fen."""

    listed_on: date
    starts_on: date | None = None
    ends_on: date | None = None
    budget_fen: int | None = None
    grant_fen: int = 0
    status: str = RUNNING
    closed_on: date | None = None


def faults(facts: ProjectFacts) -> frozenset[str]:
    """Names of the fields that contradict another field; empty when all is well.

    Rule (project contract, 任务书): money is never negative, the grant lies within the total budget, a term ends after
    it begins, and a project that no longer runs says since when, not before it was listed.
    """
    wrong: set[str] = set()
    if facts.grant_fen < 0:
        wrong.add("grant_fen")
    if facts.budget_fen is not None and facts.budget_fen < facts.grant_fen:
        wrong.add("budget_fen")
    if facts.starts_on and facts.ends_on and facts.ends_on < facts.starts_on:
        wrong.add("ends_on")
    if (facts.status == RUNNING) != (facts.closed_on is None):
        wrong.add("closed_on")
    if facts.closed_on and facts.closed_on < facts.listed_on:
        wrong.add("closed_on")
    return frozenset(wrong)


def is_running_on(facts: ProjectFacts, day: date) -> bool:
    """Whether the project is under way at the end of `day`: listed by then and not closed by then."""
    return facts.listed_on <= day and (facts.closed_on is None or facts.closed_on > day)


def is_overdue(facts: ProjectFacts, day: date) -> bool:
    """Whether the term has passed and the project still runs: acceptance is due (验收)."""
    return facts.closed_on is None and facts.ends_on is not None and facts.ends_on < day


_TERM = re.compile(
    r"(?P<y1>\d{4})[.\-/年](?P<m1>\d{1,2})(?:[.\-/月](?P<d1>\d{1,2})日?|月)?"
    r"\s*(?:-{1,2}|—{1,2}|–|~|～|至|到)\s*"
    r"(?P<y2>\d{4})[.\-/年](?P<m2>\d{1,2})(?:[.\-/月](?P<d2>\d{1,2})日?|月)?"
)


def read_term(text: str) -> tuple[date, date] | None:
    """First and last day of a term as ledgers write it in one cell: 2013.1-2014.12, 2013年5月至2015年4月.

    Without days a term runs from the first day of its first month to the last of its last. None for anything else.
    """
    found = _TERM.fullmatch(text.strip())
    if not found:
        return None
    first_year, first_month, last_year, last_month = (int(found[name]) for name in ("y1", "m1", "y2", "m2"))
    try:
        first = date(first_year, first_month, int(found["d1"] or 1))
        last = date(last_year, last_month, int(found["d2"] or monthrange(last_year, last_month)[1]))
    except ValueError:
        return None
    return first, last
