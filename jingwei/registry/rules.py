"""What is true whoever asks: which roles may not meet in one account; when failed attempts shut the door."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from jingwei.registry.terms import ACCOUNTS, ADMINS, DESK, OUTSIDE, WATCHERS, Role

NEEDS_ORGANISATION = frozenset({Role.ENTERPRISE.value, Role.UNIVERSITY.value, Role.PARK.value})
NEEDS_TOWN = frozenset({Role.TOWN.value})
NEEDS_SECTION = frozenset({Role.OFFICER.value})


def conflict(held: Iterable[str], wanted: str) -> str | None:
    """The held role that forbids adding `wanted`, or None.

    Rule: the three administrators are separated from each other and from all business (GB/T 22239-2019, separation of
    system, security and audit administration); who watches changes nothing, so he does not also write; the bureau's
    own people do not act for the outside, except as experts.
    """
    return next((role for role in sorted(set(held)) if _clash(role, wanted)), None)


def _clash(one: str, other: str) -> bool:
    if one == other:
        return False
    pair = {one, other}
    if pair & ADMINS:
        return True
    if pair & WATCHERS and not pair <= WATCHERS:
        return True
    outside = OUTSIDE - {Role.EXPERT.value}
    return bool(pair & DESK) and bool(pair & outside)


def is_assignable(role: str) -> bool:
    """Whether an account can hold `role`; citizens have no account."""
    return role in ACCOUNTS


# GB/T 22239-2019, identity: failed attempts are answered by a lock; the numbers are common settings
ATTEMPTS_BY_NAME = 5
# a whole office may sit behind one address
ATTEMPTS_BY_ADDRESS = 40
LOCK = timedelta(minutes=15)


def locked_until(failures: Sequence[datetime], attempts: int, now: datetime) -> datetime | None:
    """When a lock ends, or None where there is none at `now`.

    Rule: `attempts` failures within `LOCK` of each other shut the door until `LOCK` after the last of them.
    """
    recent = sorted(moment for moment in failures if moment <= now)[-attempts:]
    if len(recent) < attempts or recent[-1] - recent[0] > LOCK:
        return None
    end = recent[-1] + LOCK
    return end if end > now else None
