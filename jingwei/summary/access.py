"""Who reads which summary, and who writes and issues it."""

from django.db.models import Model, QuerySet

from jingwei.registry.access import Row, roles_of, scope_of
from jingwei.registry.terms import DESK, LEADERS, Role
from jingwei.summary.models import Summary, SummarySection
from jingwei.summary.terms import SummaryStatus

OFFICERS = frozenset({Role.OFFICER.value})


def visible(user: object, rows: QuerySet[Row]) -> QuerySet[Row]:
    """Those of `rows` (summaries, sections) that `user` may read: the bureau all, others what is issued."""
    if roles_of(user) & DESK:
        return rows
    if rows.model is Summary:
        return rows.filter(status=SummaryStatus.ISSUED)
    if rows.model is SummarySection:
        return rows.filter(summary__status=SummaryStatus.ISSUED)
    return rows.none()


def may(user: object, verb: str, obj: Model | type[Model]) -> bool:
    """Whether `user` may do `verb`.

    Verbs: view (both), add, issue (summaries: the director), edit (sections of a draft: the director, and officers
    of the section of the bureau in charge of it). The discipline office and auditors read drafts, and change nothing.
    """
    roles = roles_of(user)
    match verb:
        case "view" if isinstance(obj, Model):
            return visible(user, type(obj)._default_manager.filter(pk=obj.pk)).exists()
        case "view":
            return True
        case "add" if obj is Summary:
            return bool(roles & LEADERS)
        case "issue" if isinstance(obj, Summary):
            return bool(roles & LEADERS) and obj.status == SummaryStatus.DRAFT
        case "edit" if isinstance(obj, SummarySection):
            return obj.summary.status == SummaryStatus.DRAFT and _may_write(user, roles, obj)
        case _:
            return False


def _may_write(user: object, roles: frozenset[str], section: SummarySection) -> bool:
    if roles & LEADERS:
        return True
    return bool(roles & OFFICERS) and section.in_charge_id in scope_of(user, OFFICERS).sections
