"""Acts of the log as people read them: the kind in words, the record by name where the reader may see it."""

import contextlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from jingwei.ui.shapes import Recorded, act_labels, recorded


@dataclass(frozen=True)
class Subject:
    """What an act was about: the kind of record; its name and page, empty where the reader may not see it."""

    kind: str
    name: str = ""
    url: str = ""
    key: str = ""


def kind_in_words(kind: str) -> str:
    """The kind of an act in the reader's language; a kind nobody declared stays as the log has it."""
    found = act_labels.get(kind)
    return str(found.label) if found else kind


def subjects_of(request: HttpRequest, subjects: Iterable[str]) -> Mapping[str, Subject]:
    """What each of `subjects` (``<app>.<model>:<pk>``) is, with one query for each model."""
    by_model: dict[str, list[str]] = {}
    for subject in dict.fromkeys(subjects):
        model, _colon, key = subject.partition(":")
        by_model.setdefault(model, []).append(key)
    return {
        f"{model}:{key}": subject
        for model, keys in by_model.items()
        for key, subject in _of_model(request, model, keys).items()
    }


def _of_model(request: HttpRequest, model: str, keys: list[str]) -> dict[str, Subject]:
    kind = _kind_of_record(model)
    seen = _seen(request, recorded.get(model), keys)
    return {key: seen.get(key) or Subject(kind, key=key) for key in keys}


def _seen(request: HttpRequest, declared: Recorded | None, keys: list[str]) -> dict[str, Subject]:
    if declared is None:
        return {}
    rows = declared.visible(request)
    rows = rows.filter(pk__in=_primary_keys(rows.model._meta.pk, keys))
    kind = _kind_of_record(declared.model)
    return {str(row.pk): Subject(kind, str(row), declared.url(row), str(row.pk)) for row in rows}


def _primary_keys(field: Any, keys: Iterable[str]) -> list[Any]:
    """`keys` as the model has them: numbers, days; what is none is left out."""
    found = []
    for key in keys:
        with contextlib.suppress(ValidationError):
            found.append(field.to_python(key))
    return found


def _kind_of_record(model: str) -> str:
    """The model in words; empty where there is no such model, as for the log's keys."""
    try:
        return str(apps.get_model(model)._meta.verbose_name)
    except (LookupError, ValueError):
        return ""
