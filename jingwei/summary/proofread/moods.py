"""Where sentences begin to speak of plans, and of which year they are: “2014年工作思路”, “…,力争明年…”."""

import re

from jingwei.summary.proofread.lexicon import plans
from jingwei.summary.proofread.lexicon.times import years_in
from jingwei.summary.proofread.structure import Outline, Sentence

OPENING = 200  # characters in which a text names its year


def mark_moods(outline: Outline) -> None:
    """Mark every sentence with its year and where it turns to plans; the text's year is the first it names."""
    named = years_in(outline.text[:OPENING])
    outline.year = named[0] if named else None
    under_plan = False
    for sentence in outline.sentences:
        under_plan = _is_under_plan(sentence, under_plan)
        sentence.plan_from = sentence.start if under_plan else _plan_begins(sentence, outline.year)
        years = years_in(sentence.text)
        sentence.year = years[0] if years else outline.year
        sentence.years = frozenset(years)


def _is_under_plan(sentence: Sentence, was: bool) -> bool:
    """Whether a sentence heads a plan or stands under such a heading, as the one before `was`."""
    heading = plans.HEADING.match(sentence.text)
    if heading and plans.HEADS_A_PLAN.search(heading[0]) and len(sentence.text) < plans.LONGEST_HEADING:
        return True
    return was and not plans.NUMBERED_SECTION.match(sentence.text)


def _plan_begins(sentence: Sentence, year: int | None) -> int | None:
    """Where in the text a sentence begins to speak of what is yet to be done; None where it does not."""
    places = [match.start() for match in plans.PLANS.finditer(sentence.text)]
    if year is not None:
        ahead = plans.NAMED_YEAR.finditer(sentence.text)
        places += [match.start() for match in ahead if _is_ahead(match, year)]
    return sentence.start + min(places) if places else None


def _is_ahead(named: re.Match[str], year: int) -> bool:
    """Whether a year is the next one, or a later one to which something is aimed: 到2020年."""
    return int(named["year"]) == year + 1 or (named["to"] is not None and int(named["year"]) > year)
