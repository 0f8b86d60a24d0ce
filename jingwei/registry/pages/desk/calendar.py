"""The calendar of a year, the import of a holiday notice, dated rules, and the reckoning of a deadline."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jingwei.kernel.clocks.calendar import CalendarDay as KernelDay
from jingwei.kernel.clocks.clock import Clock
from jingwei.kernel.errors import InputError
from jingwei.registry import access
from jingwei.registry.acting import demand
from jingwei.registry.actions import calendar as actions
from jingwei.registry.filters import RuleFilter
from jingwei.registry.inputs.calendar import DayForm, NoticeForm, ReckonForm, RuleForm
from jingwei.registry.inputs.records import LastDayForm
from jingwei.registry.models import CalendarDay, DatedRule
from jingwei.registry.pages.acts import act_page, me
from jingwei.registry.pages.history import history_for
from jingwei.registry.queries import calendar as queries
from jingwei.registry.tables import RuleTable
from jingwei.ui.register import RegisterView
from jingwei.ui.templatetags.ui import words

FIRST_YEAR, LAST_YEAR = 1990, 2100


@dataclass(frozen=True)
class Month:
    """One month of the page: `lead` is how many days of the week come before its first."""

    first: date
    lead: range
    days: list[KernelDay]


def this_year(request: HttpRequest) -> HttpResponse:
    """The calendar of the present year."""
    return redirect("registry:calendar", year=access.today().year)


def year(request: HttpRequest, year: int) -> HttpResponse:
    """Twelve months, each day with what it is and by which notice."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    calendar = queries.bureau_calendar()
    days = [calendar.on(day) for day in actions.days_of(year)]
    context = {
        "year": year,
        "months": list(_months(days)),
        "working": sum(day.is_working for day in days),
        "unknown": sum(not day.is_known for day in days),
        "holidays": [day for day in days if day.is_known and (day.name or day.kind == "makeup")],
        "years": queries.years(),
        "today": access.today(),
        "may_edit": access.may(request.user, "edit", CalendarDay),
        "may_import": access.may(request.user, "import", CalendarDay),
    }
    return render(request, "registry/calendar.html", context)


def _months(days: list[KernelDay]) -> Iterator[Month]:
    for _number, group in groupby(days, key=lambda one: one.day.month):
        found = list(group)
        yield Month(found[0].day, range(found[0].day.weekday()), found)


def day(request: HttpRequest, day: date) -> HttpResponse:
    """Change what one day is."""
    demand(access.may(request.user, "edit", CalendarDay))
    now = queries.bureau_calendar().on(day)
    form = DayForm(
        request.POST or None, initial={"kind": now.kind.value, "name": now.name, "source": now.source}
    )
    back = reverse("registry:calendar", args=[day.year])

    def act(values: dict[str, Any]) -> str:
        actions.edit_day(by=me(request), day=day, **values)
        return back

    crumbs = [(_("Calendar"), back), (day.isoformat(), "")]
    title, done = _("Change a day"), _("Deadlines are reckoned with it from now on.")
    return act_page(request, form, act, title=title, lede=day, done=done, cancel_url=back, crumbs=crumbs)


def notice(request: HttpRequest, year: int) -> HttpResponse:
    """Import the holiday notice of a year."""
    demand(access.may(request.user, "import", CalendarDay))
    form = NoticeForm(request.POST or None)
    back = reverse("registry:calendar", args=[year])

    def act(values: dict[str, Any]) -> str:
        actions.import_notice(by=me(request), year=year, changes=values["lines"], source=values["source"])
        return back

    title = _("Holiday notice of %(year)s") % {"year": year}
    crumbs = [(_("Calendar"), back), (title, "")]
    done = _("The notice stands in the calendar; deadlines are reckoned with it from now on.")
    return act_page(request, form, act, title=title, done=done, cancel_url=back, crumbs=crumbs)


def reckon(request: HttpRequest) -> HttpResponse:
    """Reckon a deadline and explain it day by day."""
    form = ReckonForm(request.GET or None, initial={"start": access.today(), "unit": "workday"})
    context: dict[str, Any] = {"form": form, "today": access.today()}
    if form.is_bound and form.is_valid():
        try:
            context |= _reckoned(form.cleaned_data)
        except InputError as error:
            form.add_error(None, words(error.text))
    return render(request, "registry/reckon.html", context)


def _reckoned(values: dict[str, Any]) -> dict[str, Any]:
    start = values["start"]
    if not values["rule"]:
        return {"reckoning": queries.reckon_clock(Clock(start, values["length"], values["unit"]))}
    region = values["region"].code if values["region"] else "000000"
    limit = queries.limit_for(values["rule"], region, start)
    label = dict(queries.chosen_rules()).get(limit.rule, limit.rule)
    return {"reckoning": queries.reckon_clock(limit.clock(start)), "limit": limit, "limit_label": label}


class Rules(RegisterView):
    """Dated rules."""

    name, title, one = "rules", gettext_lazy("Dated rules"), gettext_lazy("rules")
    crumb = gettext_lazy("Rules")
    table_class, filter_class = RuleTable, RuleFilter
    shown = ("label", "jurisdiction", "value", "unit", "valid_from", "valid_to", "source", "is_verified")
    sort = "label"
    add_view = "registry:rule-add"
    add_label = gettext_lazy("Add a rule")

    def rows(self, request: HttpRequest) -> QuerySet[DatedRule]:
        """All: rules are public."""
        return access.visible(request.user, DatedRule.objects.all())

    def lede(self, request: HttpRequest) -> str:
        """What the list is for."""
        return _(
            "A case follows the rule that was in force when it began; the smallest region's rule prevails."
        )


def rule(request: HttpRequest, pk: int) -> HttpResponse:
    """One dated rule, with the other rows of the same rule."""
    found = get_object_or_404(access.visible(request.user, DatedRule.objects.all()), pk=pk)
    context = {
        "rule": found,
        "others": DatedRule.objects.filter(rule=found.rule).exclude(pk=found.pk),
        "may_end": access.may(request.user, "end", found) and found.valid_to is None,
        "history": history_for(request.user, found),
    }
    return render(request, "registry/rule.html", context)


def rule_add(request: HttpRequest) -> HttpResponse:
    """Add a dated rule."""
    demand(access.may(request.user, "add", DatedRule))

    def act(values: dict[str, Any]) -> str:
        return reverse("registry:rule", args=[actions.add_rule(by=me(request), **values).pk])

    cancel = reverse("registry:rules")
    return act_page(request, RuleForm(request.POST or None), act, title=_("Add a rule"), cancel_url=cancel)


def rule_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Say when a dated rule ceases."""
    found = get_object_or_404(DatedRule, pk=pk)
    demand(access.may(request.user, "end", found))
    back = reverse("registry:rule", args=[pk])

    def act(values: dict[str, Any]) -> str:
        actions.end_rule(by=me(request), row=found, **values)
        return back

    form = LastDayForm(request.POST or None, initial={"on": access.today()})
    return act_page(
        request, form, act, title=_("End the rule"), lede=found, done=_("Saved."), cancel_url=back
    )
