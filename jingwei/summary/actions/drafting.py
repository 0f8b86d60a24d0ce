"""Beginning a summary: from the template of the pack, or as a correction of what was issued."""

from pathlib import Path

from django.db import transaction
from django.utils import timezone

from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text
from jingwei.registry import acting
from jingwei.registry.models import Account, Section
from jingwei.summary.access import may
from jingwei.summary.models import Summary, SummarySection
from jingwei.summary.rules import templates
from jingwei.summary.terms import SummaryStatus

EXISTS = Text(
    zh="{year}年总结已经起草，可直接编辑", en="The summary of {year} has been drafted already; edit that one"
)
NOT_ISSUED = Text(
    zh="这一版还没有印发，可直接修改", en="This version has not been issued; change it directly"
)
NO_REASON = Text(zh="更正须说明理由", en="A correction needs a reason")


@transaction.atomic
def create_from_template(*, by: Account, pack: Path, year: int, is_demo: bool = False) -> Summary:
    """Draft version 1 of the summary of `year` from the pack's template.

    Raises PermissionDenied; InputError where there is no template or the year has a summary.
    """
    acting.demand(may(by, "add", Summary))
    if Summary.objects.filter(year=year).exists():
        raise InputError(EXISTS.format(year=year))
    template = templates.read(pack, year)
    summary = Summary.objects.create(
        year=year,
        bureau=template.bureau.zh,
        bureau_en=template.bureau.en,
        title=template.title.zh,
        title_en=template.title.en,
        is_demo=is_demo,
    )
    in_charge = Section.objects.in_bulk(field_name="code")
    now = timezone.now()
    SummarySection.objects.bulk_create(
        SummarySection(
            summary=summary,
            key=section.key,
            number=section.number,
            title=section.title.zh,
            title_en=section.title.en,
            body=section.body.zh,
            body_en=section.body.en,
            in_charge=in_charge.get(section.in_charge),
            edited_at=now,
        )
        for section in template.sections
    )
    _note(by, "summary.drafted", summary)
    return summary


@transaction.atomic
def correct(*, by: Account, summary: Summary, reason: str) -> Summary:
    """Open the next version of an issued summary for editing, with its texts as they stand.

    Raises PermissionDenied; InputError without a reason, or where a draft is open.
    """
    acting.demand(may(by, "add", Summary))
    if summary.status != SummaryStatus.ISSUED:
        raise InputError(NOT_ISSUED)
    if not reason.strip():
        raise InputError(NO_REASON)
    versions = Summary.objects.filter(year=summary.year)
    if versions.filter(status=SummaryStatus.DRAFT).exists():
        raise InputError(EXISTS.format(year=summary.year))
    draft = Summary.objects.create(
        year=summary.year,
        version=max(versions.values_list("version", flat=True)) + 1,
        bureau=summary.bureau,
        bureau_en=summary.bureau_en,
        title=summary.title,
        title_en=summary.title_en,
        reason=reason.strip(),
        is_demo=summary.is_demo,
    )
    SummarySection.objects.bulk_create(
        _copy(section, draft) for section in summary.sections.order_by("number")
    )
    _note(by, "summary.correction.drafted", draft)
    return draft


def _copy(section: SummarySection, draft: Summary) -> SummarySection:
    return SummarySection(
        summary=draft,
        key=section.key,
        number=section.number,
        title=section.title,
        title_en=section.title_en,
        body=section.body,
        body_en=section.body_en,
        in_charge=section.in_charge,
        edited_at=section.edited_at,
        edited_by=section.edited_by,
    )


def _note(by: Account, kind: str, summary: Summary) -> None:
    changes = acting.changes_between(None, acting.snapshot_of(summary))
    facts = {"year": summary.year, "version": summary.version}
    acting.note(by=by, kind=kind, record=summary, changes=changes, facts=facts)
