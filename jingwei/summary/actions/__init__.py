"""What is done with summaries: drafted from a template, edited section by section, issued, corrected; with texts given
to the proofreader: begun, revised, judged finding by finding, deleted."""

from jingwei.summary.actions.drafting import correct, create_from_template
from jingwei.summary.actions.editing import Conflict, edit_section
from jingwei.summary.actions.issuing import issue
from jingwei.summary.actions.judging import judge, withdraw
from jingwei.summary.actions.manuscripts import add_version, delete_manuscript, start_manuscript

__all__ = [
    "Conflict",
    "add_version",
    "correct",
    "create_from_template",
    "delete_manuscript",
    "edit_section",
    "issue",
    "judge",
    "start_manuscript",
    "withdraw",
]
