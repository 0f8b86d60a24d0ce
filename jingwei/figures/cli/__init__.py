"""`jingwei figures 2013`: the figures of a period, by town, or against what a text states."""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jingwei.figures import queries
from jingwei.figures.cli.printing import aligned
from jingwei.figures.cli.stating import judged
from jingwei.figures.engine.figure import UNKNOWN, Figure, Value, signed
from jingwei.figures.models import Snapshot
from jingwei.figures.queries import Parts
from jingwei.figures.rules.against import FINDINGS as AGAINST
from jingwei.figures.rules.against import WORDS, Judged, as_written
from jingwei.kernel.command import FINDINGS, FINE, Command
from jingwei.kernel.periods import Period
from jingwei.kernel.text import Text
from jingwei.registry.packs import read_pack

NUMBERS = frozenset({1, 2, 3, 4})
HELP = Text(
    "列出一个期间的数字；可按镇街等分组，或与一份文稿所述数字逐条对照",
    "list the figures of a period; by town or another breakdown, or against what a text states",
)


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("period", help=_("period: 2013, 2013H1, 2013Q3, 2013-05 or 2013-01-01..2013-05-20"))
    parser.add_argument("--json", action="store_true", help=_("print JSON"))
    parser.add_argument(
        "--by", metavar="BREAKDOWN", help=_("take each figure apart, such as: town, level, programme")
    )
    parser.add_argument(
        "--against",
        metavar="FILE.csv",
        type=Path,
        help=_(
            "compare with stated figures (columns id, value, unit); exit code 1 where one differs without a reason"
        ),
    )
    parser.add_argument(
        "--snapshot", metavar="DIGEST", help=_("a frozen snapshot instead of the records as they stand")
    )


def _run(options: Namespace) -> int:
    period = Period.parse(options.period)
    snapshot = queries.snapshot(options.snapshot) if options.snapshot else queries.live_snapshot()
    if options.against:
        return _compare(options.against, period, snapshot, as_json=options.json)
    if options.by:
        return _take_apart(options.by, period, snapshot, as_json=options.json)
    figures = queries.index_of(period, snapshot)
    if options.json:
        _print_json({**_heading(period, snapshot), "figures": [_document(one) for one in figures]})
    else:
        _print_figures(figures)
    return FINE


def _compare(path: Path, period: Period, snapshot: Snapshot, *, as_json: bool) -> int:
    pack = read_pack(settings.PACKS / settings.PACK).tables.get(f"stated-{period.start.year}", {})
    rows = judged(path, pack, period, queries.resolver(snapshot))
    if as_json:
        _print_json({**_heading(period, snapshot), "rows": [_judged_document(row) for row in rows]})
    else:
        _print_judged(rows)
    return FINDINGS if any(row.verdict in AGAINST for row in rows) else FINE


def _take_apart(name: str, period: Period, snapshot: Snapshot, *, as_json: bool) -> int:
    figures = [one for one in queries.index_of(period, snapshot) if _has(one, name)]
    apart = [(one, queries.breakdown(one, name, snapshot)) for one in figures]
    if as_json:
        documents = [{**_document(one), "parts": _parts_document(parts)} for one, parts in apart]
        _print_json({**_heading(period, snapshot), "by": name, "figures": documents})
    else:
        _print_apart(apart, name)
    return FINDINGS if any(parts.finding for _one, parts in apart) else FINE


def _has(figure: Figure, name: str) -> bool:
    return figure.measure is not None and any(one.id == name for one in figure.measure.breakdowns)


def _print_figures(figures: Iterable[Figure]) -> None:
    language = get_language()
    head = (
        _("figure"),
        _("value"),
        _("same period last year"),
        _("growth"),
        _("records counted"),
        _("reference"),
    )
    rows = [
        (
            one.label.in_language(language),
            one.text(language),
            one.base_text(one.previous, language),
            one.growth_text(),
            UNKNOWN if one.records is None else f"{one.records:,}",
            one.key,
        )
        for one in figures
    ]
    print(aligned(head, rows, NUMBERS))


