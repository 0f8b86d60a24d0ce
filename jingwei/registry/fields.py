"""Form fields for what the registry holds."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jingwei.registry.models import Organisation

SHOWN = 5


class OrganisationField(forms.CharField):
    """An organisation by credit code, by its name now or before, or by a part of it that only one has.

    A list to choose from would hold thousands; where several fit, the error names them.
    """

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", gettext_lazy("Name (a part is enough) or unified social credit code."))
        kwargs.setdefault("widget", forms.TextInput(attrs={"autocomplete": "off"}))
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        """A stored organisation is shown by its name."""
        if isinstance(value, int):
            value = Organisation.objects.filter(pk=value).first()
        return value.name if isinstance(value, Organisation) else value

    def clean(self, value: Any) -> Any:
        """The organisation, or None where none is required; ValidationError names those that fit."""
        words = str(super().clean(value)).strip()
        return found(words) if words else None

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare what is shown."""
        return str(self.prepare_value(initial) or "") != str(data or "")


def found(words: str) -> Organisation:
    """The one organisation `words` name; raises ValidationError for none or several."""
    for condition in (
        Q(uscc=words.upper()),
        Q(name=words),
        Q(names__name=words),
        Q(name__icontains=words) | Q(names__name__icontains=words),
    ):
        rows = list(Organisation.objects.filter(condition).distinct().order_by("name")[: SHOWN + 1])
        if len(rows) == 1:
            return rows[0]
        if rows:
            names = _(", ").join(one.name for one in rows[:SHOWN])
            raise ValidationError(
                _("Several organisations fit: %(names)s. Type the full name or the code.") % {"names": names}
            )
    raise ValidationError(
        _("No organisation called “%(words)s” is registered. Add it to the register of organisations first.")
        % {"words": words}
    )
