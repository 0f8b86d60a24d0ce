"""States of a summary."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SummaryStatus(TextChoices):
    """Whether a summary is still being written."""

    DRAFT = "draft", _("Draft")
    ISSUED = "issued", _("Issued")
