"""Texts given to the proofreader: begun, followed by a corrected version, deleted.

The log gets how much was found and, committed to with salts, the digest of the text: never a word of it.
"""

from django.db import transaction
from django.utils import timezone

from jingwei.kernel.canonical import JSON, digest_of_bytes
from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text
from jingwei.registry import acting
from jingwei.registry.access import scope_of
from jingwei.registry.models import Account
from jingwei.summary.access import OFFICERS, may
from jingwei.summary.models import Manuscript, ManuscriptVersion
from jingwei.summary.proofread import Status
from jingwei.summary.queries.manuscripts import understood
from jingwei.summary.terms import TextSource

LARGEST = 2**20  # bytes of UTF-8
EMPTY = Text(
    zh="没有可校对的文字，请粘贴或上传一段文字", en="There is no text to proofread; paste or upload one"
)
TOO_LONG = Text(
    zh="文字过长：一篇最多1 MB（约35万字），这一篇有{now} MB；请分成几篇校对",
    en="The text is too long: at most 1 MB, this one has {now} MB; proofread it in parts",
)
UNTITLED = Text(zh="请写一个标题，方便以后找到", en="Give it a title by which it can be found again")
SAME = Text(
    zh="这段文字与第{number}版完全相同，没有可比较的",
    en="This text is the same as version {number}; there is nothing to compare",
)


@transaction.atomic
def start_manuscript(
    *,
    by: Account,
    title: str,
    text: str,
    source: TextSource,
    year: int | None = None,
    is_demo: bool = False,
) -> ManuscriptVersion:
    """Begin a manuscript with its first version, kept for the section of whoever begins it.

    `year`: the year it speaks of, for comparing it with the records. Raises PermissionDenied; InputError for a text
    that is empty or too long, or without a title.
    """
    acting.demand(may(by, "add", Manuscript))
    if not title.strip():
        raise InputError(UNTITLED)
    body = _tidy(text)
    manuscript = Manuscript.objects.create(
        title=title.strip(),
        year=year,
        section_id=min(scope_of(by, OFFICERS).sections, default=None),
        started_at=timezone.now(),
        started_by=by,
        is_demo=is_demo,
    )
    return _add(by, "summary.manuscript.started", manuscript, body, source, number=1)


@transaction.atomic
def add_version(*, by: Account, manuscript: Manuscript, text: str, source: TextSource) -> ManuscriptVersion:
    """The corrected text of a manuscript as its next version; verdicts stay with the findings that stay.

    Raises PermissionDenied; InputError for a text that is empty, too long, or the same as the last.
    """
    acting.demand(may(by, "edit", manuscript))
    body = _tidy(text)
    row = Manuscript.objects.select_for_update().get(pk=manuscript.pk)
    last = row.versions.order_by("-number").first()
    if last is not None and last.digest == _digest(body):
        raise InputError(SAME.format(number=last.number))
    number = last.number + 1 if last else 1
    return _add(by, "summary.manuscript.revised", row, body, source, number)


@transaction.atomic
def delete_manuscript(*, by: Account, manuscript: Manuscript) -> None:
    """Delete a manuscript with every version and verdict; the log keeps that it was there. Raises PermissionDenied."""
    acting.demand(may(by, "edit", manuscript))
    row = Manuscript.objects.select_for_update().get(pk=manuscript.pk)
    digests = tuple(row.versions.order_by("number").values_list("digest", flat=True))
    facts: dict[str, JSON] = {"versions": len(digests), "verdicts": row.verdicts.count()}
    changes: acting.Changes = {"digests": (digests, None)}
    acting.note(by=by, kind="summary.manuscript.deleted", record=row, changes=changes, facts=facts)
    row.delete()


def _add(
    by: Account, kind: str, manuscript: Manuscript, body: str, source: TextSource, number: int
) -> ManuscriptVersion:
    found = understood(body, manuscript.year)
    version = ManuscriptVersion.objects.create(
        manuscript=manuscript,
        number=number,
        body=body,
        source=source,
        digest=_digest(body),
        figures=len(found.reading.figures),
        failures=len(found.having(Status.FAIL)),
        doubts=len(found.having(Status.UNCERTAIN)),
        added_at=timezone.now(),
        added_by=by,
    )
    facts: dict[str, JSON] = {
        "version": number,
        "characters": len(body),
        "figures": version.figures,
        "findings": len(found.findings),
        "failures": version.failures,
        "doubts": version.doubts,
    }
    changes: acting.Changes = {"digest": (None, version.digest)}
    acting.note(by=by, kind=kind, record=manuscript, changes=changes, facts=facts)
    return version


def _digest(body: str) -> str:
    return digest_of_bytes(body.encode())


def _tidy(text: str) -> str:
    """Line ends as one character, no mark of the byte order, no empty lines around it."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    body = plain.strip("\n").rstrip()
    if not body.strip():
        raise InputError(EMPTY)
    size = len(body.encode())
    if size > LARGEST:
        raise InputError(TOO_LONG.format(now=f"{size / LARGEST:.1f}"))
    return body
