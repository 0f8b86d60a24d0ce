"""Who reads which summary, and who writes and issues it; who reads and judges the texts given to the proofreader."""

from django.db.models import Model, Q, QuerySet

from jingwei.registry.access import Row, roles_of, scope_of
from jingwei.registry.terms import DESK, LEADERS, WATCHERS, Role
from jingwei.summary.models import FindingVerdict, Manuscript, ManuscriptVersion, Summary, SummarySection
from jingwei.summary.terms import SummaryStatus

OFFICERS = frozenset({Role.OFFICER.value})
OVERSEERS = LEADERS | WATCHERS
# how each model of the proofreader leads to its manuscript
_MANUSCRIPT = {Manuscript: "", ManuscriptVersion: "manuscript__", FindingVerdict: "manuscript__"}


def visible(user: object, rows: QuerySet[Row]) -> QuerySet[Row]:
    """Those of `rows` that `user` may read.

    Summaries and their sections: the bureau all, others what is issued. Manuscripts, which may hold personal data, with
    their versions and verdicts: the director and those who watch all, officers those of their sections and their own.
    """
    roles = roles_of(user)
    if rows.model in _MANUSCRIPT:
        if roles & OVERSEERS:
            return rows
        return rows.filter(_within(user, _MANUSCRIPT[rows.model])) if roles & OFFICERS else rows.none()
    if roles & DESK:
        return rows
    if rows.model is Summary:
        return rows.filter(status=SummaryStatus.ISSUED)
    if rows.model is SummarySection:
        return rows.filter(summary__status=SummaryStatus.ISSUED)
    return rows.none()


def may(user: object, verb: str, obj: Model | type[Model]) -> bool:
    """Whether `user` may do `verb`.

    Verbs: view (all), add, issue (summaries: the director), edit (sections of a draft: the director, and officers
    of the section of the bureau in charge of it), add (manuscripts: the director and officers), edit (manuscripts they
    may read: new versions, verdicts, deletion). The discipline office and auditors read, and change nothing.
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
        case "add" if obj is Manuscript:
            return bool(roles & (LEADERS | OFFICERS))
        case "edit" if isinstance(obj, Manuscript):
            return bool(roles & (LEADERS | OFFICERS)) and may(user, "view", obj)
        case "edit" if isinstance(obj, SummarySection):
            return obj.summary.status == SummaryStatus.DRAFT and _may_write(user, roles, obj)
        case _:
            return False


def _within(user: object, path: str) -> Q:
    """The manuscripts of an officer's sections, and those he began himself."""
    sections = scope_of(user, OFFICERS).sections
    return Q(**{f"{path}section__in": sections}) | Q(**{f"{path}started_by": getattr(user, "pk", None)})


def _may_write(user: object, roles: frozenset[str], section: SummarySection) -> bool:
    if roles & LEADERS:
        return True
    return bool(roles & OFFICERS) and section.in_charge_id in scope_of(user, OFFICERS).sections
