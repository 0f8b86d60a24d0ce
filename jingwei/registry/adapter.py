"""How allauth behaves here."""

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from jingwei.registry.actions.sign_ins import record_sign_in
from jingwei.registry.models import Account
from jingwei.registry.queries.sign_ins import locked_until
from jingwei.registry.signals import address_of
from jingwei.registry.terms import SignInOutcome


class ClosedAdapter(DefaultAccountAdapter):
    """Accounts are made by the bureau, never by signing up; too many failures shut the door for a while."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Always closed."""
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to one's account; after a first password the address says where one was heading."""
        return reverse("registry:account")

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse while the name or the address is locked, whatever the password; raises ValidationError."""
        username = str(credentials.get("username") or "")
        address = address_of(request)
        end = locked_until(username, address)
        if end is not None:
            record_sign_in(outcome=SignInOutcome.LOCKED, username=username, address=address)
            text = _("Too many failed attempts. Try again after %(time)s, or ask the security administrator.")
            raise ValidationError(text % {"time": f"{localtime(end):%H:%M}"}, code="locked")
        super().pre_authenticate(request, **credentials)


class SealedFactorAdapter(DefaultMFAAdapter):
    """Keeps the secrets of second factors encrypted at rest, under a key made from the session key."""

    def encrypt(self, text: str) -> str:
        """The text as it is stored."""
        return _fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The text as it was."""
        return _fernet().decrypt(encrypted_text.encode()).decode()

    def get_totp_issuer(self) -> str:
        """The name an authenticator shows."""
        return "Jingwei"

    def _get_user_identifier(self, user: Account) -> str:
        return user.username


def _fernet() -> Fernet:
    key = hashlib.sha256(b"jingwei second factor\0" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
