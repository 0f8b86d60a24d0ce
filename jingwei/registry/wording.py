"""Words in both languages for enumerations and regions: the labels of breakdowns."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from django.db.models import Choices
from django.utils.functional import Promise
from django.utils.translation import override

from jingwei.kernel.text import Text
from jingwei.registry.models import Region
from jingwei.registry.terms import Level, RegionLevel

NONE = "none"
NO_TOWN = Text("未注明镇街", "No town recorded")


def both(label: str | Promise) -> Text:
    """A translated label as a text in both languages."""
    words = []
    for language in ("zh-hans", "en"):
        with override(language):
            words.append(str(label))
    return Text(*words)


def choice_labels(choices: type[Choices]) -> Mapping[str, Text]:
    """The values of an enumeration and their words, in its order."""
    return {str(value): both(label) for value, label in choices.choices}


def choice_spellings(choices: type[Choices], synonyms: Mapping[str, str]) -> Mapping[str, str]:
    """What ledgers call the values of an enumeration → value: its words in both languages, then `synonyms`."""
    labels = {spelling: value for value, text in choice_labels(choices).items() for spelling in text}
    return {**labels, **{spelling: str(value) for spelling, value in synonyms.items()}}


class Listed(Protocol):
    """A row of a catalogue a pack fills: programmes, types of titles."""

    code: str
    name: str
    name_en: str
    aliases: Sequence[str]


def listed_labels(rows: Iterable[Listed]) -> Mapping[str, Text]:
    """Codes of a catalogue and their names."""
    return {row.code: Text(row.name, row.name_en or row.name) for row in rows}


def listed_spellings(rows: Iterable[Listed]) -> Mapping[str, str]:
    """What ledgers call the rows of a catalogue → code: names first, as templates show them, then others."""
    listed = list(rows)
    names = {one.name: one.code for one in listed}
    others = {alias: one.code for one in listed for alias in (one.name_en, *one.aliases, one.code) if alias}
    return {**names, **{alias: code for alias, code in others.items() if alias not in names}}


def level_labels() -> Mapping[str, Text]:
    """Levels of government, highest first."""
    return choice_labels(Level)


def town_labels() -> Mapping[str, Text]:
    """Codes of towns and streets with their latest name, then "no town"."""
    towns = Region.objects.filter(level=RegionLevel.TOWN).order_by("code", "valid_from")
    labels = {town.code: Text(town.name, town.name_en or town.name) for town in towns}
    return {**labels, NONE: NO_TOWN}


def town_spellings() -> Mapping[str, str]:
    """What ledgers call towns and streets → primary key as text: name, name without 镇 or 街道, English name, code.

    A name two regions bear is left out; of a town renamed, today's row answers to its code.
    """
    spellings: dict[str, set[str]] = {}
    for town in Region.objects.filter(level=RegionLevel.TOWN).order_by("code", "valid_from"):
        bare = town.name.removesuffix("街道").removesuffix("镇").removesuffix("乡")
        for spelling in (town.name, bare, town.name_en, *(() if town.valid_to else (town.code,))):
            if spelling:
                spellings.setdefault(spelling, set()).add(str(town.pk))
    return {spelling: next(iter(keys)) for spelling, keys in spellings.items() if len(keys) == 1}
