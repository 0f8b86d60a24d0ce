"""What `titles` hands to the floors below."""

from jingwei.registry.shapes import DemoYear, PackPart
from jingwei.titles.actions.pack import load_pack
from jingwei.titles.declared.frozen import frozen_tables
from jingwei.titles.declared.measures import measures
from jingwei.titles.declared.sheets import sheets
from jingwei.titles.demo import make_demo
from jingwei.ui.shapes import Door, Findable, Home, Place

__all__ = [
    "demo_years",
    "doors",
    "findables",
    "frozen_tables",
    "homes",
    "measures",
    "pack_parts",
    "places",
    "sheets",
]

doors: tuple[Door, ...] = ()
places: tuple[Place, ...] = ()
findables: tuple[Findable, ...] = ()
homes: tuple[Home, ...] = ()

pack_parts = (PackPart("titles", 41, load_pack),)
demo_years = (DemoYear("titles", 41, make_demo),)
