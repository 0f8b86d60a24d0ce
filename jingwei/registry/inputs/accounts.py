"""Forms of accounts and roles."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jingwei.registry.inputs.fields import OrganisationField, day_field, town_field
from jingwei.registry.models import Section
from jingwei.registry.terms import ACCOUNTS, Role
from jingwei.ui.forms import KitForm


class NewAccountForm(KitForm):
    """A new account; its first password is made by the system."""

    username = forms.CharField(
        label=_("user name"), max_length=150, help_text=_("Letters, digits and @/./+/-/_ only.")
    )
    display_name = forms.CharField(label=_("displayed name"), max_length=80)


class AccountForm(KitForm):
    """What can be changed of an account."""

    display_name = forms.CharField(label=_("displayed name"), max_length=80)
    email = forms.EmailField(label=_("e-mail"), required=False)
    external_id = forms.CharField(
        label=_("identifier in the government login"),
        max_length=200,
        required=False,
        help_text=_("Only where the government login is switched on."),
    )

    def clean_external_id(self) -> str | None:
        """None where there is none, so that two accounts may be without."""
        return self.cleaned_data["external_id"].strip() or None


class AssignmentForm(KitForm):
    """A role, where, from when to when."""

    role = forms.ChoiceField(
        label=_("role"), choices=[(value, label) for value, label in Role.choices if value in ACCOUNTS]
    )
    section = forms.ModelChoiceField(
        Section.objects.all(), label=_("section"), required=False, help_text=_("For section officers.")
    )
    organisation = OrganisationField(
        label=_("organisation"),
        required=False,
        help_text=_(
            "For enterprises, universities and parks: credit code or full name of what the role acts for."
        ),
    )
    town = town_field(required=False, help_text=_("For towns and streets."))
    valid_from = day_field(_("valid from"))
    valid_to = day_field(_("valid to"))
