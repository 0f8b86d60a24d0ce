"""Search over everything the reader may see."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jingwei.ui.shapes import Found, Label, findables

SHOWN = 8
SHORTEST = 2
LONGEST = 100


@dataclass(frozen=True)
class Hits:
    """What one kind of thing answered; `more` where there was more than is shown."""

    name: str
    label: Label
    found: list[Found]
    more: bool


def search(request: HttpRequest) -> HttpResponse:
    """`?q=` looked up in every findable, grouped; `&in=name` shows more of one kind."""
    words = " ".join(request.GET.get("q", "").split())[:LONGEST]
    only = request.GET.get("in", "")
    long_enough = len(words) >= SHORTEST
    hits = _hits(request, words, only) if long_enough else []
    context = {"find_words": words, "hits": hits, "long_enough": long_enough, "only": only}
    return render(request, "ui/search.html", context)


def _hits(request: HttpRequest, words: str, only: str) -> list[Hits]:
    shown = SHOWN * 12 if only else SHOWN
    groups = []
    for findable in findables:
        if only and findable.name != only:
            continue
        found = list(findable.find(request, words, shown + 1))
        if found:
            groups.append(Hits(findable.name, findable.label, found[:shown], len(found) > shown))
    return groups
