"""One demonstration account for every role."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction

from jingwei.registry.acting import note
from jingwei.registry.models import Account, Assignment, Organisation, Region, Section
from jingwei.registry.terms import OrganisationKind, RegionLevel, Role

# known to everyone who reads this line; accounts with it exist in demo mode only
DEMO_PASSWORD = "jingwei-demo"  # noqa: S105 - no secret


@dataclass(frozen=True)
class Login:
    """One account of the demonstration as the login page offers it."""

    username: str
    role: Any
    name: str


# username -> displayed name; the username is the role's value
NAMES: Mapping[str, str] = {
    Role.DIRECTOR: "周局长",
    Role.OFFICER: "沈科员",
    Role.REGISTRAR: "陆登记",
    Role.FINANCE: "方会计",
    Role.SUPERVISOR: "严监督",
    Role.AUDITOR: "施审计",
    Role.ENTERPRISE: "企业申报人",
    Role.UNIVERSITY: "高校申报人",
    Role.EXPERT: "评审专家",
    Role.TOWN: "镇街科技干部",
    Role.PARK: "园区管理员",
    Role.SYSTEM_ADMIN: "系统管理员",
    Role.SECURITY_ADMIN: "安全管理员",
    Role.AUDIT_ADMIN: "审计管理员",
}
SECTIONS: Mapping[str, str] = {
    Role.OFFICER: "high-tech",
    Role.REGISTRAR: "achievements",
    Role.FINANCE: "planning",
}
KINDS: Mapping[str, str] = {
    Role.ENTERPRISE: OrganisationKind.ENTERPRISE,
    Role.UNIVERSITY: OrganisationKind.UNIVERSITY,
    Role.EXPERT: OrganisationKind.INSTITUTE,
    Role.PARK: OrganisationKind.PARK_OPERATOR,
}


def demo_logins() -> list[Login]:
    """One login per role with its label and displayed name; empty outside demo mode."""
    if not settings.IS_DEMO:
        return []
    rows = Account.objects.filter(is_demo=True, username__in=NAMES).in_bulk(field_name="username")
    return [Login(str(name), Role(name).label, rows[name].display_name) for name in NAMES if name in rows]


def make_accounts() -> int:
    """Make the accounts that are missing, one per role, without a second factor; gives how many."""
    missing = [name for name in NAMES if not Account.objects.filter(username=name).exists()]
    password = make_password(DEMO_PASSWORD) if missing else ""
    with transaction.atomic():
        for name in missing:
            account = Account.objects.create(
                username=str(name), password=password, display_name=NAMES[name], is_demo=True
            )
            Assignment.objects.create(account=account, role=name, **_place(name))
            note(
                by=None,
                kind="registry.account.created",
                record=account,
                changes={},
                facts={"role": str(name)},
            )
    return len(missing)


def _place(role: str) -> dict[str, Any]:
    """Where the demonstration account of a role works."""
    place: dict[str, Any] = {}
    if role in SECTIONS:
        place["section"] = Section.objects.filter(code=SECTIONS[role]).first()
    if role in KINDS:
        place["organisation"] = (
            Organisation.objects.filter(kind=KINDS[role], is_demo=True).order_by("pk").first()
        )
    if role == Role.TOWN:
        place["town"] = Region.objects.filter(level=RegionLevel.TOWN).order_by("order", "code").first()
    return place
