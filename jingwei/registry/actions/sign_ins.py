"""Writing down attempts to sign in: many and personal, so they stand in a table of their own, not in the log."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from jingwei.registry.acting import note
from jingwei.registry.models import Account, SignIn
from jingwei.registry.queries.sign_ins import name_key
from jingwei.registry.terms import SignInOutcome

# Cybersecurity Law art. 21: network logs are kept for six months at least
KEPT = timedelta(days=366)


def record_sign_in(
    *, outcome: SignInOutcome, username: str = "", account: Account | None = None, address: str | None = None
) -> SignIn:
    """Write one attempt or sign-out; the name typed is kept as a keyed hash only. Gives the row."""
    known = account or Account.objects.filter(username__iexact=username).first()
    key = name_key(account.username if account else username)
    return SignIn.objects.create(
        at=timezone.now(), account=known, name_key=key, outcome=outcome, address=address
    )


def forget_old_sign_ins() -> int:
    """Remove attempts older than a year; gives how many."""
    removed, _by_model = SignIn.objects.filter(at__lt=timezone.now() - KEPT).delete()
    return removed


@transaction.atomic
def password_changed(*, account: Account) -> None:
    """Somebody chose a new password: the first one need not be changed any more, and the log says so."""
    account.must_change_password = False
    account.save(update_fields=["must_change_password"])
    note(by=account, kind="registry.account.password_changed", record=account, changes={})
