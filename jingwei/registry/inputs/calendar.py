"""Forms of the calendar, of dated rules, and of the reckoning of a deadline."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jingwei.kernel.clocks.clock import Unit
from jingwei.registry.actions.calendar import DayChange
from jingwei.registry.inputs.fields import day_field
from jingwei.registry.models import Region
from jingwei.registry.queries.calendar import chosen_rules
from jingwei.registry.terms import DayKind, LimitUnit, RegionLevel
from jingwei.ui.forms import KitForm

LINE = re.compile(
    r"^(?P<kind>休|班|off|work)\s+(?P<first>\d{4}-\d{2}-\d{2})(?:\s*(?:至|~|to)\s*(?P<last>\d{4}-\d{2}-\d{2}))?(?:\s+(?P<name>\S.*))?$"
)
KINDS = {"休": DayKind.HOLIDAY, "off": DayKind.HOLIDAY, "班": DayKind.MAKEUP, "work": DayKind.MAKEUP}
LONGEST_HOLIDAY = 60


class DayForm(KitForm):
    """What one day is."""

    kind = forms.ChoiceField(label=_("kind of day"), choices=DayKind.choices)
    name = forms.CharField(label=_("holiday"), max_length=40, required=False)
    source = forms.CharField(label=_("source"), max_length=200, help_text=_("The notice that says so."))


class NoticeForm(KitForm):
    """A yearly holiday notice, one line a stretch of days."""

    lines = forms.CharField(
        label=_("what the notice says"),
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_(
            "One line for each stretch: 休 2014-01-31 至 2014-02-06 春节 for days off, 班 2014-01-26 春节 for "
            "working days on a weekend. Days not named follow the week."
        ),
    )
    source = forms.CharField(
        label=_("source"),
        max_length=200,
        help_text=_("Title and number of the notice, such as 国办发明电〔2013〕28号."),
    )

    def clean_lines(self) -> list[DayChange]:
        """The days the notice names."""
        changes: dict[date, DayChange] = {}
        for number, line in enumerate(self.cleaned_data["lines"].splitlines(), 1):
            if line.strip():
                changes |= {change.day: change for change in _read(number, line.strip())}
        return list(changes.values())


def _read(number: int, line: str) -> Iterator[DayChange]:
    found = LINE.match(line)
    if found is None:
        raise forms.ValidationError(
            _("Line %(number)s cannot be read: “%(line)s”."), params={"number": number, "line": line}
        )
    try:
        first = date.fromisoformat(found["first"])
        last = date.fromisoformat(found["last"] or found["first"])
    except ValueError as error:
        raise forms.ValidationError(
            _("Line %(number)s names a day that does not exist."), params={"number": number}
        ) from error
    if not first <= last <= first + timedelta(days=LONGEST_HOLIDAY):
        raise forms.ValidationError(
            _("Line %(number)s ends before it begins, or is too long."), params={"number": number}
        )
    for offset in range((last - first).days + 1):
        yield DayChange(first + timedelta(days=offset), KINDS[found["kind"]].value, found["name"] or "")


class RuleForm(KitForm):
    """A dated rule."""

    rule = forms.RegexField(
        r"^[a-z][a-z.\-]*$",
        label=_("rule"),
        max_length=80,
        help_text=_("Its key, such as contract.register."),
    )
    label = forms.CharField(label=_("label"), max_length=200)
    label_en = forms.CharField(label=_("English label"), max_length=200, required=False)
    jurisdiction = forms.RegexField(
        r"^\d{6}(\d{3})?$",
        label=_("jurisdiction"),
        initial="000000",
        help_text=_("Region code; 000000 is the nation."),
    )
    value = forms.IntegerField(label=_("value"), min_value=0, max_value=10_000)
    unit = forms.ChoiceField(label=_("unit"), choices=LimitUnit.choices)
    valid_from = day_field(_("valid from"))
    valid_to = day_field(_("valid to"))
    source = forms.CharField(label=_("source"), max_length=300)
    is_verified = forms.BooleanField(label=_("checked against the source"), required=False)


class ReckonForm(KitForm):
    """A deadline to be reckoned: a start and either a rule or a length of one's own."""

    start = day_field(_("first day"), required=True, help_text=_("It is not counted itself."))
    rule = forms.ChoiceField(
        label=_("by the rule"), required=False, choices=lambda: [("", "—"), *chosen_rules()]
    )
    length = forms.IntegerField(
        label=_("or a length of one's own"), required=False, min_value=0, max_value=2000
    )
    unit = forms.ChoiceField(
        label=_("unit"),
        required=False,
        choices=[(value, label) for value, label in LimitUnit.choices if value != LimitUnit.COUNT],
    )
    region = forms.ModelChoiceField(
        Region.objects.exclude(level__in=[RegionLevel.TOWN, RegionLevel.VILLAGE]),
        label=_("region"),
        required=False,
        to_field_name="code",
        empty_label=_("the nation"),
    )

    def clean(self) -> dict[str, Any]:
        """Either a rule or a length."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not cleaned.get("rule") and cleaned.get("length") is None and not self.errors:
            raise forms.ValidationError(_("Choose a rule or give a length."))
        cleaned["unit"] = Unit(cleaned.get("unit") or Unit.WORKDAY)
        return cleaned
