"""The register kit over a real table: filters, sorting, pages, columns, counts, exports, addresses."""

from typing import Any

import pytest
from django.db.models import QuerySet
from django.http import HttpRequest
from django.test import RequestFactory
from django.utils.translation import gettext_lazy as _

from jingwei.registry.models import Region
from jingwei.registry.terms import RegionLevel
from jingwei.ui.register import (
    Choice,
    Choices,
    Day,
    Days,
    Ident,
    Name,
    RegisterFilter,
    RegisterTable,
    RegisterView,
    Search,
)

pytestmark = pytest.mark.django_db


class RegionTable(RegisterTable):
    code = Ident(verbose_name=_("code"))
    name = Name(verbose_name=_("name"))
    level = Choice(verbose_name=_("level"))
    valid_from = Day(verbose_name=_("valid from"))


class RegionFilter(RegisterFilter):
    q = Search(fields=("code", "name"))
    level = Choices(choices=RegionLevel.choices, label=_("level"))
    valid_from = Days(label=_("valid from"))


class Regions(RegisterView):
    name, title, one = "regions", _("Regions"), _("regions")
    table_class, filter_class = RegionTable, RegionFilter
    shown = ("code", "name", "level")
    sort = "code"

    def rows(self, request: HttpRequest) -> QuerySet[Any]:
        return Region.objects.all()


def test_smoke(rf: RequestFactory, django_user_model: Any) -> None:
    from datetime import date

    from django.contrib.auth.models import AnonymousUser

    for n in range(30):
        Region.objects.create(
            code=f"9900{n:02}", name=f"镇{n}", level="town", valid_from=date(2013, 1, 1 + n % 28)
        )
    request = rf.get("/x/?valid_from_from=2013-01-02&sort=-name")
    request.user = AnonymousUser()
    response = Regions.as_view()(request)
    assert response.status_code == 200
    print(response.content.decode()[2000:])
