"""What the pages of a figure show, put into words and charts."""

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jingwei.figures.engine.figure import Figure, signed
from jingwei.figures.models import Snapshot
from jingwei.figures.queries import Part, Parts, Records, labels_of
from jingwei.figures.shapes import FrozenColumn
from jingwei.kernel.amounts import WAN, format_yuan
from jingwei.kernel.periods import Period
from jingwei.kernel.rounding import round_half_up
from jingwei.kernel.text import Text
from jingwei.ui import charts

NOTHING = "—"
FEN = "_fen"
UNSHOWN = frozenset({"is_demo"})  # said once by the shell; exports have it
CSS = {"int64": "r", "date": "nw"}
BARS = 20
OPEN_ROWS = 8  # longer tables wait behind their button
BAR_HEIGHT = 40
MONTH_CHART = 200


def words(text: Text) -> str:
    """A text in the reader's language."""
    return text.in_language(get_language())


def figure_url(reference: object, period: object, snapshot: Snapshot | None = None) -> str:
    """The page of a figure; `snapshot` where it is not the working one."""
    address = reverse("figures:figure", args=[period, str(reference)])
    return f"{address}?snapshot={snapshot.digest}" if snapshot is not None else address


def tip(figure: Figure) -> str:
    """What hovering over a figure says: last year and the change."""
    if figure.previous is None or figure.base is None:
        return ""
    before = figure.base_text(figure.previous, get_language())
    change = f"，{figure.growth_text()}" if figure.growth is not None else ""
    return _("Same period last year: %(before)s") % {"before": before} + change


@dataclass(frozen=True)
class PartRow:
    """One line of a breakdown's table."""

    label: str
    url: str
    now: str
    before: str
    growth: str
    share: str


@dataclass(frozen=True)
class PartsShown:
    """A breakdown as the page shows it."""

    title: str
    unit: str
    rows: tuple[PartRow, ...]
    finding: str
    is_exhaustive: bool
    option: str
    height: int
    more: int
    is_folded: bool


def shown_parts(figure: Figure, parts: Parts, snapshot: Snapshot | None) -> PartsShown:
    """A breakdown in the reader's language: its chart of at most 20 bars, and every part in the table."""
    language = get_language()
    rows = tuple(
        PartRow(
            label=words(part.label),
            url=figure_url(part.reference, figure.period, snapshot) if part.is_known else "",
            now=figure.base_text(part.amount, language),
            before=figure.base_text(part.previous, language),
            growth=signed(part.growth),
            share=NOTHING if part.share is None else f"{part.share}%",
        )
        for part in parts.parts
    )
    charted = (
        sorted(parts.parts, key=lambda part: -part.amount)[:BARS] if len(parts.parts) > BARS else parts.parts
    )
    return PartsShown(
        title=words(parts.breakdown.label),
        unit=_charted_unit(figure),
        rows=rows,
        finding=words(parts.finding.text) if parts.finding else "",
        is_exhaustive=parts.breakdown.is_exhaustive,
        option=charts.option_json(_bars(figure, charted)),
        height=BAR_HEIGHT * max(1, len(charted)) + 32,
        more=len(parts.parts) - len(charted),
        is_folded=len(rows) > OPEN_ROWS,
    )


def _charted_unit(figure: Figure) -> str:
    return _("10,000 yuan") if figure.subject.is_money else words(figure.subject.unit)


def _charted(figure: Figure, amount: int) -> int | Decimal:
    return round_half_up(Decimal(amount) / WAN, 2) if figure.subject.is_money else amount


def _series(figure: Figure, parts: Sequence[Part]) -> dict[str, list[Any]]:
    return {
        str(figure.period): [_charted(figure, part.amount) for part in parts],
        str(figure.period.last_year()): [_charted(figure, part.previous) for part in parts],
    }


def _bars(figure: Figure, parts: Sequence[Part]) -> Mapping[str, Any]:
    return charts.bars(
        [words(part.label) for part in parts], _series(figure, parts), accent=str(figure.period), left=168
    )


