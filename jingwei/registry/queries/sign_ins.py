"""What attempts to sign in say: whether a name or an address is locked."""

from datetime import datetime

from django.utils import timezone
from django.utils.crypto import salted_hmac

from jingwei.registry import rules
from jingwei.registry.models import SignIn
from jingwei.registry.terms import SignInOutcome


def name_key(username: str) -> str:
    """A keyed hash of the name typed: enough to count by, useless to read."""
    return salted_hmac("jingwei.sign-in", username.strip().casefold(), algorithm="sha256").hexdigest()


def locked_until(username: str, address: str | None) -> datetime | None:
    """When the lock on this name or this address ends, or None."""
    now = timezone.now()
    since = now - 2 * rules.LOCK
    failed = SignIn.objects.filter(outcome=SignInOutcome.FAILED, at__gte=since)
    by_name = failed.filter(name_key=name_key(username))
    last = (
        SignIn.objects.filter(name_key=name_key(username), outcome=SignInOutcome.SIGNED_IN, at__gte=since)
        .order_by("-at")
        .values_list("at", flat=True)
        .first()
    )
    if last is not None:
        by_name = by_name.filter(at__gt=last)
    ends = [rules.locked_until(list(by_name.values_list("at", flat=True)), rules.ATTEMPTS_BY_NAME, now)]
    if address:
        moments = list(failed.filter(address=address).values_list("at", flat=True))
        ends.append(rules.locked_until(moments, rules.ATTEMPTS_BY_ADDRESS, now))
    return max((end for end in ends if end is not None), default=None)
