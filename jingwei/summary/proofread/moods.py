"""Which sentences speak of plans, and of which year: “2014年工作思路”, “力争明年…”."""

from jingwei.summary.proofread.lexicon import plans
from jingwei.summary.proofread.lexicon.times import years_in
from jingwei.summary.proofread.structure import Outline, Sentence

OPENING = 200  # characters in which a text names its year


def mark_moods(outline: Outline) -> None:
    """Mark every sentence with its year and whether it is a plan; the text's year is the first it names."""
    named = years_in(outline.text[:OPENING])
    outline.year = named[0] if named else None
    under_plan = False
    for sentence in outline.sentences:
        under_plan = _is_under_plan(sentence, under_plan)
        sentence.is_plan = under_plan or _plans(sentence, outline.year)
        years = years_in(sentence.text)
        sentence.year = years[0] if years else outline.year


def _is_under_plan(sentence: Sentence, was: bool) -> bool:
    """Whether a sentence heads a plan or stands under such a heading, as the one before `was`."""
    heading = plans.HEADING.match(sentence.text)
    if heading and plans.HEADS_A_PLAN.search(heading[0]) and len(sentence.text) < plans.LONGEST_HEADING:
        return True
    return was and not plans.NUMBERED_SECTION.match(sentence.text)


def _plans(sentence: Sentence, year: int | None) -> bool:
    return bool(plans.PLANS.search(sentence.text)) or (year is not None and f"{year + 1}年" in sentence.text)
