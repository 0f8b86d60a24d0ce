"""What `titles` hands to the floors below."""

from typing import Any

from jingwei.titles.actions.pack import load_pack
from jingwei.titles.declared.frozen import frozen_tables
from jingwei.titles.declared.measures import measures
from jingwei.registry.shapes import PackPart

__all__ = ["frozen_tables", "measures"]

doors: tuple[Any, ...] = ()
places: tuple[Any, ...] = ()
findables: tuple[Any, ...] = ()
homes: tuple[Any, ...] = ()
sheets: tuple[Any, ...] = ()
pack_parts = (PackPart("titles", 40, load_pack),)
demo_years: tuple[Any, ...] = ()
