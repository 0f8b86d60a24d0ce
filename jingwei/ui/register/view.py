"""The page of a register."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views import View

from jingwei.documents.shapes import sheets
from jingwei.ui.register import address, chips, exports, sorting
from jingwei.ui.register.drawing import heads, lines
from jingwei.ui.register.filters import Search
from jingwei.ui.register.paging import SIZES, Counted, counted, page_of
from jingwei.ui.shapes import Label, doors


@dataclass(frozen=True)
class KeyFigure:
    """One key figure above a table; with `url` it is a door."""

    label: Label
    value: object
    unit: Label = ""
    detail: Label = ""
    url: str = ""


def register_url(view: str, /, **filters: object) -> str:
    """The address of a register with filters set; lists give a parameter several times."""
    query = urlencode(
        {name: value for name, value in filters.items() if value not in (None, "", [])}, doseq=True
    )
    return f"{reverse(view)}?{query}" if query else reverse(view)


@dataclass(frozen=True)
class Asked:
    """A request to a register, worked out: the filtered, ordered rows and how many."""

    where: address.Address
    filterset: Any
    table: Any
    rows: QuerySet[Any]
    all_rows: QuerySet[Any]
    found: Counted
    total: Counted
    sort: str


class RegisterView(View):
    """A register's list; declare the attributes, override `rows`. The package's docstring holds an example."""

    http_method_names = ("get", "head", "options")
    name: str
    title: Label
    one: Label = gettext_lazy("records")
    crumb: Label = gettext_lazy("Registers")
    table_class: type[Any]
    filter_class: type[Any]
    shown: Sequence[str] = ()
    sort: str = ""
    per: int = 20
    add_view: str = ""
    add_label: Label = gettext_lazy("Add one")
    sheet: str = ""
    template = "ui/register/list.html"

    def rows(self, request: HttpRequest) -> QuerySet[Any]:
        """The rows this reader may see: the register's own `queries.visible…`, with `select_related` and `only`."""
        raise NotImplementedError

    def lede(self, request: HttpRequest) -> Label:
        """A sentence under the title."""
        return ""

    def figures(self, request: HttpRequest, rows: QuerySet[Any]) -> Sequence[KeyFigure]:
        """Key figures over the filtered rows, shown above the filters."""
        return ()

    def may_add(self, request: HttpRequest) -> bool:
        """Whether the button to add one is shown; by default whoever may go through its door."""
        door = doors.get(self.add_view)
        return bool(door and door.roles & getattr(request, "roles", frozenset()))

    def more(self, request: HttpRequest) -> dict[str, Any]:
        """More context for a template of one's own."""
        return {}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The list, an export of it, or the way to its tidy address."""
        tidy = address.tidied(request.GET, {"sort": self.sort, "per": str(self.per), "page": "1"})
        if tidy is not None:
            return HttpResponseRedirect(f"{request.path}?{tidy.urlencode()}" if tidy else request.path)
        asked = self._ask(request)
        if request.GET.get("export") in exports.KINDS:
            said = self._said(asked, request.GET)
            return exports.response(request, self.name, str(self.title), asked.table, asked.rows, said)
        return self._list(request, asked)

    def _ask(self, request: HttpRequest) -> Asked:
        all_rows = self.rows(request)
        table = self.table_class([])  # without the request, lest it take the order from the address as well
        names = table.columns.names()
        where = address.read(
            request.GET, columns=names, shown=self.shown or names, sort=self.sort, per=self.per
        )
        asks = request.GET if set(request.GET) - set(address.OWN) else None
        filterset = self.filter_class(asks, queryset=all_rows, request=request)
        is_readable = not filterset.is_bound or filterset.is_valid()
        rows = filterset.qs if is_readable else all_rows.none()
        total = counted(all_rows)
        found = counted(rows) if filterset.is_bound else total
        rows, sort = self._ordered(rows, table, where.sort, found)
        for name in names:
            if name not in where.columns:
                table.columns.hide(name)
        return Asked(where, filterset, table, rows, all_rows, found, total, sort)

    def _ordered(
        self, rows: QuerySet[Any], table: Any, sort: str, found: Counted
    ) -> tuple[QuerySet[Any], str]:
        name = sort.removeprefix("-")
        is_known = sort != self.sort and name in table.columns.names()
        if is_known and not sorting.may_sort(rows, table.columns[name], found):
            sort = self.sort
        return sorting.ordered(rows, table, sort)

    def _said(self, asked: Asked, query: QueryDict) -> list[tuple[str, str]]:
        """The filters in words, for the head of an export and of a print."""
        said = [(chip.label, chip.says) for chip in chips.chips_of(asked.filterset, query) if chip.is_on]
        words = query.get("q", "")
        return [*([(str(gettext_lazy("search here")), words)] if words else []), *said]

    def _list(self, request: HttpRequest, asked: Asked) -> HttpResponse:
        query, filterset = request.GET, asked.filterset
        page = page_of(asked.rows, asked.where.page, asked.where.per, asked.found, asked.all_rows)
        drawn = self.table_class(page.records, exclude=_hidden(asked))
        search = next((name for name, one in filterset.filters.items() if isinstance(one, Search)), "")
        taken = {name for each in filterset.filters for name in chips.parameters(filterset, each)}
        cards = chips.chips_of(filterset, query)
        context = {
            "register": self,
            "lede": self.lede(request),
            "key_figures": self.figures(request, asked.rows),
            "page": page,
            "found": asked.found,
            "total": asked.total,
            "is_filtered": bool(query.get(search)) or any(chip.is_on for chip in cards),
            "filterset": filterset,
            "said": self._said(asked, query),
            "search": filterset.form[search] if search else None,
            "chips": cards,
            "heads": heads(asked, query),
            "lines": lines(drawn),
            "columns": [
                {"name": name, "label": column.header, "on": name in asked.where.columns}
                for name, column in asked.table.columns.columns.items()
            ],
            "column_count": (len(asked.where.columns), len(asked.table.columns.names())),
            "hidden_filters": address.hidden(query, taken),
            "hidden_columns": address.hidden(query, ("cols",)),
            "hidden_per": address.hidden(query, ("per",)),
            "cleared": _cleared(query),
            "sizes": SIZES,
            "per": asked.where.per,
            "exports": [
                (kind, label, address.with_(query, export=kind)) for kind, label in exports.KINDS.items()
            ],
            "add_url": reverse(self.add_view) if self.add_view and self.may_add(request) else "",
            "import_url": self._import_url(request),
            **self.more(request),
        }
        return render(request, self.template, context)

    def _import_url(self, request: HttpRequest) -> str:
        sheet = sheets.get(self.sheet) if self.sheet else None
        return reverse("ui:import-sheet", args=[sheet.id]) if sheet and sheet.may(request.user) else ""


def _hidden(asked: Asked) -> list[str]:
    return [name for name in asked.table.columns.names() if name not in asked.where.columns]


def _cleared(query: QueryDict) -> str:
    """The address without filters, keeping how the table is looked at."""
    kept = QueryDict(mutable=True)
    for name in ("sort", "per", "cols"):
        if name in query:
            kept.setlist(name, query.getlist(name))
    return f"?{kept.urlencode()}"
