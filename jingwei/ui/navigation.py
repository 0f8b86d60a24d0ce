"""The navigation on the left: the places a reader's roles may go, under their headings, in order."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from jingwei.ui.shapes import Label, Place, places

CITIZENS = frozenset({"citizen"})
GROUPS: dict[str, Label] = {
    "today": _("Today"),
    "mine": _("My organisation"),
    "town": _("Our town"),
    "works": _("Work in hand"),
    "registers": _("Registers"),
    "year": _("The year"),
    "see": _("Look up"),
    "check": _("Verify"),
    "do": _("Services"),
    "manage": _("Administration"),
}


@dataclass
class Line:
    """One link of the navigation; `current` marks where the reader is."""

    label: Label
    url: str
    icon: str
    view: str
    current: bool
    count: int | None = None


@dataclass
class Group:
    """A heading and its links."""

    label: Label
    lines: list[Line] = field(default_factory=list)


def roles_of(request: HttpRequest) -> frozenset[str]:
    """The reader's roles as the registry's middleware found them; a citizen's where it has not run."""
    roles: frozenset[str] = getattr(request, "roles", CITIZENS)
    return roles


def groups_for(request: HttpRequest) -> list[Group]:
    """Headings with the places the reader may go to; places whose URL does not exist are left out.

    A view two places lead to, such as one named for enterprises and for towns, stands under its first heading alone.
    """
    found: dict[str, Group] = {}
    first: dict[str, Place] = {}
    for place in sorted(fitting(places, roles_of(request)), key=_rank):
        first.setdefault(place.view, place)
    for place in first.values():
        line = _line(place, request)
        if line is not None:
            key = str(place.group)
            found.setdefault(key, Group(GROUPS.get(key, place.group))).lines.append(line)
    groups = list(found.values())
    _mark_current(groups, request)
    return groups


def fitting(shelf: Iterable[Place], roles: frozenset[str]) -> list[Place]:
    """The places open to any of `roles`."""
    return [place for place in shelf if place.roles & roles]


def _rank(place: Place) -> tuple[int, int]:
    known = list(GROUPS)
    key = str(place.group)
    return (known.index(key) if key in known else len(known), place.order)


def _line(place: Place, request: HttpRequest) -> Line | None:
    try:
        url = reverse(place.view)
    except NoReverseMatch:
        return None
    count = place.count(request) if place.count else None
    return Line(place.label, url, place.icon, place.view, current=False, count=count)


def _mark_current(groups: list[Group], request: HttpRequest) -> None:
    """The place whose address is the longest beginning of the page's own address is where the reader is."""
    lines = [line for group in groups for line in group.lines]
    held = [
        line
        for line in lines
        if request.path == line.url or (line.url != "/" and request.path.startswith(line.url))
    ]
    if held:
        max(held, key=lambda line: len(line.url)).current = True
