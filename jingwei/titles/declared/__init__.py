"""What `titles` hands to the floors below."""

from django.utils.translation import gettext_lazy as _

from jingwei.registry.access import EMPLOYERS, TOWNS
from jingwei.registry.shapes import DemoYear, DossierSection, PackPart, TownSection
from jingwei.registry.terms import DESK, EVERYONE, WRITERS
from jingwei.titles.access import OWN
from jingwei.titles.actions.pack import load_pack
from jingwei.titles.declared import dossier, finding
from jingwei.titles.declared.acts import act_labels, recorded
from jingwei.titles.declared.frozen import frozen_tables
from jingwei.titles.declared.measures import measures
from jingwei.titles.declared.sheets import sheets
from jingwei.titles.demo import make_demo
from jingwei.ui.shapes import WRITE, Door, Findable, Home, Place

__all__ = [
    "act_labels",
    "demo_years",
    "doors",
    "dossier_sections",
    "findables",
    "frozen_tables",
    "homes",
    "measures",
    "pack_parts",
    "places",
    "recorded",
    "sheets",
    "town_sections",
]

PUBLIC = EVERYONE - DESK - OWN
doors: tuple[Door, ...] = (
    Door("titles:titles", DESK),
    Door("titles:due", DESK),
    Door("titles:add", WRITERS, WRITE),
    Door("titles:edit", WRITERS, WRITE),
    Door("titles:renew", WRITERS, WRITE),
    Door("titles:revoke", WRITERS, WRITE),
    Door("titles:mine", OWN),
    Door("titles:public", EVERYONE),
    Door("titles:title", EVERYONE),
)
places: tuple[Place, ...] = (
    Place("titles:titles", _("Titles"), "registers", "certificate", DESK, 30),
    Place("titles:due", _("Due for renewal"), "registers", "refresh", DESK, 31),
    Place("titles:mine", _("My titles"), "mine", "certificate", EMPLOYERS, 40),
    Place("titles:mine", _("Titles in our town"), "town", "certificate", TOWNS, 40),
    Place("titles:public", _("Titles and awards"), "see", "certificate", PUBLIC, 30),
)
findables: tuple[Findable, ...] = (Findable("titles", _("Titles"), finding.titles),)
homes: tuple[Home, ...] = ()
pack_parts = (PackPart("titles", 41, load_pack),)
demo_years = (DemoYear("titles", 41, make_demo),)
dossier_sections = (DossierSection("titles", _("Titles"), 30, DESK | OWN, dossier.of_organisation),)
town_sections = (TownSection("titles", _("Titles"), 30, DESK | OWN, dossier.of_town),)
