"""What `registry` hands to the floors below."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jingwei.documents.shapes import Sheet
from jingwei.registry.access import ACCOUNT_READERS, AUDIT_READERS, OWNERS, REGISTRARS, SECURITY, TOWNS
from jingwei.registry.actions.pack import load_calendar, load_regions, load_rules, load_sections
from jingwei.registry.declared.acts import act_labels, recorded
from jingwei.registry.declared.homes import homes
from jingwei.registry.declared.sheets import organisations_sheet
from jingwei.registry.demo import make_demo
from jingwei.registry.queries.organisations import find_organisations, find_people
from jingwei.registry.shapes import DemoYear, DossierSection, PackPart, TownSection
from jingwei.registry.terms import ACCOUNTS, DESK, EVERYONE, WRITERS, Role
from jingwei.ui.shapes import WRITE, Door, Findable, Found, Place, ShellFacts

__all__ = [
    "act_labels",
    "demo_years",
    "doors",
    "dossier_sections",
    "findables",
    "homes",
    "pack_parts",
    "places",
    "recorded",
    "sheets",
]

SYSTEM = frozenset({Role.SYSTEM_ADMIN.value})
NOBODY: frozenset[str] = frozenset()
POST = frozenset({"POST", "OPTIONS"})
SEEN_ORGANISATIONS = DESK | OWNERS | TOWNS

# allauth's views that a bureau has no use for: nobody signs up, accounts hang on no e-mail address
CLOSED = (
    "account_signup",
    "account_confirm_login_code",
    "account_email",
    "account_email_verification_sent",
    "account_confirm_email",
    "account_set_password",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
)
OPEN = ("account_login", "account_logout", "account_inactive", "account_reauthenticate", "mfa_authenticate")
OWN = (
    "account_change_password",
    "mfa_index",
    "mfa_reauthenticate",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
)

doors: tuple[Door, ...] = (
    *(Door(name, NOBODY, NOBODY) for name in CLOSED),
    *(Door(name, EVERYONE, WRITE) for name in (*OPEN, *OWN)),
    Door("registry:organisations", SEEN_ORGANISATIONS),
    Door("registry:organisation-add", WRITERS, WRITE),
    Door("registry:organisation", SEEN_ORGANISATIONS),
    Door("registry:organisation-edit", WRITERS, WRITE),
    Door("registry:organisation-rename", WRITERS, WRITE),
    Door("registry:organisation-family", WRITERS, WRITE),
    Door("registry:people", DESK),
    Door("registry:person-add", WRITERS, WRITE),
    Door("registry:person", DESK | OWNERS),
    Door("registry:person-edit", WRITERS, WRITE),
    Door("registry:employment-add", WRITERS, WRITE),
    Door("registry:employment-end", WRITERS, WRITE),
    Door("registry:towns", DESK | TOWNS),
    Door("registry:town", DESK | TOWNS),
    Door("registry:calendar-now", EVERYONE),
    Door("registry:calendar", EVERYONE),
    Door("registry:calendar-notice", REGISTRARS, WRITE),
    Door("registry:calendar-day", REGISTRARS, WRITE),
    Door("registry:reckon", EVERYONE),
    Door("registry:rules", EVERYONE),
    Door("registry:rule-add", REGISTRARS, WRITE),
    Door("registry:rule", EVERYONE),
    Door("registry:rule-end", REGISTRARS, WRITE),
    Door("registry:accounts", ACCOUNT_READERS),
    Door("registry:account-add", SECURITY, WRITE),
    Door("registry:account-detail", ACCOUNT_READERS),
    Door("registry:account-edit", SECURITY, WRITE),
    Door("registry:account-assign", SECURITY, WRITE),
    Door("registry:account-switch", SECURITY, POST),
    Door("registry:account-reset", SECURITY, POST),
    Door("registry:assignment-end", SECURITY, POST),
    Door("registry:sign-ins", AUDIT_READERS),
    Door("registry:acts", AUDIT_READERS),
    Door("registry:system", SYSTEM),
    Door("registry:mine", OWNERS),
    Door("registry:account", ACCOUNTS),
)

places: tuple[Place, ...] = (
    Place("registry:mine", _("My organisation"), "mine", "building-factory-2", OWNERS, 10),
    Place("registry:organisations", _("Organisations"), "registers", "building-factory-2", DESK | TOWNS, 60),
    Place("registry:people", _("People"), "registers", "users", DESK, 70),
    Place("registry:towns", _("Towns and streets"), "registers", "map-pin", DESK | TOWNS, 80),
    Place("registry:calendar-now", _("Calendar"), "see", "calendar", EVERYONE, 60),
    Place("registry:reckon", _("Reckon a deadline"), "see", "clock", EVERYONE, 65),
    Place("registry:rules", _("Dated rules"), "see", "scale", EVERYONE, 70),
    Place("registry:accounts", _("Accounts"), "manage", "users-group", ACCOUNT_READERS, 10),
    Place("registry:sign-ins", _("Sign-ins"), "manage", "login", AUDIT_READERS, 20),
    Place("registry:acts", _("Acts"), "manage", "history", AUDIT_READERS, 30),
    Place("registry:system", _("System"), "manage", "settings", SYSTEM, 40),
)


def _organisations(request: HttpRequest, words: str, limit: int) -> Iterable[Found]:
    for one in find_organisations(request.user, words, limit):
        url = reverse("registry:organisation", args=[one.pk])
        yield Found(one.name, url, detail=str(one.get_kind_display()), code=one.uscc or "")


def _people(request: HttpRequest, words: str, limit: int) -> Iterable[Found]:
    for one in find_people(request.user, words, limit):
        works_at = "、".join(dict.fromkeys(job.organisation.name for job in one.employments.all()))
        yield Found(one.name, reverse("registry:person", args=[one.pk]), detail=works_at)


findables: tuple[Findable, ...] = (
    Findable("organisations", _("Organisations"), _organisations),
    Findable("people", _("People"), _people),
)
sheets: tuple[Sheet, ...] = (organisations_sheet,)
pack_parts: tuple[PackPart, ...] = (
    PackPart("regions", 10, load_regions),
    PackPart("sections", 11, load_sections),
    PackPart("rules", 12, load_rules),
    PackPart("calendar", 13, load_calendar),
)
demo_years: tuple[DemoYear, ...] = (DemoYear("registry", 10, make_demo),)
dossier_sections: tuple[DossierSection, ...] = ()
town_sections: tuple[TownSection, ...] = ()


def _my_links(request: HttpRequest) -> dict[str, object]:
    """What the reader's own menu leads to."""
    return {"me_links": [(_("My account"), reverse("registry:account"))]}


shell_facts: tuple[ShellFacts, ...] = (ShellFacts("my account", _my_links),)
