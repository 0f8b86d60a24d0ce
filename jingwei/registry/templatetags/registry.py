"""Tags of the registry's templates: what the login page offers besides the form."""

from typing import Any

from django import template
from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language

from jingwei.kernel.clocks.names import holiday_text
from jingwei.registry.demo import DEMO_PASSWORD, demo_logins

register = template.Library()


@register.simple_tag
def demo_login_list() -> dict[str, Any]:
    """`logins` (none outside demo mode) and their common `password`."""
    return {"logins": demo_logins(), "password": DEMO_PASSWORD}


@register.simple_tag
def government_login() -> dict[str, str] | None:
    """Name and URL of the government login, None where it is switched off."""
    if not getattr(settings, "OIDC_URL", ""):
        return None
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    try:
        url = reverse("openid_connect_login", kwargs={"provider_id": app["provider_id"]})
    except NoReverseMatch:
        return None
    return {"name": str(app["name"]), "url": url}


@register.filter
def holiday(name: str) -> str:
    """A holiday's name in the reader's language."""
    return holiday_text(name).in_language(get_language())
