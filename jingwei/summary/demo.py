"""The demonstration summary: issued once, with the next version open for editing beside it."""

from pathlib import Path
from random import Random

from django.conf import settings

from jingwei.figures.shapes import measures
from jingwei.registry.models import Account
from jingwei.registry.terms import Role
from jingwei.summary import actions
from jingwei.summary.models import Summary

YEAR = 2013
REASON = "演示：第二版，可供编辑"  # a record of the demonstration, not a word of the program


def make_demo(random: Random) -> int:
    """Draft the summary of 2013 from the template, issue it as the demonstration's director, open the next version.

    Gives how many versions it made: 0 where the year has a summary, or the demonstration has no director yet.
    """
    director = Account.objects.filter(username=Role.DIRECTOR.value, is_demo=True).first()
    if director is None or not len(measures) or Summary.objects.filter(year=YEAR).exists():
        return 0
    pack: Path = settings.PACKS / settings.PACK
    draft = actions.create_from_template(by=director, pack=pack, year=YEAR, is_demo=True)
    issued = actions.issue(by=director, summary=draft)
    actions.correct(by=director, summary=issued, reason=REASON)
    return 2
