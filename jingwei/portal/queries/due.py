"""What falls due: titles near their end, projects past their term, imports not finished."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jingwei.documents.models import ImportRun
from jingwei.projects import access as projects
from jingwei.projects.models import Project
from jingwei.projects.terms import ProjectStatus
from jingwei.summary.reading import address
from jingwei.titles import access as titles
from jingwei.titles.models import Title

NEAR = timedelta(days=90)
SHOWN = 8


@dataclass(frozen=True)
class Due:
    """One line: what, whose, until when; `days` left are negative once it is over."""

    what: str
    detail: str
    code: str
    url: str
    until: date
    days: int

    @property
    def is_late(self) -> bool:
        """Whether its day is past."""
        return self.days < 0

    @property
    def late_days(self) -> int:
        """How many days it is over."""
        return max(0, -self.days)


def expiring_titles(user: object, day: date) -> QuerySet[Title]:
    """Titles in force on `day` whose last day comes within 90 days, the next first."""
    rows = titles.visible(user, Title.objects.select_related("type", "organisation"))
    return rows.filter(
        granted_on__lte=day,
        valid_until__range=(day, day + NEAR),
        revoked_on__isnull=True,
        renewals__isnull=True,
    ).order_by("valid_until", "pk")


def overdue_projects(user: object, day: date) -> QuerySet[Project]:
    """Running projects whose term was over on `day`, the longest first."""
    rows = projects.visible(user, Project.objects.select_related("programme", "undertaker"))
    return rows.filter(status=ProjectStatus.RUNNING, ends_on__lt=day, listed_on__lte=day).order_by(
        "ends_on", "number"
    )


def ending_projects(user: object, day: date) -> QuerySet[Project]:
    """Running projects whose term ends within 90 days of `day`."""
    rows = projects.visible(user, Project.objects.select_related("programme", "undertaker"))
    return rows.filter(status=ProjectStatus.RUNNING, ends_on__range=(day, day + NEAR)).order_by(
        "ends_on", "number"
    )


def open_imports(user: object) -> QuerySet[ImportRun]:
    """What the reader uploaded and has not stored or dropped yet, the latest first."""
    rows = ImportRun.objects.filter(uploaded_by=getattr(user, "pk", None) or 0)
    return rows.filter(stored_at__isnull=True).order_by("-uploaded_at")


def due_title(title: Title, day: date) -> Due:
    """A title as a line."""
    until = title.valid_until or day
    holder = str(title.organisation or _("a person"))
    return Due(
        str(title.type), holder, title.number, address("titles:title", title.pk), until, (until - day).days
    )


def due_project(project: Project, day: date) -> Due:
    """A project as a line."""
    until = project.ends_on or day
    where = address("projects:project", project.pk)
    return Due(project.name, str(project.undertaker), project.number, where, until, (until - day).days)