def month_chart(figure: Figure, months: Sequence[tuple[Period, int]]) -> dict[str, Any] | None:
    """The measure month by month; None where there is only one month."""
    if len(months) < 2:
        return None
    names = [_month(month) for month, _amount in months]
    amounts = [_charted(figure, amount) for _month, amount in months]
    series = {str(figure.period): amounts}
    caption = _("By month")
    return {
        "option": charts.columns(names, series),
        "table": charts.table(caption, [caption, _charted_unit(figure)], names, [amounts]),
        "height": MONTH_CHART,
        "unit": _charted_unit(figure),
    }


def _month(month: Period) -> str:
    """5月, May."""
    return Text(f"{month.start.month}月", calendar.month_abbr[month.start.month]).in_language(get_language())


@dataclass(frozen=True)
class Cell:
    """A value in words under the head of its column; `css` sets numbers right and keeps days on one line."""

    head: str
    text: str
    css: str


@dataclass(frozen=True)
class Line:
    """One record in words."""

    cells: tuple[Cell, ...]
    url: str


@dataclass(frozen=True)
class Listed:
    """Records in words: heads of the columns with their classes, lines."""

    heads: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]


def shown_records(figure: Figure, records: Records, *, brief: Sequence[str] = ()) -> Listed:
    """The records in the reader's language; only the columns `brief` where any is given."""
    named = labels_of(figure)
    chosen = [
        (place, column) for place, column in enumerate(records.columns) if not brief or column.name in brief
    ]
    if brief:
        chosen.sort(key=lambda pair: list(brief).index(pair[1].name))
    heads = tuple((head(column), CSS.get(column.type, "")) for _place, column in chosen)
    lines = tuple(
        Line(
            tuple(
                Cell(name, cell(column, row.values[place], named), css)
                for (place, column), (name, css) in zip(chosen, heads, strict=True)
            ),
            row.url,
        )
        for row in records.rows
    )
    return Listed(heads, lines)


def head(column: FrozenColumn) -> str:
    """The head of a column; amounts are shown in yuan."""
    label = words(column.label)
    return (
        label.replace("（分）", "（元）").replace("(fen)", "(yuan)") if column.name.endswith(FEN) else label
    )


def cell(column: FrozenColumn, value: object, named: Mapping[str, Mapping[str, Text]]) -> str:
    """A value in words: codes by the words of their breakdown, amounts in yuan, yes and no."""
    if value is None or value == "":
        return NOTHING
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if column.name.endswith(FEN) and isinstance(value, int):
        return format_yuan(value, "zh-hans").removesuffix("元")
    label = (column.labels() if column.labels else named.get(column.name, {})).get(str(value))
    if label is not None:
        return words(label)
    return value.isoformat() if isinstance(value, date) else str(value)


def plain(column: FrozenColumn, value: object, named: Mapping[str, Mapping[str, Text]]) -> object:
    """A value for a spreadsheet: words as on the page, but amounts (in yuan), numbers and days as such."""
    if value is None or value == "":
        return None
    if column.name.endswith(FEN) and isinstance(value, int):
        return Decimal(value).scaleb(-2)
    is_coded = str(value) in (column.labels() if column.labels else named.get(column.name, {}))
    is_kept = isinstance(value, int | date) and not isinstance(value, bool) and not is_coded
    return value if is_kept else cell(column, value, named)


def brief_columns(figure: Figure, columns: Sequence[FrozenColumn]) -> tuple[str, ...]:
    """Up to three columns that tell records apart in a narrow list: what the table says, else words and the date."""
    measure = figure.measure
    if measure is None:
        return ()
    coded = {breakdown.column for breakdown in measure.breakdowns}
    texts = [
        column.name
        for column in columns
        if column.is_public and column.type == "string" and column.name not in coded
    ]
    return (*texts[:2], measure.date)
