"""Findings: what a text says about itself, each with its arithmetic and a stable fingerprint."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from jingwei.kernel.canonical import digest
from jingwei.kernel.rounding import Exact
from jingwei.kernel.text import Text
from jingwei.summary.rules import display
from jingwei.summary.rules.relations import Relation, relations
from jingwei.summary.rules.spans import FaultSpan, FigureSpan, Paragraph
from jingwei.summary.rules.values import Sort


class Verdict(StrEnum):
    """What came of a check."""

    PASS = "pass"  # noqa: S105 - a verdict
    FAIL = "fail"
    EXPLAINED = "explained"  # differs from what was stated, and the reason is on record
    UNCERTAIN = "uncertain"
    NOT_ASSESSABLE = "not_assessable"


class Check(StrEnum):
    """What was checked."""

    SUM = "sum"
    SUBSET = "subset"
    HEDGE = "hedge"
    FIGURE = "figure"
    STATED = "stated"
    BREAKDOWN = "breakdown"
    LANGUAGES = "languages"


@dataclass(frozen=True)
class Finding:
    """One check of one passage: verdict, arithmetic in full, and what it means.

    `fingerprint` stays the same while the numbers move, so that a person's word on it can be kept.
    """

    check: Check
    verdict: Verdict
    section: str
    title: Text
    arithmetic: str
    note: Text
    references: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits over what was checked and where, not over the numbers."""
        return digest([self.check.value, self.section, *self.references])[7:19]

    def within(self, section: str) -> "Finding":
        """The same for a named section."""
        return replace(self, section=section)

    @property
    def is_open(self) -> bool:
        """Whether somebody has to look at it."""
        return self.verdict in {Verdict.FAIL, Verdict.UNCERTAIN}


ADDS_UP = Text("分项之和等于总数。", "The parts add up to the total.")
DOES_NOT_ADD_UP = Text(
    "分项之和与总数不符，相差{gap}。", "The parts do not add up to the total; the gap is {gap}."
)
WITHIN = Text(
    "所列部分不超过总数，其余{rest}未列。", "The parts named stay within the total; {rest} are not named."
)
BEYOND = Text("所列部分之和超过总数{gap}。", "The parts named exceed the total by {gap}.")
UNITS_DIFFER = Text(
    "总数与分项的单位不同，不能相加。", "Total and parts have different units and cannot be added."
)
KEEPS = Text("约数词与记录相符。", "The hedge agrees with the records.")
BREAKS = Text("约数词与记录不符，应改写。", "The hedge does not agree with the records; rewrite it.")
CANNOT_SHOW = Text("“{text}”无法取数：{reason}", "“{text}” has no value: {reason}")


def of_section(section: str, paragraphs: Iterable[Paragraph], language: str) -> tuple[Finding, ...]:
    """Everything to be said about one section, in the order of the text."""
    found: list[Finding] = []
    for paragraph in paragraphs:
        found += [_of_fault(section, span) for span in paragraph if isinstance(span, FaultSpan)]
        found += [_of_relation(section, relation, language) for relation in relations(paragraph)]
        for span in paragraph:
            if isinstance(span, FigureSpan) and span.keeps_hedge is not None:
                found.append(_of_hedge(section, span, language))
    return tuple(found)


def worst(findings: Iterable[Finding]) -> Verdict:
    """The worst verdict, PASS where there is none."""
    order = (Verdict.FAIL, Verdict.UNCERTAIN, Verdict.EXPLAINED, Verdict.NOT_ASSESSABLE)
    verdicts = {finding.verdict for finding in findings}
    return next((verdict for verdict in order if verdict in verdicts), Verdict.PASS)


def _of_fault(section: str, span: FaultSpan) -> Finding:
    note = Text(
        CANNOT_SHOW.zh.format(text=span.text, reason=span.reason.zh),
        CANNOT_SHOW.en.format(text=span.text, reason=span.reason.en),
    )
    title = Text(span.text, span.text)
    return Finding(Check.FIGURE, Verdict.FAIL, section, title, "", note, (span.reference or span.text,))


def _of_hedge(section: str, span: FigureSpan, language: str) -> Finding:
    kept = bool(span.keeps_hedge)
    value = span.value
    true = display.in_unit(value, span.shown.unit)
    exact = display.number_text(true, display.MONEY_PLACES, keep_zeros=False)
    return Finding(
        Check.HEDGE,
        Verdict.PASS if kept else Verdict.FAIL,
        section,
        value.label,
        f"{span.text} {'∋' if kept else '∌'} {exact}",
        KEEPS if kept else BREAKS,
        (span.reference,),
    )


def _of_relation(section: str, relation: Relation, language: str) -> Finding:
    total, parts = relation.total, relation.parts
    references = (total.reference, *(part.reference for part in parts))
    check = Check.SUBSET if relation.is_partial else Check.SUM
    if len({(span.value.sort, span.value.unit) for span in (total, *parts)}) > 1:
        verdict, label = Verdict.NOT_ASSESSABLE, total.value.label
        return Finding(check, verdict, section, label, "", UNITS_DIFFER, references)
    added = sum(part.value.exact for part in parts)
    gap = added - total.value.exact
    verdict, note = _verdict(relation.is_partial, gap > 0, gap == 0)
    shown = display.plain(total.value, abs(gap), language)
    return Finding(
        check,
        verdict,
        section,
        total.value.label,
        arithmetic(parts, total),
        note.format(gap=shown, rest=shown),
        references,
    )


def _verdict(is_partial: bool, exceeds: bool, equals: bool) -> tuple[Verdict, Text]:
    if is_partial:
        return (Verdict.FAIL, BEYOND) if exceeds else (Verdict.PASS, ADDS_UP if equals else WITHIN)
    return (Verdict.PASS, ADDS_UP) if equals else (Verdict.FAIL, DOES_NOT_ADD_UP)


def arithmetic(parts: Sequence[FigureSpan], total: FigureSpan) -> str:
    """The sum in full: ``4 + 5 + 7 + 3 = 19`` or ``1 + 6 = 7 ≤ 10``; amounts in yuan."""
    numbers = [_bare(part) for part in parts]
    added = sum(part.value.exact for part in parts)
    left = f"{' + '.join(numbers)} = {display.number_text(_yuan(total, added), 2, keep_zeros=False)}"
    if added == total.value.exact:
        return left
    return f"{left} {'>' if added > total.value.exact else '<'} {_bare(total)}"


def _bare(span: FigureSpan) -> str:
    return display.number_text(_yuan(span, span.value.exact), 2, keep_zeros=False)


def _yuan(span: FigureSpan, exact: Exact) -> Exact:
    return Fraction(exact) / 100 if span.value.sort is Sort.MONEY else exact
