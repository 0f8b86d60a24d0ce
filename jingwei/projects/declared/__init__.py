"""What `projects` hands to the floors below."""

from django.utils.translation import gettext_lazy as _

from jingwei.projects.access import OWN
from jingwei.projects.actions.pack import load_pack
from jingwei.projects.declared import dossier, finding
from jingwei.projects.declared.acts import act_labels, recorded
from jingwei.projects.declared.frozen import frozen_tables
from jingwei.projects.declared.measures import measures
from jingwei.projects.declared.sheets import sheets
from jingwei.projects.demo import make_demo
from jingwei.registry.access import EMPLOYERS, TOWNS
from jingwei.registry.shapes import DemoYear, DossierSection, PackPart, TownSection
from jingwei.registry.terms import DESK, EVERYONE, WRITERS, Role
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

MONEY = WRITERS | {Role.FINANCE.value}
PUBLIC = EVERYONE - DESK - OWN
doors: tuple[Door, ...] = (
    Door("projects:projects", DESK),
    Door("projects:add", WRITERS, WRITE),
    Door("projects:edit", WRITERS, WRITE),
    Door("projects:close", WRITERS, WRITE),
    Door("projects:reopen", WRITERS, WRITE),
    Door("projects:subsidies", DESK),
    Door("projects:subsidy-add", MONEY, WRITE),
    Door("projects:subsidy-edit", MONEY, WRITE),
    Door("projects:mine", OWN),
    Door("projects:my-subsidies", OWN),
    Door("projects:public", EVERYONE),
    Door("projects:project", EVERYONE),
    Door("projects:subsidy", EVERYONE),
)
places: tuple[Place, ...] = (
    Place("projects:projects", _("Projects"), "registers", "clipboard-text", DESK, 10),
    Place("projects:subsidies", _("Subsidies from above"), "registers", "coin", DESK, 20),
    Place("projects:mine", _("My projects"), "mine", "clipboard-text", EMPLOYERS, 20),
    Place("projects:my-subsidies", _("Subsidies received"), "mine", "coin", EMPLOYERS, 30),
    Place("projects:mine", _("Projects in our town"), "town", "clipboard-text", TOWNS, 20),
    Place("projects:my-subsidies", _("Subsidies received in our town"), "town", "coin", TOWNS, 30),
    Place("projects:public", _("Listed projects"), "see", "clipboard-text", PUBLIC, 20),
)
findables: tuple[Findable, ...] = (Findable("projects", _("Projects"), finding.projects),)
homes: tuple[Home, ...] = ()
pack_parts = (PackPart("projects", 40, load_pack),)
demo_years = (DemoYear("projects", 40, make_demo),)
dossier_sections = (
    DossierSection("projects", _("Projects and money"), 20, DESK | OWN, dossier.of_organisation),
)
town_sections = (TownSection("projects", _("Projects"), 20, DESK | OWN, dossier.of_town),)
