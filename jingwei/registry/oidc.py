"""The hook for a government login by OpenID Connect; off unless the settings name a provider (JINGWEI_OIDC_URL)."""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from jingwei.registry.models import Account


def account_for(identifier: str) -> Account | None:
    """The account the security administrator bound to this identifier of the government login; None if none or shut."""
    return Account.objects.filter(external_id=identifier, is_active=True).first() if identifier else None


class GovernmentAdapter(DefaultSocialAccountAdapter):
    """Whoever the government login vouches for signs in to the account bound to him; nobody gets one by it."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Always closed."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Bind the login to its account, or send the reader back to the login page with the reason."""
        account = account_for(str(sociallogin.account.uid))
        if account is None:
            messages.error(
                request,
                _("No account here is bound to this government login. Ask the security administrator."),
            )
            raise ImmediateHttpResponse(redirect("account_login"))
        sociallogin.user = account
