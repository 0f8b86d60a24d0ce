"""Forms of the proofreader: a text is pasted or uploaded."""

from pathlib import PurePath
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from jingwei.documents.reading.prose import LIMITS, read_prose
from jingwei.kernel.errors import InputError
from jingwei.summary.terms import TextSource
from jingwei.ui.forms import KitForm

FIRST_YEAR, LAST_YEAR = 1990, 2100
_SOURCES = {".docx": TextSource.DOCX, ".md": TextSource.MARKDOWN}


class PastedField(forms.CharField):
    """A text that may stay empty where a file is given instead: the form asks for one of the two."""

    widget = forms.Textarea

    def validate(self, value: Any) -> None:
        """Nothing is asked of it alone."""


class VersionForm(KitForm):
    """A text, pasted or uploaded; cleaned into ``body`` and ``source``."""

    text = PastedField(
        label=gettext_lazy("text"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "lang": "zh-Hans", "spellcheck": "false"}),
        help_text=gettext_lazy("Paste it here, one paragraph a line; at most 1 MB."),
    )
    file = forms.FileField(
        label=gettext_lazy("or a file"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": ".txt,.md,.docx"}),
        help_text=gettext_lazy(
            "Plain text (.txt, .md) or Word (.docx). Only its words are kept, not the file."
        ),
    )

    def clean(self) -> dict[str, Any]:
        """Exactly one of the two, read."""
        values: dict[str, Any] = super().clean() or {}
        text, file = values.get("text", ""), values.get("file")
        if "file" in self.errors or "text" in self.errors:
            return values
        if text.strip() and file:
            self.add_error("file", _("Give either a pasted text or a file, not both; empty one of them."))
        elif not text.strip() and not file:
            self.add_error("text", _("Paste a text here, or choose a file below."))
        else:
            values["body"] = self._read(file) if file else text
            suffix = PurePath(file.name).suffix.lower() if file else ""
            values["source"] = _SOURCES.get(suffix, TextSource.TXT) if file else TextSource.PASTED
        return values

    def _read(self, file: Any) -> str:
        try:
            return read_prose(file.name, file.read(LIMITS.file + 1))
        except InputError as error:
            self.add_error("file", ValidationError(error.text.in_language(get_language())))
            return ""


class ManuscriptForm(VersionForm):
    """A text to begin with: what it is called, which year it speaks of."""

    title = forms.CharField(
        label=gettext_lazy("heading"),
        max_length=160,
        help_text=gettext_lazy("By which you find it again, such as “Summary of 2013, as printed”."),
    )
    year = forms.IntegerField(
        label=gettext_lazy("year"),
        required=False,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        help_text=gettext_lazy("The year it speaks of. With it, the text is compared with the records, too."),
    )
    field_order = ("title", "year", "text", "file")
