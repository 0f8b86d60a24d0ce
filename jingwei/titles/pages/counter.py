"""What enterprises, universities, parks and towns see of their titles."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from jingwei.registry.pages.own import OwnRegister
from jingwei.titles import queries
from jingwei.titles.filters import PublicTitleFilter
from jingwei.titles.models import Title
from jingwei.titles.tables import TitleTable


class MyTitles(OwnRegister):
    """The titles of one's own organisation or town."""

    name, title, one = "my-titles", gettext_lazy("My titles"), gettext_lazy("titles")
    town_title = gettext_lazy("Titles in our town")
    table_class, filter_class = TitleTable, PublicTitleFilter
    shown = ("type", "number", "organisation", "level", "award_class", "granted_on", "valid_until", "status")
    sort = "-granted_on"

    def rows(self, request: HttpRequest) -> QuerySet[Title]:
        """One's own."""
        return queries.titles(request.user)
