"""Editing a section: nobody's words are overwritten unseen."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from jingwei.kernel.canonical import digest
from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text
from jingwei.registry import acting
from jingwei.registry.models import Account
from jingwei.summary.access import may
from jingwei.summary.models import SummarySection

LONGEST = 20_000
TOO_LONG = Text(
    zh="文字过长：一节最多{most}个字符，现有{now}个",
    en="The text is too long: a section has at most {most} characters, this one {now}",
)


class Conflict(Exception):  # noqa: N818 - a state of affairs, answered with 409
    """Somebody saved the section since it was read; `current` is what stands there now."""

    def __init__(self, current: SummarySection) -> None:
        super().__init__(f"section {current.pk} is at revision {current.revision}")
        self.current = current


@transaction.atomic
def edit_section(
    *, by: Account, section: SummarySection, revision: int, body: str, body_en: str
) -> SummarySection:
    """Keep new texts of a section, if `revision` is still its last; gives the section as it stands.

    The same texts again are kept without a new revision or log entry. A text whose figures cannot be read is kept too:
    words are never lost; it is a finding and cannot be issued. Raises PermissionDenied, Conflict, InputError.
    """
    acting.demand(may(by, "edit", section))
    texts = {"body": _tidy(body), "body_en": _tidy(body_en)}
    current = SummarySection.objects.select_related("summary").get(pk=section.pk)
    before = {"body": current.body, "body_en": current.body_en}
    if texts == before:
        return current
    # one conditional write: of two editors who read the same revision the database lets one through
    rows = SummarySection.objects.filter(pk=section.pk, revision=revision)
    if not rows.update(**texts, revision=F("revision") + 1, edited_at=timezone.now(), edited_by=by):
        raise Conflict(SummarySection.objects.select_related("edited_by", "summary").get(pk=section.pk))
    saved = SummarySection.objects.select_related("edited_by", "summary").get(pk=section.pk)
    acting.note(
        by=by,
        kind="summary.section.edited",
        record=saved,
        changes=acting.changes_between(before, texts),
        facts={
            "year": saved.summary.year,
            "version": saved.summary.version,
            "section": saved.key,
            "revision": saved.revision,
            "digest": digest(texts),
        },
    )
    return saved


def _tidy(text: str) -> str:
    """Line ends as one character, no blanks at the ends of lines."""
    if len(text) > LONGEST:
        raise InputError(TOO_LONG.format(most=LONGEST, now=len(text)))
    return "\n".join(
        line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    ).strip()
