"""States of a summary, and of what people say about the findings in a text."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SummaryStatus(TextChoices):
    """Whether a summary is still being written."""

    DRAFT = "draft", _("Draft")
    ISSUED = "issued", _("Issued")


class TextSource(TextChoices):
    """How a text came to be proofread."""

    PASTED = "pasted", _("Pasted")
    TXT = "txt", _("Text file")
    MARKDOWN = "md", _("Markdown file")
    DOCX = "docx", _("Word document")


class Judgement(TextChoices):
    """What a person said of a finding of the proofreader."""

    CONFIRMED = "confirmed", _("Confirmed as an error")
    DISMISSED = "dismissed", _("Dismissed")
    WITHDRAWN = "withdrawn", _("Verdict withdrawn")
