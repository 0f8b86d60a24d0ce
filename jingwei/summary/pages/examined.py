"""A proofread version as its page shows it: the marked text, the findings with their verdicts, the chips."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jingwei.summary.models import FindingVerdict
from jingwei.summary.proofread import Finding, Kind, Reading, Status
from jingwei.summary.queries.manuscripts import Examined
from jingwei.summary.reading import KINDS, STATUSES, figure_url, status_words
from jingwei.summary.rules import marking
from jingwei.summary.terms import Judgement
from jingwei.ui.register.paging import Page, page_in

PER_PAGE = 100
SHORT = 8
# the class of a marked figure
MARKS: Mapping[Status, str] = {
    Status.FAIL: "fail",
    Status.UNCERTAIN: "unsure",
    Status.PASS: "pass",
    Status.NOT_ASSESSABLE: "na",
}


@dataclass(frozen=True)
class ShownFinding:
    """One finding for the template, in the reader's language; `door`: the page of our figure it is about, if any."""

    finding: Finding
    letter: str
    figure: str
    paragraph: int
    at: tuple[int, ...]
    verdict: FindingVerdict | None
    is_new: bool = False
    door: str = ""

    @property
    def kind(self) -> Promise:
        """What was checked."""
        return KINDS[self.finding.kind]

    @property
    def state(self) -> str:
        """The state of the kit."""
        return STATUSES[self.finding.status][0]

    @property
    def word(self) -> SafeString:
        """The status in both languages."""
        return status_words(self.finding.status)

    @property
    def explanation(self) -> str:
        """Why."""
        return self.finding.relation.explanation.in_language(get_language())

    @property
    def reasons(self) -> list[str]:
        """What else was considered; the reason of a comparison with the records is its door."""
        return (
            []
            if self.door
            else [reason.in_language(get_language()) for reason in self.finding.relation.reasons]
        )

    @property
    def short(self) -> str:
        """The beginning of the fingerprint, as people compare it."""
        return self.finding.fingerprint[:SHORT]

    @property
    def needs_nobody(self) -> bool:
        """Whether nobody has to look at it."""
        return self.finding.status in {Status.PASS, Status.NOT_ASSESSABLE}

    @property
    def is_judged(self) -> bool:
        """Whether a verdict stands."""
        return self.verdict is not None and self.verdict.judgement != Judgement.WITHDRAWN


@dataclass(frozen=True)
class ShownPiece:
    """A piece of the marked text: `kind` is words, figure, open or close."""

    kind: str
    text: str = ""
    css: str = ""
    anchor: str = ""
    url: str = ""
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Chip:
    """One filter with its count."""

    label: SafeString | Promise
    number: int
    url: str
    state: str = ""
    is_on: bool = False


@dataclass(frozen=True)
class Line:
    """One finding in the comparison of two versions; without `url` where it is resolved."""

    kind: Promise
    quote: str
    verdict: str
    letter: str = ""
    url: str = ""


@dataclass(frozen=True)
class ShownRevision:
    """What became of the findings of the version before."""

    resolved: list[Line]
    staying: list[Line]
    new: list[Line]


@dataclass(frozen=True)
class Sheet:
    """The whole page of a version."""

    page: Page
    paragraphs: list[list[ShownPiece]]
    chips: list[Chip]
    letters: Mapping[str, str]
    judged: int
    to_judge: int
    revision: ShownRevision | None = None

    @property
    def findings(self) -> Sequence[ShownFinding]:
        """Those of this page, worst first."""
        return self.page.records


def status_asked(words: str) -> Status | None:
    """The status named in an address; None for all."""
    return next((status for status in Status if status.value == words), None)


def sheet(examined: Examined, status: Status | None, page: str, version: str = "") -> Sheet:
    """The page of a version: findings of `status` (None: all), `version` as the address says it."""
    letters = marking.letters(examined.findings)
    shown = shown_findings(examined, letters)
    chosen = [one for one in shown if status is None or one.finding.status is status]
    part = page_in(chosen, page, PER_PAGE)
    judged = [one for one in shown if not one.needs_nobody and one.is_judged]
    links = _links(shown, part, version)
    return Sheet(
        page=part,
        paragraphs=_paragraphs(examined, letters, links),
        chips=_chips(shown, status, version),
        letters=letters,
        judged=len(judged),
        to_judge=sum(1 for one in shown if not one.needs_nobody),
        revision=_revision(examined, letters, links),
    )


