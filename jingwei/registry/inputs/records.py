"""Forms of organisations, people and employments."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jingwei.kernel.identifiers import uscc
from jingwei.registry.models import Organisation, Person, Region
from jingwei.registry.terms import OrganisationKind, RegionLevel
from jingwei.ui.forms import KitForm
from jingwei.ui.templatetags.ui import words


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
    options.setdefault("label", _("town or street"))
    return forms.ModelChoiceField(rows, **options)


class OrganisationByCode(forms.CharField):
    """An organisation by its credit code or its exact name: a list to choose from would be too long."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("organisation"))
        options.setdefault("help_text", _("Its unified social credit code or its full name."))
        super().__init__(**options)

    def clean(self, value: Any) -> Organisation | None:
        """The organisation; raises ValidationError where none or several are meant."""
        text = super().clean(value)
        if not text:
            return None
        found = Organisation.objects.filter(uscc=uscc.normal(text)).first()
        if found is not None:
            return found
        named = list(Organisation.objects.filter(name=text)[:2])
        if len(named) != 1:
            raise forms.ValidationError(
                _("Several organisations have this name: give the code.")
                if named
                else _("No such organisation.")
            )
        return named[0]


class OrganisationForm(KitForm):
    """Fields of an organisation other than its name."""

    uscc = forms.CharField(label=_("unified social credit code"), required=False, max_length=30)
    name_en = forms.CharField(label=_("English name"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("kind of organisation"), choices=OrganisationKind.choices)
    town = town_field(required=False)
    industry = forms.CharField(label=_("industry code"), required=False, max_length=5)
    industry_edition = forms.CharField(
        label=_("edition of the industry standard"),
        required=False,
        max_length=16,
        help_text=_("Figures of 2013 use GB/T 4754-2011."),
    )
    founded_on = day_field(_("founded on"))
    address = forms.CharField(label=_("address"), required=False, max_length=200)

    def clean_uscc(self) -> str | None:
        """The code in normal form; what is wrong with it stands beside the field."""
        text = self.cleaned_data["uscc"]
        if not text:
            return None
        found = uscc.check(text)
        if found.errors:
            raise forms.ValidationError([words(problem.text) for problem in found.errors])
        return found.value


class NewOrganisationForm(OrganisationForm):
    """A new organisation with its first name."""

    name = forms.CharField(label=_("name"), max_length=200)
    field_order = ("name",)


class RenameForm(KitForm):
    """A new name and the day it holds from."""

    name = forms.CharField(label=_("new name"), max_length=200)
    on = day_field(_("from the day"), required=True)


class FamilyForm(KitForm):
    """What an organisation belongs to."""

    family = OrganisationByCode(
        label=_("belongs to"),
        required=False,
        help_text=_("Code or full name of the organisation above; empty if there is none."),
    )


class PersonForm(KitForm):
    """A person; no resident id is asked for."""

    name = forms.CharField(label=_("person's name"), max_length=80)
    title = forms.CharField(label=_("professional title"), max_length=80, required=False)
    telephone = forms.CharField(label=_("telephone"), max_length=32, required=False)
    email = forms.EmailField(label=_("e-mail"), required=False)


class EmploymentForm(KitForm):
    """Where a person works, and since when."""

    organisation = OrganisationByCode()
    position = forms.CharField(label=_("position"), max_length=80, required=False)
    valid_from = day_field(_("valid from"))
    valid_to = day_field(_("valid to"))


class LastDayForm(KitForm):
    """The last day of something."""

    on = day_field(_("last day"), required=True)


def initial_of(record: Organisation | Person, names: Any) -> dict[str, Any]:
    """The present values of a record for its form."""
    return {name: getattr(record, name) for name in names}
