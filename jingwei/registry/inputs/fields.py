"""Form fields that many registers ask for: days, towns, organisations."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jingwei.kernel.identifiers import uscc
from jingwei.registry.models import Organisation, Region
from jingwei.registry.terms import RegionLevel

SHOWN = 5


class DayWidget(forms.DateInput):
    """The browser's own picker of days."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def day_field(label: Any, *, required: bool = False, help_text: Any = "") -> forms.DateField:
    """A day."""
    return forms.DateField(label=label, required=required, widget=DayWidget(), help_text=help_text)


def town_field(**options: Any) -> "forms.ModelChoiceField[Region]":
    """One of the towns and streets of the place."""
    rows = Region.objects.filter(level=RegionLevel.TOWN).order_by("order", "code")
    options.setdefault("label", gettext_lazy("town or street"))
    return forms.ModelChoiceField(rows, **options)


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
        Q(uscc=uscc.normal(words)),
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


def initial_of(record: Model, names: Iterable[str]) -> dict[str, Any]:
    """The present values of a record for the fields of a form that are called as the model's are."""
    return {name: getattr(record, name) for name in names if hasattr(record, name)}
