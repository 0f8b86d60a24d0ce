"""What an app hands to the shell: doors, places, things to find, homes, words for its acts.

`site/catalogue.py` names them.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise

from jingwei.kernel.shelf import Shelf

Label = str | Promise
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
WRITE = SAFE | {"POST"}


@dataclass(frozen=True)
class Door:
    """Who may knock at a URL: the view name, the roles (`registry.terms.Role` values), the methods.

    A URL without a door is closed to everyone. What lies behind is still decided row by row in `access`.
    """

    view: str
    roles: frozenset[str]
    methods: frozenset[str] = SAFE


@dataclass(frozen=True)
class Place:
    """One line of the navigation on the left: where it leads, under which heading, for whom, in what order.

    `group` is a key of `ui.navigation.GROUPS` (today, mine, town, works, registers, year, see, check, do, manage) or a
    translated heading of its own; `icon` a name of the sprite; `count` what waits there, shown as a number.
    """

    view: str
    label: Label
    group: Label
    icon: str
    roles: frozenset[str]
    order: int = 100
    count: Callable[[HttpRequest], int | None] | None = None


@dataclass(frozen=True)
class Found:
    """One line of a search result."""

    title: str
    url: str
    detail: str = ""
    code: str = ""


@dataclass(frozen=True)
class Findable:
    """A kind of thing the search box finds: `find(request, words, limit)` gives only what the reader may see."""

    name: str
    label: Label
    find: Callable[[HttpRequest, str, int], Iterable[Found]]


@dataclass(frozen=True)
class Home:
    """The first screen of a role, one question answered; the first home that fits the reader's roles is shown."""

    name: str
    roles: frozenset[str]
    view: Callable[[HttpRequest], HttpResponse] = field(repr=False)


@dataclass(frozen=True)
class ShellFacts:
    """What a floor above tells the shell: `give(request)` may hold ``bureau`` (its name), ``source_url``,
    ``me_section`` (words beside the reader's name), ``unread`` (a number), ``alerts_url`` and ``me_links``
    (pairs of label and URL in the reader's menu)."""

    name: str
    give: Callable[[HttpRequest], Mapping[str, Any]] = field(repr=False)


@dataclass(frozen=True)
class ActLabel:
    """Words for one kind of act of the log, such as ``projects.project.added``."""

    kind: str
    label: Label


@dataclass(frozen=True)
class Recorded:
    """A kind of record that acts are about: `model` as the log calls it (``projects.project``), those of its rows the
    reader may see, and the page of one (empty: it has none for this reader)."""

    model: str
    visible: Callable[[HttpRequest], QuerySet[Any]] = field(repr=False)
    url: Callable[[Any], str] = field(repr=False)


doors: Shelf[Door] = Shelf("doors", lambda door: door.view)
places: Shelf[Place] = Shelf("places", lambda place: f"{place.group}: {place.view}")
findables: Shelf[Findable] = Shelf("findables", lambda findable: findable.name)
homes: Shelf[Home] = Shelf("homes", lambda home: home.name)
shell_facts: Shelf[ShellFacts] = Shelf("shell_facts", lambda facts: facts.name)
act_labels: Shelf[ActLabel] = Shelf("act_labels", lambda one: one.kind)
recorded: Shelf[Recorded] = Shelf("recorded", lambda one: one.model)
