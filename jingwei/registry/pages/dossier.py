"""The page per organisation and per town, composed from what every app holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.safestring import SafeString

from jingwei.registry.access import roles_in
from jingwei.registry.models import Organisation, Region
from jingwei.registry.shapes import DossierSection, TownSection, dossier_sections, town_sections


@dataclass(frozen=True)
class Shown:
    """One section as the page shows it; `body` is empty where nothing is held."""

    name: str
    label: str | Promise
    body: SafeString


def sections_of(request: HttpRequest, organisation: Organisation) -> list[Shown]:
    """The sections of an organisation's page that this reader may see, in their order."""
    return _shown(request, dossier_sections, organisation)


def town_sections_of(request: HttpRequest, town: Region) -> list[Shown]:
    """The sections of a town's page that this reader may see, in their order."""
    return _shown(request, town_sections, town)


def _shown(request: HttpRequest, sections: Iterable[DossierSection | TownSection], about: Any) -> list[Shown]:
    roles = roles_in(request)
    shown = []
    for section in sorted(sections, key=lambda one: one.order):
        body = section.render(request, about) if section.roles & roles else None
        if body is not None:
            shown.append(Shown(section.name, section.label, body))
    return shown
