"""`jingwei summary`: the annual summary as HTML, Markdown or JSON."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from jingwei.figures.queries import live_snapshot
from jingwei.kernel.canonical import JSON
from jingwei.kernel.command import FINDINGS, FINE, Command
from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text
from jingwei.summary.models import Summary, SummarySection
from jingwei.summary.queries.composing import Composed, compose, document
from jingwei.summary.queries.stated import against_stated
from jingwei.summary.rules.findings import Finding
from jingwei.summary.rules.writing import as_markdown
from jingwei.summary.showing import ShownDocument, show_draft, show_issued
from jingwei.summary.terms import SummaryStatus

NO_SUMMARY = Text(
    zh="没有{year}年的总结；可用的年份：{years}", en="There is no summary of {year}; there are: {years}"
)
NO_VERSION = Text(zh="{year}年总结没有第{version}版", en="The summary of {year} has no version {version}")


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("year", type=int, help=_("the year, such as 2013"))
    parser.add_argument("--to", choices=("html", "md", "json"), default="md", help=_("the format written"))
    parser.add_argument(
        "--version", type=int, help=_("an issued version; otherwise the draft, else the last issued")
    )
    parser.add_argument("--json", action="store_true", help=_("short for --to json"))


def _run(arguments: Namespace) -> int:
    summary = _summary(arguments.year, arguments.version)
    to = "json" if arguments.json else arguments.to
    if summary.status == SummaryStatus.ISSUED:
        sys.stdout.write(_written(to, summary.document or {}, show_issued(summary), (), summary.digest))
        return FINE
    sections = SummarySection.objects.filter(summary=summary).select_related("summary").order_by("number")
    composed = compose(summary, list(sections), live_snapshot(), with_evidence=to == "json")
    findings = (*composed.findings, *against_stated(composed))
    content: dict[str, JSON] = document(composed) if to == "json" else {}
    sys.stdout.write(_written(to, content, _shown(composed, findings), findings, ""))
    return FINDINGS if composed.failures else FINE


def _shown(composed: Composed, findings: tuple[Finding, ...]) -> ShownDocument:
    return show_draft(None, composed, findings)


def _summary(year: int, version: int | None) -> Summary:
    rows = Summary.objects.filter(year=year)
    if not rows.exists():
        years = sorted(set(Summary.objects.values_list("year", flat=True)))
        raise InputError(NO_SUMMARY.format(year=year, years=", ".join(map(str, years)) or "—"))
    found = rows.filter(version=version).first() if version else rows.order_by("status", "-version").first()
    if found is None:
        raise InputError(NO_VERSION.format(year=year, version=version))
    return found


def _written(
    to: str, content: Mapping[str, JSON], shown: ShownDocument, findings: tuple[Finding, ...], digest: str
) -> str:
    if to == "json":
        about = {"digest": digest or None, "findings": [_finding(one) for one in findings]}
        return json.dumps({**content, **about}, ensure_ascii=False, indent=2) + "\n"
    if to == "html":
        context = {"doc": shown, "language": translation.get_language()}
        return render_to_string("summary/standalone.html", context)
    return _markdown(shown)


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "fingerprint": finding.fingerprint,
        "check": finding.check.value,
        "verdict": finding.verdict.value,
        "section": finding.section,
        "title": finding.title._asdict(),
        "arithmetic": finding.arithmetic,
        "note": finding.note._asdict(),
        "references": list(finding.references),
    }


def _markdown(shown: ShownDocument) -> str:
    lines = [f"# {as_markdown(shown.title)}", f"{as_markdown(shown.bureau)} · {shown.snapshot}"]
    for section in shown.sections:
        lines.append(f"## {as_markdown(section.heading)}")
        for paragraph in section.paragraphs:
            lines.append("".join(as_markdown(span.text, span.url) for span in paragraph))
    return "\n\n".join(lines) + "\n"


commands = (
    Command(
        "summary",
        Text("年度总结：输出网页、Markdown或JSON", "The annual summary as HTML, Markdown or JSON"),
        _arguments,
        _run,
    ),
)
