"""Options of charts: no 3-D, no gradient, one accent and greys, values labelled; drawn by ECharts from JSON."""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

INDIGO, GREY, INK = "#2b4c7e", "#a9b1bc", "#1c2430"
Number = int | float | Decimal | None


def bars(
    names: Sequence[str], series: Mapping[str, Sequence[Number]], *, accent: str = "", left: int = 96
) -> dict[str, Any]:
    """Horizontal bars, one row a name, one bar a series; `accent`: the series in the accent colour (default: last)."""
    chosen = accent or list(series)[-1]
    return {
        "aria": {"enabled": True},
        "grid": {"left": left, "right": 64, "top": 28 if len(series) > 1 else 4, "bottom": 4},
        "legend": {"show": len(series) > 1},
        "xAxis": {"type": "value", "show": False},
        "yAxis": {
            "type": "category",
            "inverse": True,
            "data": list(names),
            "axisLine": {"show": False},
            "axisLabel": {"color": INK, "fontSize": 13, "width": left - 8, "overflow": "break"},
        },
        "series": [
            _bar(name, values, "right", name == chosen, barWidth=14) for name, values in series.items()
        ],
    }


def columns(
    names: Sequence[str], series: Mapping[str, Sequence[Number]], *, accent: str = ""
) -> dict[str, Any]:
    """Standing bars over an ordered axis (months, years)."""
    chosen = accent or list(series)[-1]
    return {
        "aria": {"enabled": True},
        "grid": {"left": 8, "right": 8, "top": 28, "bottom": 24},
        "legend": {"show": len(series) > 1},
        "xAxis": {"type": "category", "data": list(names), "axisLabel": {"interval": 0}},
        "yAxis": {"type": "value", "show": False},
        "series": [_bar(name, values, "top", name == chosen) for name, values in series.items()],
    }


def table(
    caption: str, head: Sequence[str], names: Sequence[str], columns: Sequence[Sequence[Number]]
) -> dict[str, Any]:
    """The table behind a chart: `head` names the first column and each of `columns`."""
    rows = [[name, *values] for name, *values in zip(names, *columns, strict=True)]
    return {"caption": caption, "head": list(head), "rows": rows}


def option_json(option: Mapping[str, Any]) -> str:
    """The option as JSON for the `data-opt` attribute; decimals become numbers."""
    return json.dumps(option, ensure_ascii=False, default=_plain)


def _bar(name: str, values: Sequence[Number], position: str, is_accent: bool, **more: Any) -> dict[str, Any]:
    return {
        "name": name,
        "type": "bar",
        "data": list(values),
        "label": {"show": True, "position": position, "color": INK},
        "itemStyle": {"color": INDIGO if is_accent else GREY},
        **more,
    }


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return float(value)
    return str(value)
