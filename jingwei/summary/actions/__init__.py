"""What is done with summaries: drafted from a template, edited section by section, issued, corrected."""

from jingwei.summary.actions.drafting import correct, create_from_template
from jingwei.summary.actions.editing import Conflict, edit_section
from jingwei.summary.actions.issuing import issue

__all__ = ["Conflict", "correct", "create_from_template", "edit_section", "issue"]
