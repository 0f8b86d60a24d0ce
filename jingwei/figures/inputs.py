"""Forms of this package: amounts are typed with their unit."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext_lazy as _

from jingwei.figures.engine.subjects import MONEY, RECEIVED
from jingwei.figures.models import ReceivedStatistic, Target
from jingwei.figures.references import parse
from jingwei.figures.shapes import measures
from jingwei.kernel.amounts import format_amount, parse_amount
from jingwei.kernel.errors import InputError
from jingwei.kernel.periods import Period
from jingwei.ui.forms import dress
from jingwei.ui.templatetags.ui import words

YUAN = "元"


class AmountField(forms.CharField):
    """A value typed by a person; `read` gives it in the base unit once the unit is known."""

    @staticmethod
    def read(text: str, unit: str) -> int:
        """Fen for money, else a whole number. Raises ValidationError in the reader's words."""
        try:
            if unit in MONEY:
                return parse_amount(text)
            return int(text.replace(",", "").replace("，", "").strip())
        except InputError as error:
            raise forms.ValidationError(words(error.text)) from error
        except ValueError as error:
            raise forms.ValidationError(_("A whole number is needed, such as 1,234.")) from error


class ReceivedForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """A statistic received from others, with its source."""

    amount = AmountField(
        label=_("value"), help_text=_("Money with its unit, such as 845.48亿元; else a whole number.")
    )

    class Meta:
        model = ReceivedStatistic
        fields = (
            "code", "period", "label", "label_en", "unit", "unit_en", "issuer", "issuer_en", "document", "document_en",
            "received_on", "definition", "definition_en", "caveat", "caveat_en", "whole", "derivation", "derivation_en",
        )  # fmt: skip
        widgets = {"received_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}

    field_order = ("code", "period", "label", "label_en", "unit", "unit_en", "amount")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row = self.instance
        if row.pk:
            is_money = row.unit in MONEY
            self.initial["amount"] = format_amount(row.value, YUAN, grouped=False) if is_money else row.value
        dress(self)

    def clean_period(self) -> str:
        """As periods are written."""
        try:
            return str(Period.parse(self.cleaned_data["period"]))
        except InputError as error:
            raise forms.ValidationError(words(error.text)) from error

    def clean(self) -> dict[str, Any]:
        """Read the amount once the unit is known."""
        cleaned: dict[str, Any] = super().clean() or {}
        if "amount" in cleaned:
            try:
                cleaned["value"] = AmountField.read(cleaned["amount"], cleaned.get("unit", ""))
            except forms.ValidationError as error:
                self.add_error("amount", error)
        return cleaned

    def values(self) -> dict[str, Any]:
        """What is to be kept."""
        kept = {name: self.cleaned_data[name] for name in self.Meta.fields}
        return {**kept, "value": self.cleaned_data["value"], "is_derived": bool(kept["derivation"])}


class TargetForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """What a figure should come to in a year."""

    amount = AmountField(
        label=_("value"),
        required=False,
        help_text=_("Money with its unit, such as 1,485.9亿元; else a whole number."),
    )

    class Meta:
        model = Target
        fields = (
            "code", "kind", "label", "label_en", "reference", "year", "base_year", "source", "source_en",
            "break_year", "break_note", "break_note_en",
        )  # fmt: skip

    field_order = ("code", "kind", "label", "label_en", "reference", "year", "amount")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row = self.instance
        if row.pk and row.value is not None:
            is_money = _unit_of(row.reference) in MONEY
            self.initial["amount"] = format_amount(row.value, YUAN, grouped=False) if is_money else row.value
        self.fields["reference"].help_text = _(
            "How the figure is written, such as projects.listed@level=national."
        )
        dress(self)

    def clean_reference(self) -> str:
        """In its one spelling; the measure must exist."""
        text = self.cleaned_data["reference"].strip()
        if not text:
            return ""
        try:
            reference = parse(text)
        except InputError as error:
            raise forms.ValidationError(words(error.text)) from error
        if not _unit_of(text):
            raise forms.ValidationError(_("There is no figure of that name."))
        return str(reference.base)

    def clean(self) -> dict[str, Any]:
        """Read the amount once the measure, and so the unit, is known."""
        cleaned: dict[str, Any] = super().clean() or {}
        try:
            text = cleaned.get("amount") or ""
            cleaned["value"] = (
                AmountField.read(text, _unit_of(cleaned.get("reference", ""))) if text else None
            )
        except forms.ValidationError as error:
            self.add_error("amount", error)
        return cleaned

    def values(self) -> dict[str, Any]:
        """What is to be kept."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields} | {
            "value": self.cleaned_data["value"]
        }


class FreezeForm(forms.Form):
    """Name and cut-off of a snapshot."""

    name = forms.CharField(label=_("name"), max_length=120)
    last_day = forms.DateField(
        label=_("last day that counts"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dress(self)

    @property
    def cut_off(self) -> datetime:
        """The end of the last day, in the bureau's time."""
        following = self.cleaned_data["last_day"] + timedelta(days=1)
        return datetime.combine(following, time.min, tzinfo=get_current_timezone())


def _unit_of(reference: str) -> str:
    """The unit of what a reference is about; empty where there is nothing of that name."""
    if not reference:
        return ""
    name = parse(reference).measure
    if name.startswith(RECEIVED):
        row = ReceivedStatistic.objects.filter(code=name.removeprefix(RECEIVED)).first()
        return row.unit if row else ""
    measure = measures.get(name)
    return measure.unit.zh if measure else ""