def shown_findings(examined: Examined, letters: Mapping[str, str]) -> list[ShownFinding]:
    """Every finding of a version for the template."""
    new = {one.fingerprint for one in examined.revision.new} if examined.revision else set()
    spans = marking.paragraphs(examined.reading.text)
    return [
        ShownFinding(
            finding=one,
            letter=letters[one.fingerprint],
            figure=_figure(examined.reading, one),
            paragraph=marking.paragraph_of(spans, one.start),
            at=one.relation.figures,
            verdict=examined.verdicts.get(one.fingerprint),
            is_new=one.fingerprint in new,
            door=_door(one, examined.version.manuscript.year),
        )
        for one in examined.findings
    ]


def _revision(
    examined: Examined, letters: Mapping[str, str], links: Mapping[str, str]
) -> ShownRevision | None:
    def lines(findings: Sequence[Finding]) -> list[Line]:
        return [
            Line(
                KINDS[one.kind],
                one.quote,
                _verdict_words(examined.verdicts.get(one.fingerprint)),
                letters.get(one.fingerprint, ""),
                links.get(one.fingerprint, ""),
            )
            for one in findings
        ]

    change = examined.revision
    if change is None:
        return None
    return ShownRevision(lines(change.resolved), lines(change.staying), lines(change.new))


def _verdict_words(verdict: FindingVerdict | None) -> str:
    return str(verdict.get_judgement_display()) if verdict else ""


def _door(finding: Finding, year: int | None) -> str:
    """The page of the figure of ours that was compared: the reason a comparison names is its reference."""
    references = finding.relation.reasons
    is_ours = finding.kind is Kind.MEASURE and year is not None and references
    return figure_url(references[0].en, str(year)) if is_ours else ""


def _figure(reading: Reading, finding: Finding) -> str:
    """The figure a finding is about: the total, else the first."""
    relation = finding.relation
    index = relation.total if relation.total is not None else next(iter(relation.figures), None)
    return "" if index is None else re.sub(r"\s+", "", reading.figures[index].text)


def _links(shown: Sequence[ShownFinding], part: Page, version: str) -> dict[str, str]:
    """Where each finding stands: on this page, or on its page among all."""
    here = {one.finding.fingerprint for one in part.records}
    links = {}
    for place, one in enumerate(shown):
        mark = one.finding.fingerprint
        number = place // PER_PAGE + 1
        elsewhere = _address(version, page=str(number) if number > 1 else "") or "?"
        links[mark] = f"#f-{mark}" if mark in here else f"{elsewhere}#f-{mark}"
    return links


def _address(version: str, **more: str) -> str:
    given = {name: value for name, value in {"version": version, **more}.items() if value}
    return f"?{urlencode(given)}" if given else ""


def _chips(shown: Sequence[ShownFinding], status: Status | None, version: str) -> list[Chip]:
    counts = {one: sum(1 for each in shown if each.finding.status is one) for one in Status}
    chips = [Chip(_("All"), len(shown), _address(version) or "?", is_on=status is None)]
    for one in Status:
        url = _address(version, status=one.value)
        chips.append(Chip(status_words(one), counts[one], url, STATUSES[one][0], is_on=status is one))
    return chips


def _paragraphs(
    examined: Examined, letters: Mapping[str, str], links: Mapping[str, str]
) -> list[list[ShownPiece]]:
    return [
        _unindented([_piece(piece, letters, links) for piece in paragraph.pieces])
        for paragraph in marking.marked(examined.reading, examined.findings)
    ]


def _unindented(pieces: list[ShownPiece]) -> list[ShownPiece]:
    """Without the blanks a paragraph was typed with: the page indents by itself."""
    if pieces and pieces[0].kind == "words":
        return [ShownPiece("words", pieces[0].text.lstrip()), *pieces[1:]]
    return pieces


def _piece(piece: marking.Piece, letters: Mapping[str, str], links: Mapping[str, str]) -> ShownPiece:
    match piece:
        case marking.WordsPiece():
            return ShownPiece("words", piece.text)
        case marking.Ending():
            return ShownPiece("close")
        case marking.Opening():
            css = [
                "jw-rel",
                *["in"] * piece.is_inner,
                *["bad"] * (piece.finding.status is Status.FAIL),
            ]
            return ShownPiece("open", letters[piece.finding.fingerprint], " ".join(css))
        case marking.FigurePiece():
            marks = [one.fingerprint for one in piece.findings]
            return ShownPiece(
                "figure",
                piece.text,
                MARKS[piece.findings[0].status] if marks else "",
                f"n-{piece.index}",
                links[marks[0]] if marks else "",
                tuple(sorted((letters[mark], links[mark]) for mark in marks)),
            )
