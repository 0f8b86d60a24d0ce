"""The history of a record: its entries in the log as rows people read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import DateTimeField, Field, ForeignKey, Model
from django.utils.dateparse import parse_datetime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jingwei.kernel.amounts import format_amount
from jingwei.ledger import queries
from jingwei.ui.acts import kind_in_words
from jingwei.ui.shapes import Label
from jingwei.ui.templatetags.ui import isotime

AMOUNT_SUFFIX = "_fen"


@dataclass(frozen=True)
class Change:
    """One field that changed, in words; `erased` where its values were erased from the log's side table."""

    label: str
    old: str = ""
    new: str = ""
    erased: bool = False


@dataclass(frozen=True)
class Row:
    """One step: what, when, who, which fields; `index` of its entry in the log."""

    index: int
    what: str
    when: datetime
    who: str
    changes: list[Change]


def subject_of(record: Model) -> str:
    """How the log names a record: ``<app>.<model>:<pk>``."""
    return f"{record._meta.app_label}.{record._meta.model_name}:{record.pk}"


def history_of(
    record: Model,
    *,
    labels: Mapping[str, Label] | None = None,
    names_shown: bool = True,
    hidden: Iterable[str] = (),
    limit: int | None = None,
) -> list[Row]:
    """The steps of `record`, newest first.

    `labels`: words for changed names that are no fields of the model; `names_shown` false: who acted is given by role
    only (public readers); `hidden`: fields whose values this reader may not see.
    """
    entries = queries.history(subject_of(record))
    words = _Words(type(record), labels or {}, frozenset(hidden))
    return [_row(entry, words, names_shown) for entry in entries[:limit]]


def _row(entry: queries.EntryView, words: "_Words", names_shown: bool) -> Row:
    return Row(
        index=entry.index,
        what=kind_in_words(entry.kind),
        when=entry.acted_at,
        who=_who(entry, names_shown),
        changes=_changes(entry, words),
    )


def _who(entry: queries.EntryView, names_shown: bool) -> str:
    actor = entry.opened("actor")
    if isinstance(actor, dict) and actor.get("account") is None:
        return _("the system")
    if names_shown and isinstance(actor, dict) and actor.get("name"):
        return str(actor["name"])
    if "actor" in entry.openings and names_shown and entry.openings["actor"].is_erased:
        return _("name erased")
    return _("the system") if list(entry.body.get("roles", ())) == ["system"] else ""


def _changes(entry: queries.EntryView, words: "_Words") -> list[Change]:
    opening = entry.openings.get("changes")
    if opening is None:
        return []
    if opening.is_erased:
        return [Change(_("What changed"), erased=True)]
    pairs = opening.value if isinstance(opening.value, dict) else {}
    return [
        Change(words.label(name), words.value(name, pair[0]), words.value(name, pair[1]))
        for name, pair in pairs.items()
        if isinstance(pair, list | tuple) and len(pair) == 2 and name not in words.hidden
    ]


class _Words:
    """Labels and values of a model's fields as people read them; related records are looked up once."""

    def __init__(self, model: type[Model], labels: Mapping[str, Label], hidden: frozenset[str]) -> None:
        self._model = model
        self._labels = labels
        self.hidden = hidden
        self._known: dict[tuple[str, Any], str] = {}

    def label(self, name: str) -> str:
        """The field's label."""
        if name in self._labels:
            return str(self._labels[name])
        field = self._field(name)
        return str(field.verbose_name) if field is not None else name

    def value(self, name: str, value: Any) -> str:
        """The value in words."""
        if value is None or value == "":
            return ""
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if name.endswith(AMOUNT_SUFFIX) and isinstance(value, int):
            return format_amount(value, language=get_language() or "zh-hans")
        field = self._field(name)
        if isinstance(field, ForeignKey):
            return self._related(name, field, value)
        if isinstance(field, DateTimeField):
            moment = parse_datetime(str(value))
            return isotime(moment) if moment else str(value)
        choices: Mapping[Any, Any] = dict(field.flatchoices) if field is not None else {}
        return str(choices.get(value, value))

    def _field(self, name: str) -> "Field[Any, Any] | None":
        try:
            field = self._model._meta.get_field(name)
        except FieldDoesNotExist:
            return None
        return field if isinstance(field, Field) else None

    def _related(self, name: str, field: "ForeignKey[Any, Any]", value: Any) -> str:
        key = (name, value)
        if key not in self._known:
            related: Any = field.related_model
            found = related._default_manager.filter(pk=value).first()
            self._known[key] = str(found) if found else str(value)
        return self._known[key]
