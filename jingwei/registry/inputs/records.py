"""Forms of organisations, people and employments."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jingwei.kernel.identifiers import uscc
from jingwei.registry.inputs.fields import OrganisationField, day_field, town_field
from jingwei.registry.terms import OrganisationKind
from jingwei.ui.forms import KitForm
from jingwei.ui.templatetags.ui import words


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

    family = OrganisationField(
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

    organisation = OrganisationField(label=_("organisation"))
    position = forms.CharField(label=_("position"), max_length=80, required=False)
    valid_from = day_field(_("valid from"))
    valid_to = day_field(_("valid to"))


class LastDayForm(KitForm):
    """The last day of something."""

    on = day_field(_("last day"), required=True)
