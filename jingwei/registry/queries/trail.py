"""The acts in the log as an auditor reads them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import overload

from django.http import HttpRequest
from django.utils.translation import gettext as _

from jingwei.ledger.models import Entry
from jingwei.ledger.queries import EntryView, entry
from jingwei.registry.terms import Role
from jingwei.ui.acts import Subject, kind_in_words, subjects_of


@dataclass(frozen=True)
class Act:
    """One act: its number, verb, subject, time and who did it; nothing of what changed."""

    index: int
    kind: str
    subject: str
    acted_at: datetime
    appended_at: datetime
    who: str
    roles: tuple[str, ...]


@dataclass(frozen=True)
class ToldAct:
    """An act as a page shows it: what was done, to what, in the reader's words."""

    act: Act
    what: str
    subject: Subject
    roles: tuple[str, ...]


class Trail(Sequence[Act]):
    """All acts, the newest first, read a page at a time."""

    def __len__(self) -> int:
        last = Entry.objects.order_by("-index").values_list("index", flat=True).first()
        return 0 if last is None else last + 1

    @overload
    def __getitem__(self, place: int) -> Act: ...
    @overload
    def __getitem__(self, place: slice) -> list[Act]: ...

    def __getitem__(self, place: int | slice) -> Act | list[Act]:
        """The act at a place, or those of a slice."""
        size = len(self)
        if isinstance(place, int):
            return _act(entry(range(size - 1, -1, -1)[place]))
        return [_act(entry(index)) for index in range(size - 1, -1, -1)[place]]


def trail() -> Trail:
    """The acts in the log, the newest first."""
    return Trail()


def _act(view: EntryView) -> Act:
    actor = view.opened("actor")
    name = actor.get("name") if isinstance(actor, dict) else None
    if isinstance(actor, dict) and actor.get("account") is None:
        name = _("the system")
    roles = tuple(str(role) for role in view.body.get("roles", ()))
    return Act(view.index, view.kind, view.subject, view.acted_at, view.appended_at, str(name or ""), roles)


def acts_told(request: HttpRequest, acts: Iterable[Act]) -> list[ToldAct]:
    """`acts` in the reader's words, their records by name where the reader may see them."""
    listed = list(acts)
    subjects = subjects_of(request, (act.subject for act in listed))
    return [ToldAct(act, kind_in_words(act.kind), subjects[act.subject], _roles(act)) for act in listed]


def _roles(act: Act) -> tuple[str, ...]:
    words = dict(Role.choices)
    return tuple(
        str(words.get(role) or (_("the system") if role == "system" else role)) for role in act.roles
    )
