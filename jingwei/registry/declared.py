"""What `registry` hands to the floors below."""

from jingwei.documents.shapes import Sheet
from jingwei.registry.demo import make_demo
from jingwei.registry.seeding import load_calendar, load_regions, load_rules, load_sections
from jingwei.registry.shapes import DemoYear, DossierSection, PackPart, TownSection
from jingwei.ui.shapes import Door, Findable, Home, Place

doors: tuple[Door, ...] = ()
places: tuple[Place, ...] = ()
findables: tuple[Findable, ...] = ()
homes: tuple[Home, ...] = ()
sheets: tuple[Sheet, ...] = ()
pack_parts: tuple[PackPart, ...] = (
    PackPart("regions", 10, load_regions),
    PackPart("sections", 11, load_sections),
    PackPart("rules", 12, load_rules),
    PackPart("calendar", 13, load_calendar),
)
demo_years: tuple[DemoYear, ...] = (DemoYear("registry", 10, make_demo),)
dossier_sections: tuple[DossierSection, ...] = ()
town_sections: tuple[TownSection, ...] = ()
