"""What `projects` hands to the floors below."""

from jingwei.projects.actions.pack import load_pack
from jingwei.projects.declared.frozen import frozen_tables
from jingwei.projects.declared.measures import measures
from jingwei.projects.declared.sheets import sheets
from jingwei.projects.demo import make_demo
from jingwei.registry.shapes import DemoYear, PackPart
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

pack_parts = (PackPart("projects", 40, load_pack),)
demo_years = (DemoYear("projects", 40, make_demo),)
