"""Forms of titles."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jingwei.registry.inputs.fields import OrganisationField, day_field, initial_of, town_field
from jingwei.registry.models import Region, Section
from jingwei.registry.terms import RegionLevel
from jingwei.titles.actions.titles import NEEDED, wrong_fields
from jingwei.titles.models import Title, TitleType
from jingwei.titles.rules import last_valid_day
from jingwei.titles.terms import AwardClass, RecipientKind
from jingwei.ui.forms import KitForm

CLASSES = [("", "—"), *AwardClass.choices]
FIELD_OF = {
    RecipientKind.ORGANISATION.value: "organisation",
    RecipientKind.PERSON.value: "person_name",
    RecipientKind.REGION.value: "region",
}


class TitleForm(KitForm):
    """A title; `instance` is the one that is changed."""

    type = forms.ModelChoiceField(TitleType.objects.all(), label=_("type of title"))
    number = forms.CharField(label=_("certificate number"), max_length=60, required=False)
    organisation = OrganisationField(
        label=_("organisation"),
        required=False,
        help_text=_("The recipient, or the employer of the person. Name (a part is enough) or credit code."),
    )
    person_name = forms.CharField(
        label=_("person"),
        max_length=80,
        required=False,
        help_text=_("For talents only: an employee of the organisation; a new name is added to its people."),
    )
    region = forms.ModelChoiceField(
        Region.objects.filter(level=RegionLevel.DISTRICT),
        label=_("region"),
        required=False,
        help_text=_("For honours of the district only."),
    )
    subject = forms.CharField(label=_("awarded for"), max_length=300, required=False)
    award_class = forms.ChoiceField(label=_("class"), choices=CLASSES, required=False)
    edition = forms.IntegerField(label=_("edition"), min_value=1, max_value=999, required=False)
    granted_on = day_field(_("granted on"), required=True)
    valid_until = day_field(_("valid until"), help_text=_("Left empty, it follows from the type."))
    issuer = forms.CharField(
        label=_("conferred by"),
        max_length=120,
        required=False,
        help_text=_("Left empty, it follows from the type."),
    )
    document = forms.CharField(label=_("document number"), max_length=120, required=False)
    town = town_field(required=False, help_text=_("Left empty, it is the organisation's."))
    section = forms.ModelChoiceField(Section.objects.all(), label=_("section in charge"), required=False)

    def __init__(self, *args: Any, instance: Title | None = None, **kwargs: Any) -> None:
        self.instance = instance
        if instance is not None:
            kwargs["initial"] = {
                **initial_of(instance, self.base_fields),
                "person_name": instance.person or "",
            }
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Who receives it fits the type; what contradicts itself is said beside the field."""
        values: dict[str, Any] = super().clean() or {}
        if self.errors:
            return values
        kind = values["type"].recipient_kind
        if not values.get(FIELD_OF[kind]) or (
            kind == RecipientKind.PERSON and not values.get("organisation")
        ):
            self._say(FIELD_OF[kind], NEEDED[kind][1].in_language(get_language()))
        given = {field: value for field, value in values.items() if field != "person_name"}
        title = Title(pk=self.instance.pk if self.instance else None, **given)
        for field, text in wrong_fields(title).items():
            if field not in FIELD_OF.values() and field != "person":
                self._say(field, text.in_language(get_language()))
        return values

    def _say(self, field: str, words: str) -> None:
        self.add_error(field if field in self.fields else None, words)


class RenewForm(KitForm):
    """The new certificate of a title."""

    number = forms.CharField(label=_("certificate number"), max_length=60, required=False)
    granted_on = day_field(_("granted on"), required=True)
    valid_until = day_field(_("valid until"), help_text=_("Left empty, it follows from the type."))
    document = forms.CharField(label=_("document number"), max_length=120, required=False)

    def __init__(self, *args: Any, title: Title, **kwargs: Any) -> None:
        self.title = title
        super().__init__(*args, **kwargs)

    def clean_granted_on(self) -> Any:
        """Later than what it renews."""
        granted = self.cleaned_data["granted_on"]
        if granted <= self.title.granted_on:
            raise ValidationError(_("The renewal must be later than the first granting."))
        return granted

    def clean(self) -> dict[str, Any]:
        """The type says until when, where nothing is typed."""
        values: dict[str, Any] = super().clean() or {}
        if not values.get("valid_until") and values.get("granted_on"):
            values["valid_until"] = last_valid_day(values["granted_on"], self.title.type.validity_years)
        return values


class RevokeForm(KitForm):
    """Since when a title no longer stands."""

    on = day_field(_("revoked on"), required=True)