def _print_apart(apart: Iterable[tuple[Figure, Parts]], name: str) -> None:
    language = get_language()
    rows = []
    for one, parts in apart:
        rows.append((one.label.in_language(language), one.text(language), "", "", "", one.key))
        for part in parts.parts:
            growth = signed(part.growth)
            share = UNKNOWN if part.share is None else f"{part.share}%"
            shown = one.base_text(part.amount, language), one.base_text(part.previous, language)
            rows.append((f"  {part.label.in_language(language)}", *shown, growth, share, str(part.reference)))
    head = (_("figure"), _("value"), _("same period last year"), _("growth"), _("share"), _("reference"))
    print(aligned(head, rows, NUMBERS))
    for _one, parts in apart:
        if parts.finding:
            print(parts.finding.text.in_language(language))


def _print_judged(rows: Iterable[Judged]) -> None:
    language = get_language()
    head = (_("id"), _("stated"), _("ours"), _("unit"), _("verdict"), _("reference"), _("reason"))
    lines = [
        (
            row.stated.id,
            f"{as_written(row.stated.value, row.stated.unit):,}",
            UNKNOWN if row.ours is None else f"{as_written(row.ours, row.stated.unit):,}",
            row.stated.unit,
            WORDS[row.verdict].in_language(language),
            row.stated.measure or UNKNOWN,
            row.reason.in_language(language) if row.reason else "",
        )
        for row in rows
    ]
    print(aligned(head, lines, frozenset({1, 2})))
    print(_tally(rows, language))


def _tally(rows: Iterable[Judged], language: str | None) -> str:
    counts: dict[str, int] = {}
    for row in rows:
        word = WORDS[row.verdict].in_language(language)
        counts[word] = counts.get(word, 0) + 1
    return "  ".join(f"{word} {count}" for word, count in counts.items())


def _heading(period: Period, snapshot: Snapshot) -> dict[str, Any]:
    return {"period": str(period), "snapshot": snapshot.digest, "content": snapshot.content}


def _document(one: Figure) -> dict[str, Any]:
    return {
        "reference": one.key,
        "label": one.label._asdict(),
        "value": _plain(one.value),
        "unit": "fen" if one.is_money else one.unit.zh,
        "text": {"zh": one.text("zh-hans"), "en": one.text("en")},
        "previous": one.previous,
        "growth": _plain(one.growth),
        "records": one.records,
        "kind": one.kind,
        "definition": one.definition_digest,
        "notes": [note._asdict() for note in one.notes],
    }


def _parts_document(parts: Parts) -> list[dict[str, Any]]:
    return [
        {
            "value": part.value,
            "label": part.label._asdict(),
            "amount": part.amount,
            "previous": part.previous,
            "growth": _plain(part.growth),
            "share": _plain(part.share),
            "records": part.records,
        }
        for part in parts.parts
    ]


def _judged_document(row: Judged) -> dict[str, Any]:
    return {
        "id": row.stated.id,
        "stated": _number(as_written(row.stated.value, row.stated.unit)),
        "measure": row.stated.measure or None,
        "ours": _number(as_written(row.ours, row.stated.unit)),
        "unit": row.stated.unit,
        "verdict": row.verdict.value,
        "reason": row.reason._asdict() if row.reason else None,
    }


def _plain(value: Value) -> int | str | None:
    """Decimals as text: JSON readers differ about fractions."""
    return value if value is None or isinstance(value, int) else str(value)


def _print_json(document: dict[str, Any]) -> None:
    print(json.dumps(document, ensure_ascii=False, indent=2))


commands: tuple[Command, ...] = (Command("figures", HELP, _arguments, _run),)


def _number(value: Value) -> int | float | None:
    """A JSON number, as the compared table writes it: at most a few decimals, so a float shows them all."""
    return value if value is None or isinstance(value, int) else float(value)
