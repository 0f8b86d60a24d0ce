"""Verbs on the calendar and on dated rules: what a day is, by which notice; which limit holds from when to when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from jingwei.kernel.canonical import JSON
from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text
from jingwei.registry import access
from jingwei.registry.acting import Noted, as_json, changes_between, demand, note, note_many, snapshot_of
from jingwei.registry.models import Account, CalendarDay, DatedRule
from jingwei.registry.queries.calendar import next_version


@dataclass(frozen=True)
class DayChange:
    """What a notice says of one day: its kind (a `DayKind` value) and the holiday it belongs to."""

    day: date
    kind: str
    name: str = ""


@transaction.atomic
def edit_day(*, by: Account, day: date, kind: str, name: str, source: str) -> CalendarDay | None:
    """Say what one day is and by which document; gives the day, None where it was so already."""
    demand(access.may(by, "edit", CalendarDay), _("You may not change the calendar."))
    written = _write(by, [DayChange(day, kind, name)], source, "registry.calendar.day_edited")
    return written[0] if written else None


@transaction.atomic
def import_notice(*, by: Account, year: int, changes: Iterable[DayChange], source: str) -> int:
    """Take in a yearly holiday notice: every day of `year` by the week, except what the notice says.

    Gives the number of days that are now told otherwise. Running clocks are reckoned from the table, so the next look
    at a deadline follows the notice. Raises InputError for a day outside the year.
    """
    demand(access.may(by, "import", CalendarDay), _("You may not import a holiday notice."))
    named = {change.day: change for change in changes}
    strange = next((day for day in named if day.year != year), None)
    if strange is not None:
        raise InputError(Text(f"{strange}不在{year}年。", f"{strange} is not in {year}."))
    days = [named.get(day) or _by_the_week(day) for day in days_of(year)]
    return len(_write(by, days, source, "registry.calendar.notice_imported"))


def days_of(year: int) -> list[date]:
    """Every day of a year."""
    first = date(year, 1, 1).toordinal()
    return [date.fromordinal(number) for number in range(first, date(year + 1, 1, 1).toordinal())]


def _by_the_week(day: date) -> DayChange:
    return DayChange(day, "weekend" if day.weekday() >= 5 else "workday")


def _write(by: Account, changes: list[DayChange], source: str, kind: str) -> list[CalendarDay]:
    """Store the days that differ, with one log entry each; days that are new by the week alone are told as one."""
    if not source.strip():
        raise InputError(Text("请注明依据的通知。", "Say by which notice."))
    stored = CalendarDay.objects.in_bulk([change.day for change in changes])
    version = next_version()
    acts: list[Noted] = []
    written: list[CalendarDay] = []
    for change in changes:
        row = stored.get(change.day)
        if row is not None and (row.kind, row.name) == (change.kind, change.name):
            continue
        before = None if row is None else snapshot_of(row)
        row = row or CalendarDay(day=change.day)
        row.kind, row.name, row.source, row.version = change.kind, change.name, source, version
        row.full_clean(validate_unique=False)
        written.append(row)
        acts.append(_day_noted(kind, row, before))
    CalendarDay.objects.bulk_create(
        written,
        update_conflicts=True,
        unique_fields=["day"],
        update_fields=["kind", "name", "source", "version"],
        batch_size=200,
    )
    note_many(by=by, acts=acts)
    return written


def _day_noted(kind: str, row: CalendarDay, before: dict[str, JSON] | None) -> Noted:
    after = snapshot_of(row)
    changes = {name: pair for name, pair in changes_between(before, after).items() if name != "version"}
    return Noted(kind, row, changes, {"kind": row.kind, "name": row.name, "source": row.source})


@transaction.atomic
def add_rule(
    *,
    by: Account,
    rule: str,
    label: str,
    label_en: str,
    jurisdiction: str,
    value: int,
    unit: str,
    source: str,
    valid_from: date | None = None,
    valid_to: date | None = None,
    is_verified: bool = False,
) -> DatedRule:
    """Add a limit with its validity and source; gives it.

    Raises PermissionDenied, and InputError when it ends before it begins or another row of the same rule and
    jurisdiction holds on one of its days.
    """
    demand(access.may(by, "add", DatedRule), _("You may not add dated rules."))
    row = DatedRule(
        rule=rule,
        label=label,
        label_en=label_en,
        jurisdiction=jurisdiction,
        value=value,
        unit=unit,
        source=source,
        valid_from=valid_from,
        valid_to=valid_to,
        is_verified=is_verified,
    )
    _demand_room(row)
    row.save()
    facts = rule_facts(row)
    note(
        by=by,
        kind="registry.rule.added",
        record=row,
        changes=changes_between(None, snapshot_of(row)),
        facts=facts,
    )
    return row


@transaction.atomic
def end_rule(*, by: Account, row: DatedRule, on: date) -> DatedRule:
    """Say that `on` is the last day of a rule; cases begun until then keep it. Gives the row."""
    demand(access.may(by, "end", row), _("You may not end this rule."))
    before = snapshot_of(row)
    row.valid_to = on
    _demand_room(row)
    row.save(update_fields=["valid_to"])
    changes = changes_between(before, snapshot_of(row))
    note(by=by, kind="registry.rule.ended", record=row, changes=changes, facts=rule_facts(row))
    return row


def rule_facts(row: DatedRule) -> dict[str, JSON]:
    """Rules are public: all of the row."""
    return {
        "rule": row.rule,
        "jurisdiction": row.jurisdiction,
        "value": row.value,
        "unit": row.unit,
        "valid_from": as_json(row.valid_from),
        "valid_to": as_json(row.valid_to),
        "source": row.source,
    }


def _demand_room(row: DatedRule) -> None:
    """A rule has one row a day in one jurisdiction."""
    if row.valid_from and row.valid_to and row.valid_to < row.valid_from:
        raise InputError(Text("失效日期早于生效日期。", "It would end before it begins."))
    others = DatedRule.objects.filter(rule=row.rule, jurisdiction=row.jurisdiction).exclude(pk=row.pk)
    clash = next((other for other in others if _overlap(row, other)), None)
    if clash is not None:
        span = f"{clash.valid_from or '…'} – {clash.valid_to or '…'}"
        raise InputError(
            Text(
                f"与现有规则（{span}）的有效期重叠，请先为其填写失效日期。",
                f"It overlaps the row valid {span}: end that one first.",
            )
        )


def _overlap(one: DatedRule, other: DatedRule) -> bool:
    first = max(one.valid_from or date.min, other.valid_from or date.min)
    return first <= min(one.valid_to or date.max, other.valid_to or date.max)
