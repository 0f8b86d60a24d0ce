"""What apps hand to the registry: the parts of a pack they read, and the demonstration year they can make."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from jingwei.kernel.shelf import Shelf


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


pack_parts: Shelf[PackPart] = Shelf("pack parts", lambda part: part.name)
demo_years: Shelf[DemoYear] = Shelf("demo years", lambda demo: demo.name)
