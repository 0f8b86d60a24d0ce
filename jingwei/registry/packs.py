"""Reading a place's own data from its folder, and taking it into the database part by part."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from django.db import transaction

from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text
from jingwei.registry.shapes import Pack, pack_parts

Choice = TypeVar("Choice", bound=Enum)


class PackError(InputError):
    """What is wrong in a pack: which file, which key, and what."""

    def __init__(self, file: str, key: str, text: Text) -> None:
        where = f"{file}: {key}: " if key else f"{file}: "
        super().__init__(Text(zh=where + text.zh, en=where + text.en))
        self.file = file
        self.key = key


def read_pack(folder: Path) -> Pack:
    """Read every TOML file of a pack, and of the packs beside it that its ``pack.toml`` includes.

    ``tables`` holds each file by its stem; those of an included pack by ``<pack>/<stem>``. Raises PackError for a
    missing folder and for what is not TOML.
    """
    if not folder.is_dir():
        raise PackError(folder.name, "", Text("没有这个地方数据包", "there is no such pack"))
    tables = _tables(folder, "")
    for name in tables.get("pack", {}).get("includes", []):
        beside = folder.parent / str(name)
        if not beside.is_dir():
            raise PackError(
                "pack.toml",
                "includes",
                Text("没有地方数据包“{name}”", "there is no pack {name}").format(name=name),
            )
        tables |= _tables(beside, f"{name}/")
    return Pack(code=folder.name, root=folder, tables=tables)


def _tables(folder: Path, prefix: str) -> dict[str, Mapping[str, Any]]:
    found: dict[str, Mapping[str, Any]] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            found[prefix + path.stem] = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise PackError(
                f"{prefix}{path.name}",
                "",
                Text(f"不是合格的 TOML 文件：{error}", f"not a TOML file: {error}"),
            ) from error
    return found


def load(pack: Pack) -> dict[str, int]:
    """Run every declared part in its order inside one transaction; gives the number of rows each part wrote."""
    with transaction.atomic():
        return {part.name: part.load(pack) for part in sorted(pack_parts, key=lambda part: part.order)}


@dataclass(frozen=True)
class PackRow:
    """One table of an array of tables in a pack; its readers name file and key in what they raise."""

    file: str
    key: str
    values: Mapping[str, Any]

    def fault(self, name: str, text: Text) -> PackError:
        """What is wrong with the field `name` of this row."""
        return PackError(self.file, f"{self.key}.{name}", text)

    def text(self, name: str, default: str | None = None) -> str:
        """A text; required unless there is a default."""
        value = self.values.get(name, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.fault(name, Text("须填写文本", "a text is needed"))
        return value

    def day(self, name: str) -> date | None:
        """A date, or None where there is none."""
        value = self.values.get(name)
        if value is not None and type(value) is not date:
            raise self.fault(name, Text("须填写日期，如 2013-10-18", "a date such as 2013-10-18 is needed"))
        return value

    def whole(self, name: str, default: int | None = None) -> int:
        """A whole number; required unless there is a default."""
        value = self.values.get(name, default)
        if type(value) is not int:
            raise self.fault(name, Text("须填写整数", "a whole number is needed"))
        return value

    def flag(self, name: str, default: bool) -> bool:
        """true or false."""
        value = self.values.get(name, default)
        if type(value) is not bool:
            raise self.fault(name, Text("须填写 true 或 false", "true or false is needed"))
        return value

    def choice(self, name: str, choices: type[Choice]) -> Choice:
        """One of the values of an enumeration."""
        try:
            return choices(self.values.get(name))
        except ValueError as error:
            known = ", ".join(str(one.value) for one in choices)
            raise self.fault(name, Text(f"须为 {known} 之一", f"one of {known} is needed")) from error


def rows_of(pack: Pack, table: str, key: str) -> Iterator[PackRow]:
    """The rows of ``[[key]]`` in the pack's file ``<table>.toml``, counted from 1; none if the file is absent."""
    file = f"{table}.toml"
    rows = pack.tables.get(table, {}).get(key, [])
    if not isinstance(rows, list):
        raise PackError(file, key, Text("须为表数组 [[…]]", "an array of tables [[…]] is needed"))
    for number, values in enumerate(rows, 1):
        if not isinstance(values, dict):
            raise PackError(file, f"{key}[{number}]", Text("须为表", "a table is needed"))
        yield PackRow(file, f"{key}[{number}]", values)
