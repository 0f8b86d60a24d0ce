"""Form fields of the kit that Django has not."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language

from jingwei.kernel.amounts import amount_in, parse_amount
from jingwei.kernel.errors import InputError


class AmountField(forms.CharField):
    """An amount typed in `unit` (default 万元) or with a unit of its own; its value is fen."""

    def __init__(self, *, unit: str = "万元", **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}))
        super().__init__(**kwargs)
        self.unit = unit

    def prepare_value(self, value: Any) -> Any:
        """Fen as a number in the unit, exactly."""
        if not isinstance(value, int):
            return value
        share = amount_in(value, self.unit)
        return f"{Decimal(share.numerator) / Decimal(share.denominator):f}"

    def clean(self, value: Any) -> Any:
        """Fen, or None for nothing; ValidationError in the reader's language."""
        text = str(super().clean(value)).strip()
        if not text:
            return None
        try:
            return parse_amount(text, self.unit)
        except InputError as error:
            raise ValidationError(error.text.in_language(get_language())) from error
