"""The one page that names everything the bureau offers. Nothing is discovered: what is not named here is not there."""

from jingwei.documents.shapes import sheets
from jingwei.figures import declared as figures
from jingwei.figures.shapes import frozen_tables, measures
from jingwei.portal import declared as portal
from jingwei.projects import declared as projects
from jingwei.registry import declared as registry
from jingwei.registry.shapes import demo_years, dossier_sections, pack_parts, town_sections
from jingwei.site import facts
from jingwei.summary import declared as summary
from jingwei.titles import declared as titles
from jingwei.ui import declared as ui
from jingwei.ui.shapes import act_labels, doors, findables, homes, places, recorded, shell_facts


def fill_shelves() -> None:
    """Put every declared thing on its shelf; twice is harmless."""
    for app in (ui, registry, figures, projects, titles, summary, portal):
        doors.put(app.doors)
    for placed in (ui, registry, figures, projects, titles, summary, portal):
        places.put(placed.places)
    for acting in (ui, registry, figures, projects, titles, summary):
        act_labels.put(acting.act_labels)
        recorded.put(acting.recorded)
    findables.put((*projects.findables, *titles.findables, *registry.findables, *summary.findables))
    shell_facts.put((*facts.shell_facts, *registry.shell_facts))
    homes.put((*summary.homes, *portal.homes, *registry.homes))
    sheets.put((*projects.sheets, *titles.sheets, *registry.sheets))
    frozen_tables.put((*figures.frozen_tables, *projects.frozen_tables, *titles.frozen_tables))
    measures.put((*projects.measures, *titles.measures))
    pack_parts.put(
        (
            *registry.pack_parts,
            *projects.pack_parts,
            *titles.pack_parts,
            *figures.pack_parts,
            *summary.pack_parts,
        )
    )
    demo_years.put(
        (
            *registry.demo_years,
            *projects.demo_years,
            *titles.demo_years,
            *figures.demo_years,
            *summary.demo_years,
        )
    )
    for app in (registry, projects, titles):
        dossier_sections.put(app.dossier_sections)
        town_sections.put(app.town_sections)
