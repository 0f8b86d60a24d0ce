"""What `figures` hands to the floors below."""

from typing import Any

from jingwei.figures.frozen import received_statistics, targets

doors: tuple[Any, ...] = ()
places: tuple[Any, ...] = ()
findables: tuple[Any, ...] = ()
homes: tuple[Any, ...] = ()
sheets: tuple[Any, ...] = ()
frozen_tables = (received_statistics, targets)
measures: tuple[Any, ...] = ()
pack_parts: tuple[Any, ...] = ()
demo_years: tuple[Any, ...] = ()
