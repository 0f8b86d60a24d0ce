"""From a text to its figures, relations and findings."""

from dataclasses import replace

from jingwei.summary.proofread.findings import findings_of
from jingwei.summary.proofread.moods import mark_moods
from jingwei.summary.proofread.normal import normal
from jingwei.summary.proofread.relations import finders
from jingwei.summary.proofread.roles import roles_of
from jingwei.summary.proofread.scanning import figures_of
from jingwei.summary.proofread.shapes import Reading
from jingwei.summary.proofread.structure import outline_of
from jingwei.summary.proofread.subjects import subject_of


def proofread(text: str) -> Reading:
    """Everything understood of `text`: any text of any size, in time linear in its length."""
    plain = normal(text)
    figures = tuple(figures_of(plain, text))
    outline = outline_of(plain, figures)
    mark_moods(outline)
    roles = roles_of(outline)
    named = tuple(
        replace(figure, subject=subject_of(outline.slots[index])) for index, figure in enumerate(figures)
    )
    relations = finders.relations_of(outline, roles)
    return Reading(text, named, relations, findings_of(text, named, relations))
