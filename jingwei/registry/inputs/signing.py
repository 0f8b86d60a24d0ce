"""allauth's forms in the kit's dress."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as factor
from allauth.mfa.totp import forms as totp
from django.utils.translation import gettext_lazy as _

from jingwei.ui.forms import dress

FORGOTTEN = _("Forgotten? The security administrator gives you a new one.")


class _Dressed:
    """Gives widgets the kit's classes and takes placeholders away: they would repeat the labels."""

    fields: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
        # instead of allauth's link to a reset by mail, which is closed here
        for name in {"password", "oldpassword"} & set(self.fields):
            self.fields[name].help_text = FORGOTTEN
        dress(self)


class LoginForm(_Dressed, account.LoginForm):
    """User name and password."""


class ChangePasswordForm(_Dressed, account.ChangePasswordForm):
    """The old password and the new one twice."""


class ReauthenticateForm(_Dressed, account.ReauthenticateForm):
    """The password again."""


class FactorForm(_Dressed, factor.AuthenticateForm):
    """A code of the second factor."""


class FactorAgainForm(_Dressed, factor.ReauthenticateForm):
    """A code of the second factor again."""


class ActivateForm(_Dressed, totp.ActivateTOTPForm):
    """The first code of a new authenticator."""


class DeactivateForm(_Dressed, totp.DeactivateTOTPForm):
    """Confirmation only."""
