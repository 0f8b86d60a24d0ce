"""Who sees which projects and subsidies, and who may change them."""

from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from jingwei.projects.models import Project, Subsidy
from jingwei.registry.access import organisations_within, roles_of, scope_of
from jingwei.registry.terms import DESK, OUTSIDE, WRITERS, Role

Row = TypeVar("Row", bound=Model)
OWN = OUTSIDE - {Role.EXPERT.value}
VERBS = frozenset({"change", "close", "reopen"})


def sees_everything(user: object) -> bool:
    """Whether `user` reads the whole registers: the bureau's own people, the discipline office, the auditors."""
    return bool(roles_of(user) & DESK)


def has_own(user: object) -> bool:
    """Whether `user` stands for an enterprise, university, park or town and so has rows of its own."""
    return bool(roles_of(user) & OWN)


def published(rows: QuerySet[Row]) -> QuerySet[Row]:
    """The rows everybody may read on public pages, public fields only: listings and funds from above are published."""
    return rows


def visible(user: object, rows: QuerySet[Row]) -> QuerySet[Row]:
    """Those of `rows` (projects or subsidies) `user` may open.

    The desk: all. Enterprises, universities, parks: their own. Towns: those in the town. Everyone else: the published
    rows, of which they read the public fields.
    """
    if sees_everything(user):
        return rows
    if not has_own(user):
        return published(rows)
    return rows.filter(_own(user, rows.model))


def _own(user: object, model: type[Model]) -> Q:
    path = "undertaker__" if model is Project else "organisation__"
    condition = organisations_within(user, path)
    towns = scope_of(user, {Role.TOWN.value}).towns
    if towns and model is Project:
        condition |= Q(town__in=towns)
    return condition


def may(user: object, verb: str, obj: Model | type[Model]) -> bool:
    """Whether `user` may do `verb`: add, import, export, change, close, reopen, see_all (every field of the record).

    Registrars write everything; section officers add, and change rows of their section or of none; finance officers
    record subsidies; who watches changes nothing.
    """
    roles = roles_of(user)
    if verb == "export":
        return bool(roles & (DESK | OWN))
    if verb == "see_all":
        return sees_everything(user) or (has_own(user) and isinstance(obj, Model) and _is_own(user, obj))
    writes = bool(roles & WRITERS) or (Role.FINANCE.value in roles and _is_subsidy(obj))
    if verb in {"add", "import"}:
        return writes
    return verb in VERBS and writes and isinstance(obj, Model) and _in_reach(user, roles, obj)


def _is_subsidy(obj: Model | type[Model]) -> bool:
    return obj is Subsidy or isinstance(obj, Subsidy)


def _is_own(user: object, obj: Model) -> bool:
    return visible(user, type(obj)._default_manager.filter(pk=obj.pk)).exists()


def _in_reach(user: object, roles: frozenset[str], obj: Model) -> bool:
    if Role.REGISTRAR.value in roles or (Role.FINANCE.value in roles and _is_subsidy(obj)):
        return True
    section = getattr(obj, "section_id", None)
    return section is None or section in scope_of(user, {Role.OFFICER.value}).sections
