"""What is true of projects, whoever asks: terms, money, the end of a project."""

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
