"""The template of a year's summary as a pack holds it: ``summary-<year>/summary.toml`` and one text per language."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text

NO_TEMPLATE = Text(
    zh="数据包里没有{year}年总结的模板（summary-{year}/summary.toml）",
    en="The pack has no template for the summary of {year} (summary-{year}/summary.toml)",
)
DAMAGED = Text(
    zh="总结模板{file}读不出来：{reason}", en="The summary template {file} cannot be read: {reason}"
)


@dataclass(frozen=True)
class SectionTemplate:
    """One section: `in_charge` is the code of the bureau's section that keeps it; texts with figures."""

    key: str
    number: int
    title: Text
    in_charge: str
    body: Text


@dataclass(frozen=True)
class Template:
    """A year's summary before anybody has edited it."""

    year: int
    bureau: Text
    title: Text
    sections: tuple[SectionTemplate, ...]


def years(pack: Path) -> list[int]:
    """The years a pack has templates for."""
    folders = (folder.name.removeprefix("summary-") for folder in pack.glob("summary-*") if folder.is_dir())
    return sorted(int(name) for name in folders if name.isdecimal())


def read(pack: Path, year: int) -> Template:
    """The template for `year`. Raises InputError where there is none or a part of it cannot be read."""
    folder = pack / f"summary-{year}"
    if not (folder / "summary.toml").is_file():
        raise InputError(NO_TEMPLATE.format(year=year))
    try:
        table = tomllib.loads((folder / "summary.toml").read_text(encoding="utf-8"))
        sections = tuple(_section(folder, entry) for entry in table["section"])
        return Template(year, _text(table, "bureau"), _text(table, "title"), sections)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise InputError(DAMAGED.format(file=f"summary-{year}", reason=error)) from error


def _section(folder: Path, entry: dict[str, object]) -> SectionTemplate:
    key = str(entry["key"])
    texts = Text(
        *((folder / f"{key}.{language}.txt").read_text(encoding="utf-8").strip() for language in Text._fields)
    )
    number = entry["number"]
    if not isinstance(number, int):
        raise TypeError(f"{key}: number")
    return SectionTemplate(key, number, _text(entry, "title"), str(entry.get("in_charge", "")), texts)


def _text(table: dict[str, object], name: str) -> Text:
    return Text(str(table[name]), str(table[f"{name}_en"]))
