"""A small register for the tests of the kit."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from jingwei.registry.models import Region
from jingwei.registry.terms import RegionLevel
from jingwei.ui.register import (
    Amount,
    Choice,
    Choices,
    Count,
    Day,
    Days,
    Ident,
    Name,
    RegisterFilter,
    RegisterTable,
    RegisterView,
    Search,
    YesNo,
)


class RegionTable(RegisterTable):
    code = Ident(verbose_name="Code", linkify=lambda record: f"/there/{record.pk}/")
    name = Name(verbose_name="Name")
    level = Choice(verbose_name="Level")
    valid_from = Day(verbose_name="Since")
    order = Count(verbose_name="Order", unit="位")
    money = Amount(verbose_name="Money", accessor="order", unit="元")


class RegionFilter(RegisterFilter):
    q = Search(fields=("code", "name"))
    level = Choices(choices=RegionLevel.choices, label="Level")
    valid_from = Days(label="Since")
    is_verified = YesNo(label="Checked")


class Regions(RegisterView):
    name, title, one = "regions", "Regions", "regions"
    table_class, filter_class = RegionTable, RegionFilter
    shown = ("code", "name", "level")
    sort = "code"

    def rows(self, request: HttpRequest) -> QuerySet[Any]:
        return Region.objects.all()


def make_regions(number: int) -> None:
    Region.objects.bulk_create(
        Region(
            code=f"99{n:07}",
            name=f"=HYPERLINK({n})" if n == 3 else f"Town {n:03}",
            level="town" if n % 2 else "village",
            valid_from=date(2013, 1, 1 + n % 28),
            order=n,
            is_verified=n != 5,
        )
        for n in range(number)
    )
