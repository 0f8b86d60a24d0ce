"""Forms of projects and subsidies."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jingwei.projects.actions.projects import wrong_fields
from jingwei.projects.models import Programme, Project, Subsidy
from jingwei.projects.terms import ProjectStatus
from jingwei.registry.inputs.fields import OrganisationField, day_field, initial_of, town_field
from jingwei.registry.models import Section
from jingwei.registry.terms import Level
from jingwei.ui.fields import AmountField
from jingwei.ui.forms import KitForm

ENDS = [(value, label) for value, label in ProjectStatus.choices if value != ProjectStatus.RUNNING]
LEVELS = [(value, label) for value, label in Level.choices if value != Level.DISTRICT]


def _sections() -> QuerySet[Section]:
    return Section.objects.all()


class ProjectForm(KitForm):
    """A project; `instance` is the one that is changed."""

    number = forms.CharField(label=_("project number"), max_length=40)
    name = forms.CharField(label=_("project name"), max_length=300)
    programme = forms.ModelChoiceField(Programme.objects.all(), label=_("programme"))
    undertaker = OrganisationField(label=_("undertaker"))
    leader_name = forms.CharField(
        label=_("project leader"),
        max_length=80,
        required=False,
        help_text=_("An employee of the undertaker; a new name is added to its people."),
    )
    town = town_field(required=False, help_text=_("Left empty, it is the undertaker's."))
    section = forms.ModelChoiceField(_sections(), label=_("section in charge"), required=False)
    listed_on = day_field(_("listed on"), required=True)
    starts_on = day_field(_("term begins"))
    ends_on = day_field(_("term ends"))
    budget_fen = AmountField(label=_("total budget"), required=False)
    grant_fen = AmountField(label=_("grant"), required=False)
    document = forms.CharField(label=_("approval document"), max_length=120, required=False)

    def __init__(self, *args: Any, instance: Project | None = None, **kwargs: Any) -> None:
        self.instance = instance
        if instance is not None:
            kwargs["initial"] = {
                **initial_of(instance, self.base_fields),
                "leader_name": instance.leader or "",
            }
        super().__init__(*args, **kwargs)

    def clean_number(self) -> str:
        """Free, or this project's own."""
        number = str(self.cleaned_data["number"]).strip()
        taken = Project.objects.filter(number=number)
        if self.instance is not None:
            taken = taken.exclude(pk=self.instance.pk)
        if taken.exists():
            raise ValidationError(_("This number is registered already."))
        return number

    def clean_grant_fen(self) -> int:
        """Nothing typed is nothing granted."""
        return self.cleaned_data["grant_fen"] or 0

    def clean(self) -> dict[str, Any]:
        """What contradicts itself is said beside the field."""
        values: dict[str, Any] = super().clean() or {}
        if self.errors:
            return values
        given = {field: value for field, value in values.items() if field != "leader_name"}
        if self.instance is not None:
            given |= {"status": self.instance.status, "closed_on": self.instance.closed_on}
        for field, text in wrong_fields(Project(**given)).items():
            self.add_error(field if field in self.fields else None, text.in_language(get_language()))
        return values


class CloseForm(KitForm):
    """How and when a project ended."""

    status = forms.ChoiceField(label=_("status"), choices=ENDS)
    on = day_field(_("closed on"), required=True)


class ReopenForm(KitForm):
    """Nothing to fill in: only the button."""


class SubsidyForm(KitForm):
    """Money received from above."""

    document = forms.CharField(label=_("document number"), max_length=120)
    organisation = OrganisationField(label=_("recipient"))
    project = forms.CharField(
        label=_("project number"),
        max_length=40,
        required=False,
        help_text=_("Where the money is for a project."),
    )
    level = forms.ChoiceField(label=_("level"), choices=LEVELS)
    received_on = day_field(_("money received on"), required=True)
    amount_fen = AmountField(label=_("amount"))
    purpose = forms.CharField(label=_("purpose"), max_length=200, required=False)
    section = forms.ModelChoiceField(_sections(), label=_("section in charge"), required=False)

    def __init__(self, *args: Any, instance: Subsidy | None = None, **kwargs: Any) -> None:
        if instance is not None:
            project = instance.project.number if instance.project else ""
            kwargs["initial"] = {**initial_of(instance, self.base_fields), "project": project}
        super().__init__(*args, **kwargs)

    def clean_project(self) -> Project | None:
        """The project of that number."""
        number = str(self.cleaned_data["project"]).strip()
        if not number:
            return None
        found = Project.objects.filter(number=number).first()
        if found is None:
            raise ValidationError(_("No project with this number is registered."))
        return found

    def clean_amount_fen(self) -> int:
        """Above zero."""
        amount = int(self.cleaned_data["amount_fen"])
        if amount <= 0:
            raise ValidationError(_("The amount must be above zero."))
        return amount
