"""Filters of registers: each is one chip; what it says is what it does."""

from collections.abc import Sequence
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_filters.widgets import RangeWidget

from jingwei.ui.forms import dress
from jingwei.ui.register.searching import through, with_word


class DayInput(forms.DateInput):
    """The browser's own date field."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class FromTo(RangeWidget):
    """Two fields, from and to, each with its own name for those who cannot see them."""

    suffixes = ["from", "to"]
    template_name = "ui/widgets/from_to.html"

    def __init__(self, inner: type[forms.Widget] = DayInput, attrs: dict[str, Any] | None = None) -> None:
        forms.MultiWidget.__init__(self, (inner(), inner()), attrs)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Each part is labelled."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        context["parts"] = list(zip((_("from"), _("to")), context["widget"]["subwidgets"], strict=True))
        return context


class Ticks(forms.CheckboxSelectMultiple):
    """Boxes to tick, drawn by one template: Django's takes four for each."""

    template_name = "ui/widgets/ticks.html"


class OneOf(forms.RadioSelect):
    """One of a few, drawn likewise."""

    template_name = "ui/widgets/ticks.html"


class Search(django_filters.CharFilter):
    """Words that must all occur, each in any of `fields`; the box at the head of the chips."""

    def __init__(self, *args: Any, fields: Sequence[str], **kwargs: Any) -> None:
        kwargs.setdefault("label", gettext_lazy("search here"))
        super().__init__(*args, **kwargs)
        self.fields = tuple(fields)

    def filter(self, qs: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Narrow by each word in turn."""
        for word in (value or "").split()[:8]:
            qs = with_word(qs, self.fields, word)
        return qs


class Choices(django_filters.MultipleChoiceFilter):
    """Any of the ticked values."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("widget", Ticks)
        super().__init__(*args, **kwargs)
        # a value counts once, and a list of values is one condition: no DISTINCT over a million rows
        self.distinct = False

    def filter(self, qs: QuerySet[Any], value: Sequence[str]) -> QuerySet[Any]:
        """One IN condition."""
        return qs.filter(through(qs.model, self.field_name, list(value))) if value else qs


class Records(django_filters.ModelMultipleChoiceFilter):
    """Any of the ticked records, for tables of a few dozen."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("widget", Ticks)
        super().__init__(*args, **kwargs)
        self.distinct = False

    def filter(self, qs: QuerySet[Any], value: Sequence[Any]) -> QuerySet[Any]:
        """One IN condition."""
        return qs.filter(through(qs.model, self.field_name, list(value))) if value else qs


class Days(django_filters.DateFromToRangeFilter):
    """Between two days, both counted: ``granted_on_from``, ``granted_on_to``."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("widget", FromTo(DayInput))
        super().__init__(*args, **kwargs)


class Numbers(django_filters.RangeFilter):
    """Between two numbers, both counted."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("widget", FromTo(forms.NumberInput))
        super().__init__(*args, **kwargs)


class YesNo(django_filters.ChoiceFilter):
    """``1`` or ``0`` over a boolean field, or over the method given."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("choices", [("1", gettext_lazy("yes")), ("0", gettext_lazy("no"))])
        kwargs.setdefault("widget", OneOf)
        kwargs.setdefault("empty_label", None)
        super().__init__(*args, **kwargs)

    def filter(self, qs: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Equal to true or false."""
        return qs.filter(**{self.field_name: value == "1"}) if value else qs


class RegisterFilter(django_filters.FilterSet):
    """Base of the filters of registers."""

    @property
    def form(self) -> Any:
        """Its form carries the kit's classes."""
        if not hasattr(self, "_form"):
            dress(super().form)
        return super().form
