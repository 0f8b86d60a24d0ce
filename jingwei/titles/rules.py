"""What is true of titles, whoever asks: until when they stand, when they are due for renewal."""

from dataclasses import dataclass
from datetime import date, timedelta

VALID, RENEWED, EXPIRED, REVOKED = "valid", "renewed", "expired", "revoked"


@dataclass(frozen=True)
class TitleFacts:
    """The dates of a title; `valid_until` is its last day, `renewed_on` the day a renewal took its place."""

    granted_on: date
    valid_until: date | None = None
    revoked_on: date | None = None
    renewed_on: date | None = None


def add_years(day: date, years: int) -> date:
    """The same day `years` later; 29 February becomes 28 February where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def add_months(day: date, months: int) -> date:
    """The same day `months` later, or the last day of that month where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    first = date(index // 12, index % 12 + 1, 1)
    following = date((index + 1) // 12, (index + 1) % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), following - timedelta(days=1))


def last_valid_day(granted_on: date, years: int | None) -> date | None:
    """The last day of a title granted for `years`; None for a title without a term.

    Rule: a certificate of n years expires on the day before its anniversary (高新技术企业认定管理办法: three years).
    """
    return None if years is None else add_years(granted_on, years) - timedelta(days=1)


def standing_until(facts: TitleFacts) -> date | None:
    """The first day on which the title no longer stands; None while nothing ends it.

    Rule: a title ends by revocation, by expiry (the day after its last valid day), or when its renewal takes its
    place, whichever comes first; so a title and its renewal are never counted together.
    """
    ends = [facts.revoked_on, facts.renewed_on]
    if facts.valid_until is not None:
        ends.append(facts.valid_until + timedelta(days=1))
    known = [day for day in ends if day is not None]
    return max(min(known), facts.granted_on) if known else None


def status_on(facts: TitleFacts, day: date) -> str:
    """`valid`, `renewed`, `expired` or `revoked` on `day`.

    A revoked title is never merely expired; one whose renewal has taken its place is `renewed`.
    """
    if facts.revoked_on is not None and facts.revoked_on <= day:
        return REVOKED
    if facts.renewed_on is not None and facts.renewed_on <= day:
        return RENEWED
    return EXPIRED if facts.valid_until is not None and facts.valid_until < day else VALID


def is_due(facts: TitleFacts, day: date, months: int) -> bool:
    """Whether a valid title expires within `months` after `day` and has no renewal yet."""
    if facts.valid_until is None or facts.renewed_on is not None or status_on(facts, day) != VALID:
        return False
    return facts.valid_until <= add_months(day, months)
