"""What people say of the findings of the proofreader: remembered for every version of the text.

The log gets the judgement and, committed to with salts, which finding it was; the reason stays in the table, since it
may name people.
"""

from django.db import transaction
from django.utils import timezone

from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text
from jingwei.registry import acting
from jingwei.registry.models import Account
from jingwei.summary.access import may
from jingwei.summary.models import FindingVerdict, Manuscript, ManuscriptVersion
from jingwei.summary.queries.manuscripts import understood
from jingwei.summary.terms import Judgement

LONGEST = 500
NO_REASON = Text(
    zh="判为不成立须写明理由，例如“分项有重叠，不能相加”",
    en="Dismissing a finding needs a reason, such as “the parts overlap and cannot be added”",
)
REASON_TOO_LONG = Text(
    zh="理由最多{most}字，现有{now}字", en="A reason has at most {most} characters; this one has {now}"
)
UNKNOWN = Text(
    zh="这一版里没有这条发现，可能文字已换；请刷新页面",
    en="This version has no such finding; the text may have changed: reload the page",
)
NOTHING = Text(zh="这条发现没有可撤回的判断", en="There is no verdict on this finding to withdraw")


@transaction.atomic
def judge(
    *, by: Account, version: ManuscriptVersion, fingerprint: str, judgement: Judgement, reason: str = ""
) -> FindingVerdict:
    """Say of a finding of `version` that it is an error, or that it is not and why; the last word holds.

    The same words again change nothing. Raises PermissionDenied; InputError for a finding that is not there, and where
    a dismissal has no reason.
    """
    acting.demand(may(by, "edit", version.manuscript))
    words = reason.strip()
    if judgement == Judgement.DISMISSED and not words:
        raise InputError(NO_REASON)
    if len(words) > LONGEST:
        raise InputError(REASON_TOO_LONG.format(most=LONGEST, now=len(words)))
    found = understood(version.body, version.manuscript.year).findings
    if fingerprint not in {one.fingerprint for one in found}:
        raise InputError(UNKNOWN)
    before = _verdict_on(version.manuscript, fingerprint)
    if before and (before.judgement, before.reason) == (judgement, words):
        return before
    return _keep(by, version.manuscript, fingerprint, judgement, words, before)


@transaction.atomic
def withdraw(*, by: Account, manuscript: Manuscript, fingerprint: str) -> FindingVerdict:
    """Take a verdict back; that it was withdrawn is kept, its reason is not. Raises PermissionDenied, InputError."""
    acting.demand(may(by, "edit", manuscript))
    before = _verdict_on(manuscript, fingerprint)
    if before is None or before.judgement == Judgement.WITHDRAWN:
        raise InputError(NOTHING)
    return _keep(by, manuscript, fingerprint, Judgement.WITHDRAWN, "", before)


def _verdict_on(manuscript: Manuscript, fingerprint: str) -> FindingVerdict | None:
    rows = FindingVerdict.objects.select_for_update()
    return rows.filter(manuscript=manuscript, fingerprint=fingerprint).first()


def _keep(
    by: Account,
    manuscript: Manuscript,
    fingerprint: str,
    judgement: Judgement,
    reason: str,
    before: FindingVerdict | None,
) -> FindingVerdict:
    changes: acting.Changes = {
        "finding": (None, fingerprint),
        "judgement": (before.judgement if before else None, judgement.value),
    }
    kind = "summary.verdict.withdrawn" if judgement == Judgement.WITHDRAWN else "summary.verdict.given"
    facts = {"judgement": judgement.value}
    entry = acting.note(by=by, kind=kind, record=manuscript, changes=changes, facts=facts)
    values = {
        "judgement": judgement,
        "reason": reason,
        "judged_at": timezone.now(),
        "judged_by": by,
        "receipt": entry.index,
    }
    verdict, _is_new = FindingVerdict.objects.update_or_create(
        manuscript=manuscript, fingerprint=fingerprint, defaults=values
    )
    return verdict
