"""What the search box finds among projects."""

from collections.abc import Iterator

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse

from jingwei.projects import queries
from jingwei.ui.shapes import Found


def projects(request: HttpRequest, words: str, limit: int) -> Iterator[Found]:
    """Projects whose number, name or undertaker holds every word, among those the reader may open."""
    rows = queries.openable_projects(request.user)
    for word in words.split()[:8]:
        rows = rows.filter(
            Q(number__icontains=word) | Q(name__icontains=word) | Q(undertaker__name__icontains=word)
        )
    for project in rows.order_by("-listed_on", "number")[:limit]:
        yield Found(
            title=project.name,
            url=reverse("projects:project", args=[project.pk]),
            detail=f"{project.programme} · {project.undertaker}",
            code=project.number,
        )
