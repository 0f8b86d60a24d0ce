"""What allauth and Django tell about signing in becomes rows of the table of attempts."""

from typing import Any

from allauth.account.signals import password_changed as allauth_password_changed
from allauth.core.internal.httpkit import get_client_ip
from allauth.mfa.signals import authentication_failed
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest

from jingwei.registry.actions.sign_ins import password_changed, record_sign_in
from jingwei.registry.models import Account
from jingwei.registry.terms import SignInOutcome


def address_of(request: HttpRequest | None) -> str | None:
    """The reader's network address, past the trusted proxies; None where there is no request."""
    return get_client_ip(request) if request is not None else None


@receiver(user_logged_in)
def _signed_in(request: HttpRequest | None, user: Account, **_more: Any) -> None:
    record_sign_in(outcome=SignInOutcome.SIGNED_IN, account=user, address=address_of(request))


@receiver(user_logged_out)
def _signed_out(request: HttpRequest | None, user: Account | None, **_more: Any) -> None:
    if user is None:
        return
    is_idle = bool(getattr(request, "is_idle", False))
    outcome = SignInOutcome.IDLE if is_idle else SignInOutcome.SIGNED_OUT
    record_sign_in(outcome=outcome, account=user, address=address_of(request))


@receiver(user_login_failed)
def _failed(credentials: dict[str, Any], request: HttpRequest | None = None, **_more: Any) -> None:
    username = str(credentials.get("username") or "")
    record_sign_in(outcome=SignInOutcome.FAILED, username=username, address=address_of(request))


@receiver(authentication_failed)
def _second_factor_failed(request: HttpRequest, user: Account, **_more: Any) -> None:
    record_sign_in(outcome=SignInOutcome.FAILED, account=user, address=address_of(request))


@receiver(allauth_password_changed)
def _password_changed(user: Account, **_more: Any) -> None:
    password_changed(account=user)
