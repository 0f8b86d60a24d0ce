"""Roles, kinds of organisations, levels of regions, units of limits."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What an account may be; one account may be several. Citizens have no account."""

    DIRECTOR = "director", _("Director")
    OFFICER = "officer", _("Section officer")
    REGISTRAR = "registrar", _("Registrar")
    FINANCE = "finance", _("Finance officer")
    SUPERVISOR = "supervisor", _("Supervisor (discipline office)")
    AUDITOR = "auditor", _("Auditor")
    ENTERPRISE = "enterprise", _("Enterprise")
    UNIVERSITY = "university", _("University or institute")
    EXPERT = "expert", _("Expert")
    TOWN = "town", _("Town or street")
    PARK = "park", _("Park")
    SYSTEM_ADMIN = "system_admin", _("System administrator")
    SECURITY_ADMIN = "security_admin", _("Security administrator")
    AUDIT_ADMIN = "audit_admin", _("Audit administrator")
    CITIZEN = "citizen", _("Citizen")


EVERYONE = frozenset(Role.values)
ACCOUNTS = EVERYONE - {Role.CITIZEN.value}
# The bureau's own people who work on registers; the discipline office and auditors read the same and change nothing.
WRITERS = frozenset({Role.OFFICER.value, Role.REGISTRAR.value})
LEADERS = frozenset({Role.DIRECTOR.value})
WATCHERS = frozenset({Role.SUPERVISOR.value, Role.AUDITOR.value})
DESK = WRITERS | LEADERS | WATCHERS | {Role.FINANCE.value}
OUTSIDE = frozenset(
    {Role.ENTERPRISE.value, Role.UNIVERSITY.value, Role.EXPERT.value, Role.TOWN.value, Role.PARK.value}
)
ADMINS = frozenset({Role.SYSTEM_ADMIN.value, Role.SECURITY_ADMIN.value, Role.AUDIT_ADMIN.value})


class OrganisationKind(TextChoices):
    """What an organisation is."""

    ENTERPRISE = "enterprise", _("Enterprise")
    UNIVERSITY = "university", _("University")
    INSTITUTE = "institute", _("Research institute")
    GOVERNMENT = "government", _("Government body")
    INTERMEDIARY = "intermediary", _("Intermediary")
    PARK_OPERATOR = "park_operator", _("Park operator")
    OTHER = "other", _("Other organisation")


class RegionLevel(TextChoices):
    """Levels of GB/T 2260 and below."""

    PROVINCE = "province", _("Province")
    CITY = "city", _("Prefecture-level city")
    DISTRICT = "district", _("District or county")
    TOWN = "town", _("Town or street")
    VILLAGE = "village", _("Village")


class DayKind(TextChoices):
    """What a day of the calendar is."""

    WORKDAY = "workday", _("Working day")
    WEEKEND = "weekend", _("Weekend")
    HOLIDAY = "holiday", _("Public holiday")
    MAKEUP = "makeup", _("Make-up working day")


class LimitUnit(TextChoices):
    """How a limit is counted."""

    WORKDAY = "workday", _("Working days")
    DAY = "day", _("Calendar days")
    NATURAL = "natural", _("Natural days")
    MONTH = "month", _("Months")
    COUNT = "count", _("Times or persons")


class Level(TextChoices):
    """The level of government that lists, confers or pays."""

    NATIONAL = "national", _("National")
    PROVINCIAL = "provincial", _("Provincial")
    CITY = "city", _("City")
    DISTRICT = "district", _("District")


class SignInOutcome(TextChoices):
    """How an attempt to sign in ended."""

    SIGNED_IN = "signed_in", _("Signed in")
    SIGNED_OUT = "signed_out", _("Signed out")
    IDLE = "idle", _("Signed out when idle")
    FAILED = "failed", _("Sign-in failed")
    LOCKED = "locked", _("Refused while locked")
