"""Columns of registers: how a cell looks, how it sorts, what it becomes in an export."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from jingwei.kernel.amounts import amount_in
from jingwei.kernel.rounding import round_half_up
from jingwei.ui.templatetags.ui import NOTHING, amount_bare, count, isodate, state

Plain = str | int | Decimal | date | datetime | bool | None


class Column(tables.Column):
    """A column of the kit.

    `unit` stands in the head under the name; `css` is classes of head and cells (``r`` right, ``nw`` never wrapped,
    ``p3`` left out between 768 and 1199 px); `is_head` makes the cell the heading of its row.
    """

    css = ""
    is_head = False
    empty_values = (None, "")

    def __init__(self, *args: Any, unit: str = "", css: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("default", NOTHING)
        super().__init__(*args, **kwargs)
        self.unit = unit
        self.css = f"{type(self).css} {css}".strip()

    def plain(self, value: Any, record: Any) -> Plain:
        """The value of a cell in an export."""
        return None if value is None else str(value)


class Words(Column):
    """Text that may wrap."""


class Choice(Words):
    """One of a model's choices, shown by its label."""

    css = "nw"


class Ident(Column):
    """A number or code, never wrapped; with `linkify` the door to the record."""

    css = "nw"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("attrs", {"a": {"class": "jw-id"}})
        super().__init__(*args, **kwargs)

    def render(self, value: Any) -> Any:
        """Monospaced; the link around it brings its own class."""
        return value if self.link else format_html('<span class="jw-id">{}</span>', value)


class Name(Column):
    """The row's heading, with `linkify` the door to the record."""

    is_head = True


class Day(Column):
    """A date as 2013-09-27."""

    css = "nw"

    def render(self, value: date | datetime) -> str:
        """ISO."""
        return isodate(value)

    def plain(self, value: Any, record: Any) -> Plain:
        """The date itself; of a moment, its day here."""
        day: date | None = localtime(value).date() if isinstance(value, datetime) else value
        return day


class Count(Column):
    """A whole number, thousands separated."""

    css = "r"

    def render(self, value: int | Decimal) -> str:
        """With thousands separated."""
        return count(value)

    def plain(self, value: Any, record: Any) -> Plain:
        """The number itself."""
        number: int | Decimal | None = value
        return number


class Amount(Column):
    """Fen in the unit of the head (default 万元), the exact yuan on hover; exported exactly, in that unit."""

    css = "r"

    def __init__(self, *args: Any, unit: str = "万元", **kwargs: Any) -> None:
        super().__init__(*args, unit=unit, **kwargs)

    def render(self, value: int) -> str:
        """Two decimals in the head's unit."""
        return amount_bare(value, self.unit)

    def plain(self, value: Any, record: Any) -> Plain:
        """A decimal in the head's unit."""
        return None if value is None else round_half_up(amount_in(int(value), self.unit), 10).normalize()


class State(Column):
    """A choice with a mark: `kinds` maps values to now, wait, late, done or nothing."""

    css = "nw"

    def __init__(self, *args: Any, kinds: Mapping[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kinds = dict(kinds or {})

    def render(self, value: Any, record: Any, bound_column: Any) -> Any:
        """Shape and word."""
        raw = bound_column.accessor.resolve(record, quiet=True)
        return state(self.kinds.get(str(raw), ""), value)


class Flag(Column):
    """Yes or no, in a word."""

    css = "nw"

    def render(self, value: bool) -> str:
        """A word."""
        return _("yes") if value else _("no")


class RegisterTable(tables.Table):
    """Base of the tables of registers; see the package's example."""

    class Meta:
        template_name = "ui/register/table.html"
        orderable = True
