"""How allauth behaves here."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedAdapter(DefaultAccountAdapter):
    """Accounts are made by the bureau, never by signing up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Always closed."""
        return False
