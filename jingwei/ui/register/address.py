"""A register's address is its view: read it, tidy it, build others from it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from jingwei.ui.register.paging import SIZES

OWN = ("sort", "page", "per", "cols", "export")


@dataclass(frozen=True)
class Address:
    """What the address asks for; what it leaves out is the register's own choice."""

    sort: str
    page: int
    per: int
    columns: tuple[str, ...]


def read(query: QueryDict, *, columns: Sequence[str], shown: Sequence[str], sort: str, per: int) -> Address:
    """The address, with everything unreadable replaced by the register's own choice."""
    asked = [name for part in query.getlist("cols") for name in part.split(",")]
    chosen = tuple(name for name in columns if name in asked) or tuple(
        name for name in columns if name in shown
    )
    size = _number(query.get("per"), per)
    return Address(
        sort=query.get("sort") or sort,
        page=_number(query.get("page"), 1),
        per=size if size in SIZES else per,
        columns=chosen,
    )


def tidied(query: QueryDict, defaults: Mapping[str, str]) -> QueryDict | None:
    """The same address without what is empty or the default anyway, or None where it is tidy already."""
    tidy = QueryDict(mutable=True)
    for name, values in query.lists():
        kept = [value for value in values if value.strip()]
        if name == "cols" and len(kept) > 1:
            kept = [",".join(kept)]
        if kept and not (len(kept) == 1 and defaults.get(name) == kept[0]):
            tidy.setlist(name, kept)
    return None if tidy.urlencode() == query.urlencode() else tidy


def with_(query: QueryDict, **changes: str | None) -> str:
    """The address with some parameters set (None: left out) and back on the first page."""
    changed = query.copy()
    changed.pop("page", None)
    for name, value in changes.items():
        if value is None:
            changed.pop(name, None)
        else:
            changed[name] = value
    return f"?{changed.urlencode()}"


def hidden(query: QueryDict, but: Iterable[str]) -> list[tuple[str, str]]:
    """The parameters a form must carry along, but for those it sets itself."""
    left_out = {*but, "page", "export"}
    return [(name, value) for name, values in query.lists() if name not in left_out for value in values]


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else otherwise
