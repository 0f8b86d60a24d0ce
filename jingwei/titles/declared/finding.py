"""What the search box finds among titles."""

from collections.abc import Iterator

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse

from jingwei.titles import queries
from jingwei.titles.access import sees_everything
from jingwei.ui.shapes import Found


def titles(request: HttpRequest, words: str, limit: int) -> Iterator[Found]:
    """Titles whose type, number or recipient holds every word, among those the reader may open."""
    rows = queries.openable_titles(request.user)
    is_desk = sees_everything(request.user)
    for word in words.split()[:8]:
        named = (
            Q(type__name__icontains=word) | Q(number__icontains=word) | Q(organisation__name__icontains=word)
        )
        rows = rows.filter(named | Q(person__name__icontains=word) if is_desk else named)
    for title in rows.order_by("-granted_on", "pk")[:limit]:
        yield Found(
            title=str(title.type),
            url=reverse("titles:title", args=[title.pk]),
            detail=f"{title.organisation or title.region} · {title.granted_on}",
            code=title.number,
        )
