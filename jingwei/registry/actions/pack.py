"""The registry's parts of a pack: regions, sections, dated rules; and the seed of the calendar."""

from jingwei.kernel.clocks.seed import seed_days
from jingwei.kernel.text import Text
from jingwei.registry.models import CalendarDay, DatedRule, Region, Section
from jingwei.registry.packs import PackRow, rows_of
from jingwei.registry.shapes import Pack
from jingwei.registry.terms import LimitUnit, RegionLevel


def load_regions(pack: Pack) -> int:
    """Regions of the pack's ``regions.toml``; a parent or successor is named by code and may stand further down."""
    rows = list(rows_of(pack, "regions", "region"))
    stored = {row.text("code"): _store_region(row) for row in rows}
    for row in rows:
        region = stored[row.text("code")]
        region.parent = _other(row, "parent", stored)
        region.successor = _other(row, "successor", stored)
        region.save(update_fields=["parent", "successor"])
    return len(rows)


def _store_region(row: PackRow) -> Region:
    region, _is_new = Region.objects.update_or_create(
        code=row.text("code"),
        name=row.text("name"),
        defaults={
            "name_en": row.text("name_en", ""),
            "level": row.choice("level", RegionLevel),
            "valid_from": row.day("valid_from"),
            "valid_to": row.day("valid_to"),
            "order": row.whole("order", 0),
            "is_verified": row.flag("verified", default=True),
        },
    )
    return region


def _other(row: PackRow, name: str, stored: dict[str, Region]) -> Region | None:
    code = row.text(name, "")
    if code and code not in stored:
        raise row.fault(name, Text("没有区划代码 {code}", "there is no region {code}").format(code=code))
    return stored.get(code)


def load_sections(pack: Pack) -> int:
    """Sections of the bureau from the pack's ``sections.toml``."""
    rows = list(rows_of(pack, "sections", "section"))
    for row in rows:
        Section.objects.update_or_create(
            code=row.text("code"),
            defaults={
                "name": row.text("name"),
                "name_en": row.text("name_en", ""),
                "order": row.whole("order", 0),
            },
        )
    return len(rows)


def load_rules(pack: Pack) -> int:
    """Dated rules: those of the included national pack first, then the place's own. Rows the bureau edited stay."""
    tables = sorted(
        (name for name in pack.tables if name.split("/")[-1] == "rules"), key=lambda name: "/" not in name
    )
    rows = [row for table in tables for row in rows_of(pack, table, "rule")]
    for row in rows:
        DatedRule.objects.get_or_create(
            rule=row.text("rule"),
            jurisdiction=row.text("jurisdiction", "000000"),
            valid_from=row.day("valid_from"),
            defaults={
                "label": row.text("label"),
                "label_en": row.text("label_en", ""),
                "valid_to": row.day("valid_to"),
                "value": row.whole("value"),
                "unit": row.choice("unit", LimitUnit),
                "source": row.text("source"),
                "is_verified": row.flag("verified", default=False),
            },
        )
    return len(rows)


def load_calendar(pack: Pack) -> int:
    """Working days 2004–2026, the same for every place; days the bureau has already stay as they are."""
    rows = [
        CalendarDay(day=one.day, kind=one.kind.value, name=one.name, source=one.source) for one in seed_days()
    ]
    if CalendarDay.objects.filter(day__range=(rows[0].day, rows[-1].day)).count() < len(rows):
        CalendarDay.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
    return len(rows)
