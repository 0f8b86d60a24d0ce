"""Who sees which titles, and who may change them."""

from django.db.models import Model, Q, QuerySet

from jingwei.registry.access import organisations_within, roles_of, scope_of
from jingwei.registry.terms import DESK, OUTSIDE, WRITERS, Role
from jingwei.titles.models import Title, TitleType
from jingwei.titles.terms import RecipientKind

OWN = OUTSIDE - {Role.EXPERT.value}
VERBS = frozenset({"change", "renew", "revoke"})


def sees_everything(user: object) -> bool:
    """Whether `user` reads the whole register: the bureau's own people, the discipline office, the auditors."""
    return bool(roles_of(user) & DESK)


def has_own(user: object) -> bool:
    """Whether `user` stands for an enterprise, university, park or town and so has rows of its own."""
    return bool(roles_of(user) & OWN)


def published(rows: QuerySet[Title]) -> QuerySet[Title]:
    """The titles everybody may read: those of organisations and of the district; never a person's."""
    types = TitleType.objects.filter(is_confidential=False).exclude(recipient_kind=RecipientKind.PERSON)
    return rows.filter(type__in=types)


def visible(user: object, rows: QuerySet[Title]) -> QuerySet[Title]:
    """Those of `rows` `user` may open.

    The desk: all. Enterprises, universities, parks: their own, talents they employ among them. Towns: the published
    titles in the town. Everyone else: the published titles.
    """
    if sees_everything(user):
        return rows
    if not has_own(user):
        return published(rows)
    own = rows.filter(organisations_within(user, "organisation__") | _in_towns(user))
    return own if roles_of(user) - {Role.TOWN.value} & OWN else published(own)


def _in_towns(user: object) -> Q:
    towns = scope_of(user, {Role.TOWN.value}).towns
    return Q(town__in=towns) if towns else Q(pk__in=[])


def may(user: object, verb: str, obj: Model | type[Model]) -> bool:
    """Whether `user` may do `verb`: add, import, export, change, renew, revoke, see_all (every field of the record).

    Registrars write everything; section officers add, and change rows of their section or of none; who watches
    changes nothing.
    """
    roles = roles_of(user)
    if verb == "export":
        return bool(roles & (DESK | OWN))
    if verb == "see_all":
        return sees_everything(user) or (has_own(user) and isinstance(obj, Title) and _is_own(user, obj))
    writes = bool(roles & WRITERS)
    if verb in {"add", "import"}:
        return writes
    return verb in VERBS and writes and isinstance(obj, Title) and _in_reach(user, roles, obj)


def _is_own(user: object, obj: Title) -> bool:
    return visible(user, Title.objects.filter(pk=obj.pk)).exists()


def _in_reach(user: object, roles: frozenset[str], obj: Title) -> bool:
    if Role.REGISTRAR.value in roles:
        return True
    return obj.section_id is None or obj.section_id in scope_of(user, {Role.OFFICER.value}).sections
