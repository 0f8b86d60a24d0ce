"""Summaries and their sections as far as the reader may see them."""

from django.db.models import QuerySet

from jingwei.figures.queries import latest_year, live_snapshot
from jingwei.summary.access import visible
from jingwei.summary.models import Summary, SummarySection
from jingwei.summary.terms import SummaryStatus


def summaries(user: object) -> QuerySet[Summary]:
    """Every version the reader may see, the latest year and version first."""
    return visible(user, Summary.objects.select_related("snapshot", "issued_by"))


def versions_of(user: object, year: int) -> QuerySet[Summary]:
    """The versions of one year."""
    return summaries(user).filter(year=year)


def issued_of(user: object, year: int) -> Summary | None:
    """The version in force of a year: the last one issued."""
    return versions_of(user, year).filter(status=SummaryStatus.ISSUED).first()


def draft_of(user: object, year: int) -> Summary | None:
    """The version being written, where the reader may see it."""
    return versions_of(user, year).filter(status=SummaryStatus.DRAFT).first()


def summary_to_read(user: object, year: int, version: int | None = None) -> Summary | None:
    """The version asked for; without one the draft if there is one, else the last issued."""
    rows = versions_of(user, year)
    if version is not None:
        return rows.filter(version=version).first()
    return draft_of(user, year) or rows.first()


def sections_of(user: object, summary: Summary) -> list[SummarySection]:
    """The sections of a summary in order."""
    rows = visible(user, SummarySection.objects.filter(summary=summary))
    return list(rows.select_related("in_charge", "edited_by", "summary").order_by("number"))


def year_in_hand() -> int:
    """The year people work on: the latest with a summary, else the latest with figures."""
    latest = Summary.objects.order_by("-year").values_list("year", flat=True).first()
    return latest if latest is not None else latest_year(live_snapshot())
