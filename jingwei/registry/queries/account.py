"""What somebody is told of his own account."""

from allauth.mfa.models import Authenticator

from jingwei.registry.access import visible
from jingwei.registry.models import SignIn

SHOWN = 8


def factors_of(user: object) -> list[str]:
    """The kinds of second factor an account has set up."""
    return list(Authenticator.objects.filter(user=getattr(user, "pk", None)).values_list("type", flat=True))


def recent_sign_ins(user: object) -> list[SignIn]:
    """The last attempts to sign in to one's own account."""
    own = SignIn.objects.filter(account=getattr(user, "pk", None))
    return list(visible(user, own)[:SHOWN])
