"""What the log says in clear about a title: what anyone may know. Persons and their employers are never among it."""

from typing import Any

from jingwei.titles.models import Title
from jingwei.titles.terms import RecipientKind


def is_unnamed(title: Title) -> bool:
    """Whether nobody outside may learn who holds the title."""
    return title.type.is_confidential or title.type.recipient_kind == RecipientKind.PERSON


def title_facts(title: Title) -> dict[str, Any]:
    """Type, class and dates of a title; number and recipient too where they may be named."""
    facts: dict[str, Any] = {
        "type": title.type.code,
        "award_class": title.award_class,
        "granted_on": title.granted_on.isoformat(),
        "valid_until": title.valid_until.isoformat() if title.valid_until else None,
        "revoked_on": title.revoked_on.isoformat() if title.revoked_on else None,
    }
    if is_unnamed(title):
        return facts
    recipient = title.organisation or title.region
    return {**facts, "number": title.number, "recipient": recipient.name if recipient else ""}
