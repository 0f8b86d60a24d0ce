"""Who sees and who may do what in the registry; and the roles and scope every other app asks for."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from jingwei.registry import models
from jingwei.registry.terms import ADMINS, DESK, WRITERS, Role

Row = TypeVar("Row", bound=Model)
NOBODY = frozenset({Role.CITIZEN.value})
_HELD = "_jingwei_held"


@dataclass(frozen=True)
class Held:
    """One role held today: where (primary keys), and the code of the section for the log."""

    role: str
    section: int | None = None
    section_code: str = ""
    organisation: int | None = None
    town: int | None = None


@dataclass(frozen=True)
class Scope:
    """Where somebody's roles reach today (primary keys); `organisations` has the members of their families too."""

    sections: frozenset[int] = frozenset()
    organisations: frozenset[int] = frozenset()
    towns: frozenset[int] = frozenset()


def today() -> date:
    """The bureau's date."""
    return timezone.localdate()


def in_force(day: date) -> Q:
    """Rows with `valid_from`/`valid_to` that hold on `day`; both ends are inclusive, an open end has none."""
    return (Q(valid_from__isnull=True) | Q(valid_from__lte=day)) & (
        Q(valid_to__isnull=True) | Q(valid_to__gte=day)
    )


def not_over(day: date) -> Q:
    """Rows with `valid_to` that hold on `day` or will hold later."""
    return Q(valid_to__isnull=True) | Q(valid_to__gte=day)


def held_by(user: object, day: date | None = None) -> tuple[Held, ...]:
    """The assignments of an account that hold on `day` (today); none for anonymous or disabled accounts."""
    if not isinstance(user, models.Account) or user.pk is None or not user.is_active:
        return ()
    remembered: tuple[Held, ...] | None = getattr(user, _HELD, None)
    if day is None and remembered is not None:
        return remembered
    rows = user.assignments.filter(in_force(day or today())).select_related("section").order_by("pk")
    return tuple(
        Held(
            row.role,
            row.section_id,
            row.section.code if row.section else "",
            row.organisation_id,
            row.town_id,
        )
        for row in rows
    )


def remember(user: object) -> None:
    """Keep what `user` holds on the instance for the length of one request, so that rows do not ask again."""
    if isinstance(user, models.Account):
        setattr(user, _HELD, held_by(user))


def roles_of(user: object) -> frozenset[str]:
    """The roles somebody has today; who is not signed in, disabled, or has no role is a citizen."""
    return frozenset(held.role for held in held_by(user)) or NOBODY


def roles_in(request: HttpRequest) -> frozenset[str]:
    """The roles of whoever asks, as RolesMiddleware found them."""
    roles: frozenset[str] | None = getattr(request, "roles", None)
    return roles_of(getattr(request, "user", None)) if roles is None else roles


def scope_of(user: object, roles: Iterable[str] | None = None) -> Scope:
    """Where the roles of `user` (or only those named) reach today."""
    wanted = None if roles is None else frozenset(roles)
    held = [one for one in held_by(user) if wanted is None or one.role in wanted]
    return Scope(
        sections=frozenset(one.section for one in held if one.section is not None),
        organisations=with_members(one.organisation for one in held if one.organisation is not None),
        towns=frozenset(one.town for one in held if one.town is not None),
    )


def with_members(organisations: Iterable[int]) -> frozenset[int]:
    """These organisations and everything that belongs to them, however deep."""
    found: frozenset[int] = frozenset(organisations)
    fresh = found
    while fresh:
        rows = models.Organisation.objects.filter(family_id__in=fresh).values_list("pk", flat=True)
        fresh = frozenset(rows) - found
        found |= fresh
    return found


EMPLOYERS = frozenset({Role.ENTERPRISE.value, Role.UNIVERSITY.value, Role.PARK.value})
OWNERS = EMPLOYERS | {Role.EXPERT.value}
TOWNS = frozenset({Role.TOWN.value})


def organisations_within(user: object, path: str = "") -> Q:
    """The condition "lies within the reach of an enterprise, university, park or town account".

    `path` leads from the filtered model to the organisation, such as ``"undertaker__"``; empty on organisations.
    """
    condition = Q(**{f"{path}pk__in": scope_of(user, OWNERS).organisations})
    towns = scope_of(user, TOWNS).towns
    return condition | Q(**{f"{path}town__in": towns}) if towns else condition


def _organisations(user: object, path: str) -> Q | None:
    return None if roles_of(user) & DESK else organisations_within(user, path)


