"""What apps hand to the registry: parts of a pack, demonstration years, sections of the pages of a firm and a town."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.safestring import SafeString

from jingwei.kernel.shelf import Shelf
from jingwei.registry.models import Organisation, Region


@dataclass(frozen=True)
class Pack:
    """One place's own data, read from a folder: `tables` holds each TOML file of it by stem."""

    code: str
    root: Path
    tables: Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class PackPart:
    """How one app takes its part of a pack into the database; `load` is idempotent and says how many rows it wrote."""

    name: str
    order: int
    load: Callable[[Pack], int] = field(repr=False)


@dataclass(frozen=True)
class DemoYear:
    """How one app makes its demonstration records from a seed; `make` gives how many it made, 0 when they exist."""

    name: str
    order: int
    make: Callable[[Random], int] = field(repr=False)


@dataclass(frozen=True)
class DossierSection:
    """What one app holds about an organisation, on that organisation's page (desk and counter alike).

    `render(request, organisation)` gives the section's inside as safe HTML, already narrowed to what the reader may
    see; "" for "nothing is held", None for "not for this reader". `roles`: who is shown the section at all.
    """

    name: str
    label: str | Promise
    order: int
    roles: frozenset[str]
    render: Callable[[HttpRequest, Organisation], SafeString | None] = field(repr=False)


@dataclass(frozen=True)
class TownSection:
    """What one app holds about a town or street, on its page; as `DossierSection`."""

    name: str
    label: str | Promise
    order: int
    roles: frozenset[str]
    render: Callable[[HttpRequest, Region], SafeString | None] = field(repr=False)


pack_parts: Shelf[PackPart] = Shelf("pack parts", lambda part: part.name)
demo_years: Shelf[DemoYear] = Shelf("demo years", lambda demo: demo.name)
dossier_sections: Shelf[DossierSection] = Shelf("dossier sections", lambda section: section.name)
town_sections: Shelf[TownSection] = Shelf("town sections", lambda section: section.name)
