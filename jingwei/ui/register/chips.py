"""Chips: what filters are set, in words, and the addresses without each of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from jingwei.ui.register.filters import Search
from jingwei.ui.templatetags.ui import count


@dataclass(frozen=True)
class Chip:
    """One filter: its form field, and when it is set what it says and the address without it."""

    name: str
    label: str
    field: Any
    says: str = ""
    without: str = ""
    has_errors: bool = False

    @property
    def is_on(self) -> bool:
        """Whether it is set."""
        return bool(self.says)


def parameters(filterset: Any, name: str) -> list[str]:
    """The names a filter takes in the address: its own, or ``name_from`` and ``name_to``."""
    widget = filterset.form.fields[name].widget
    suffixes: Sequence[str] = getattr(widget, "suffixes", ())
    return [f"{name}_{suffix}" for suffix in suffixes] or [name]


def chips_of(filterset: Any, query: QueryDict) -> list[Chip]:
    """A chip for each filter but the search box."""
    values = (
        getattr(filterset.form, "cleaned_data", {})
        if filterset.is_bound and filterset.form.is_valid()
        else {}
    )
    chips = []
    for name, one in filterset.filters.items():
        if isinstance(one, Search):
            continue
        label, field = str(one.label or name), filterset.form[name]
        says = in_words(values.get(name), field)
        chips.append(
            Chip(name, label, field, says, without(query, parameters(filterset, name)), bool(field.errors))
        )
    return chips


def without(query: QueryDict, names: Iterable[str]) -> str:
    """The address without some parameters, from its first page on."""
    left = query.copy()
    for name in (*names, "page"):
        left.pop(name, None)
    return f"?{left.urlencode()}"


def in_words(value: Any, field: Any) -> str:
    """A filter's value as its chip says it; empty where it is not set."""
    if value is None or value == "" or (isinstance(value, list | tuple) and not value):
        return ""
    if isinstance(value, slice):
        return _range(value)
    labels = {str(key): str(label) for key, label in _flat(getattr(field.field, "choices", None) or ())}
    many = list(value) if hasattr(value, "__iter__") and not isinstance(value, str) else [value]
    said = [labels.get(str(getattr(one, "pk", one)), str(one)) for one in many]
    return _(", ").join(said[:3]) + (_(" and %(n)s more") % {"n": len(said) - 3} if len(said) > 3 else "")


def _flat(choices: Iterable[Any]) -> Iterable[tuple[Any, Any]]:
    for key, label in choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield key, label


def _range(value: slice) -> str:
    start, stop = _end(value.start), _end(value.stop)
    if start and stop:
        return _("%(start)s to %(stop)s") % {"start": start, "stop": stop}
    if start:
        return _("from %(start)s") % {"start": start}
    return _("up to %(stop)s") % {"stop": stop} if stop else ""


def _end(value: Any) -> str:
    if value is None:
        return ""
    return value.strftime("%Y-%m-%d") if isinstance(value, date) else count(value)
