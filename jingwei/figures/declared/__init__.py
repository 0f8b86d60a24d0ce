"""What `figures` hands to the floors below."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from jingwei.figures import demo
from jingwei.figures.actions.pack import load_pack
from jingwei.figures.declared.acts import act_labels, recorded
from jingwei.figures.declared.frozen import received_statistics, targets
from jingwei.registry.shapes import DemoYear, PackPart
from jingwei.registry.terms import DESK, EVERYONE, LEADERS, WRITERS
from jingwei.ui.shapes import WRITE, Door, Place

__all__ = ["act_labels", "frozen_tables", "recorded"]

FREEZERS = WRITERS | LEADERS
POST = frozenset({"POST"})

doors = (
    *(
        Door(f"figures:{view}", EVERYONE)
        for view in ("latest", "index", "figure", "records", "compare", "received", "targets")
    ),
    *(
        Door(f"figures:{view}", WRITERS, WRITE)
        for view in ("add_received", "edit_received", "add_target", "edit_target")
    ),
    *(Door(f"figures:{view}", WRITERS, POST) for view in ("remove_received", "remove_target")),
    Door("figures:snapshots", DESK),
    Door("figures:freeze", FREEZERS, WRITE),
)
places = (
    Place("figures:latest", _("Figures"), "year", "chart-bar", EVERYONE, 20),
    Place("figures:targets", _("Targets"), "year", "target-arrow", DESK, 30),
    Place("figures:received", _("Received statistics"), "year", "inbox", DESK, 40),
    Place("figures:snapshots", _("Snapshots"), "year", "snowflake", DESK, 50),
)
findables: tuple[Any, ...] = ()
homes: tuple[Any, ...] = ()
sheets: tuple[Any, ...] = ()
frozen_tables = (received_statistics, targets)
measures: tuple[Any, ...] = ()
pack_parts = (PackPart("figures", 60, load_pack),)
demo_years = (DemoYear("figures", 70, demo.make),)
