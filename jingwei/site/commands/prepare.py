"""Everything but serving: database, place, demonstration year, working snapshot."""

import random

from django.conf import settings
from django.core.management import call_command
from django.utils.translation import gettext as _

from jingwei.figures.actions import refresh_live
from jingwei.ledger.actions import sign_checkpoint
from jingwei.registry.packs import load, read_pack
from jingwei.registry.shapes import demo_years
from jingwei.site.progress import step

SEED = 2013


def prepare(*, with_demo: bool) -> None:
    """Bring the database up to date, load the place's pack and, for a demonstration, make its records.

    Harmless when repeated: what is there already is kept. Raises InputError where the pack has faults.
    """
    settings.HOME.mkdir(parents=True, exist_ok=True)
    with step(_("database")):
        call_command("migrate", verbosity=0, interactive=False)
    with step(_("place: {pack}").format(pack=settings.PACK)):
        load(read_pack(settings.PACKS / settings.PACK))
    if with_demo:
        make_demo()
    with step(_("working snapshot")):
        refresh_live()
    with step(_("signed checkpoint of the log")):
        sign_checkpoint()


def make_demo() -> None:
    """Make the demonstration year, each app's part from the same seed in its declared order."""
    for demo in sorted(demo_years, key=lambda demo: demo.order):
        with step(_("demonstration: {name}").format(name=demo.name)):
            # A generator of its own for each part: adding records to one app leaves the others' as they are.
            demo.make(random.Random(f"{SEED}:{demo.name}"))  # noqa: S311 - repeatable invention, no secret