def _people(user: object) -> Q | None:
    """Desk: all. Who acts for an organisation: its people. Everyone: oneself. Experts and towns see no colleagues."""
    if roles_of(user) & DESK:
        return None
    own = Q(employments__organisation__in=scope_of(user, EMPLOYERS).organisations)
    person = getattr(user, "person_id", None)
    return own | Q(pk=person) if person else own


def _employments(user: object) -> Q | None:
    if roles_of(user) & DESK:
        return None
    own = Q(organisation__in=scope_of(user, EMPLOYERS).organisations)
    person = getattr(user, "person_id", None)
    return own | Q(person=person) if person else own


ACCOUNT_READERS = frozenset({Role.SECURITY_ADMIN.value, Role.AUDIT_ADMIN.value})
AUDIT_READERS = frozenset({Role.AUDIT_ADMIN.value})


def _accounts(user: object, path: str) -> Q | None:
    if roles_of(user) & ACCOUNT_READERS:
        return None
    return Q(**{f"{path}pk": getattr(user, "pk", None) or 0})


def _sign_ins(user: object) -> Q | None:
    return None if roles_of(user) & AUDIT_READERS else Q(account=getattr(user, "pk", None) or 0)


def _everyone(user: object) -> Q | None:
    return None


def _nobody(user: object) -> Q | None:
    return Q(pk__in=[])


_CONDITIONS: dict[type[Model], Callable[[object], Q | None]] = {
    models.Organisation: lambda user: _organisations(user, ""),
    models.OrganisationName: lambda user: _organisations(user, "organisation__"),
    models.Person: _people,
    models.Employment: _employments,
    models.Account: lambda user: _accounts(user, ""),
    models.Assignment: lambda user: _accounts(user, "account__"),
    models.SignIn: _sign_ins,
    models.Region: _everyone,
    models.Section: _everyone,
    models.CalendarDay: _everyone,
    models.DatedRule: _everyone,
}


def visible(user: object, rows: QuerySet[Row]) -> QuerySet[Row]:
    """Those of `rows` that `user` may see. A model that is not listed here is seen by nobody."""
    condition = _CONDITIONS.get(rows.model, _nobody)(user)
    if condition is None:
        return rows
    # by key, so that a condition over many-valued relations neither doubles rows nor forbids later slicing
    return rows.filter(pk__in=rows.model._default_manager.filter(condition).values("pk"))


REGISTRARS = frozenset({Role.REGISTRAR.value})
SECURITY = frozenset({Role.SECURITY_ADMIN.value})
_VERBS: dict[type[Model], dict[str, frozenset[str]]] = {
    models.Organisation: dict.fromkeys(("add", "edit", "rename", "move", "join", "import"), WRITERS),
    models.Person: dict.fromkeys(("add", "edit"), WRITERS),
    models.Employment: dict.fromkeys(("add", "end"), WRITERS),
    models.Account: dict.fromkeys(("add", "edit", "disable", "enable", "assign", "reset"), SECURITY),
    models.Assignment: {"end": SECURITY},
    models.CalendarDay: dict.fromkeys(("edit", "import"), REGISTRARS),
    models.DatedRule: dict.fromkeys(("add", "end"), REGISTRARS),
}


def may(user: object, verb: str, obj: Model | type[Model]) -> bool:
    """Whether `user` may do `verb` to `obj` (a record, or the model itself where there is no record yet).

    Verbs of the registry: view, add, edit, rename, move, join, import (organisations); add, edit (people); add, end
    (employments, dated rules); add, edit, disable, enable, assign, reset (accounts); end (assignments); edit, import
    (calendar). A security administrator never acts on his own account.
    """
    model = obj if isinstance(obj, type) else type(obj)
    if verb == "view":
        if isinstance(obj, type):
            return may_list(user, model)
        return visible(user, model._default_manager.filter(pk=obj.pk)).exists()
    if not roles_of(user) & _VERBS.get(model, {}).get(verb, frozenset()):
        return False
    own = getattr(user, "pk", None)
    if isinstance(obj, models.Account):
        return obj.pk != own
    if isinstance(obj, models.Assignment):
        return obj.account_id != own
    return True


_LISTS: dict[type[Model], frozenset[str]] = {
    models.Organisation: DESK | OWNERS | TOWNS,
    models.Person: DESK | OWNERS,
    models.Account: ACCOUNT_READERS,
    models.Assignment: ACCOUNT_READERS,
    models.SignIn: AUDIT_READERS,
}


def may_list(user: object, model: type[Model]) -> bool:
    """Whether a list of `model` means anything to `user`; regions, sections, calendar and rules are for everyone."""
    return bool(roles_of(user) & _LISTS.get(model, roles_of(user)))


def is_admin(user: object) -> bool:
    """Whether `user` runs the system rather than the business."""
    return bool(roles_of(user) & ADMINS)
